// Things by their ids.
MATCH (n)
WHERE n.id IN $ids
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_en AS name_en, n.degree AS degree
