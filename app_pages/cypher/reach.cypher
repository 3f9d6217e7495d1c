// Who stands next to a thing by a fact, by relationship and direction, best connected first.
MATCH (n {id: $id})-[r]->(m)
WHERE type(r) IN $types
RETURN type(r) AS predicate, false AS incoming, m.id AS id, labels(m)[0] AS kind, m.name AS name, m.name_en AS name_en,
       coalesce(m.degree, 0) AS degree
UNION ALL
MATCH (n {id: $id})<-[r]-(m)
WHERE type(r) IN $types
RETURN type(r) AS predicate, true AS incoming, m.id AS id, labels(m)[0] AS kind, m.name AS name, m.name_en AS name_en,
       coalesce(m.degree, 0) AS degree
