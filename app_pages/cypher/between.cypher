// The facts that join the things shown, with the claims that they rest on.
MATCH (a)-[r]->(b)
WHERE a.id IN $ids AND b.id IN $ids AND type(r) IN $types
RETURN a.id AS source, type(r) AS predicate, b.id AS target, r.status AS status, r.contested AS contested,
       r.start AS since, r.`end` AS until, r.claims AS claims
