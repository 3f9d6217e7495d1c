// Things and documents that bear one of these names, best connected first.
MATCH (n)
WHERE n.name IN $names AND NOT (n:Claim OR n:Grant OR n:Measure)
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_en AS name_en, n.degree AS degree
ORDER BY coalesce(n.degree, 0) DESC, id
