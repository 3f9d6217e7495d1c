// The facts that join the things shown.
MATCH (a)-[r]->(b)
WHERE a.id IN $ids AND b.id IN $ids AND type(r) IN $types
RETURN a.id AS source, type(r) AS predicate, b.id AS target, r.status AS status, r.contested AS contested
