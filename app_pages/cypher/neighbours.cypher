// Who stands next to a thing by a fact, best connected first.
MATCH (n {id: $id})-[r]-(m)
WHERE type(r) IN $types
RETURN DISTINCT m.id AS id, labels(m)[0] AS kind, m.name AS name, m.name_en AS name_en, coalesce(m.degree, 0) AS degree
ORDER BY degree DESC, id
