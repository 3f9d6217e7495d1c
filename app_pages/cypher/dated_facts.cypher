// Acts that happen at a time: who issued, approved or applied for what, with the statements that say so.
MATCH (a)-[r]->(x)
WHERE type(r) IN ['ISSUED', 'APPROVED', 'APPLIED_FOR']
RETURN a.id AS body, type(r) AS predicate, x.id AS id, labels(x)[0] AS kind, x.name AS name, x.name_en AS name_en, x.degree AS degree,
       r.status AS status, r.start AS since, r.`end` AS until, r.claims AS claims, r.contested AS contested, x.date_issued AS issued,
       x.date_effective AS effective, x.date_expiry AS expiry, x.date_repealed AS repealed
ORDER BY id, predicate, body
