// The facts of a thing in both directions, with the other end.
MATCH (n {id: $id})-[r]->(m)
WHERE type(r) IN $types
RETURN n.id AS source, type(r) AS predicate, m.id AS target, r.status AS status, r.start AS since, r.`end` AS until,
       r.stated_by AS stated_by, r.quote AS quote, r.contested AS contested, r.documents AS documents, r.unchecked AS unchecked,
       m.id AS other, labels(m)[0] AS kind, m.name AS name, m.name_en AS name_en, m.degree AS degree
UNION ALL
MATCH (n {id: $id})<-[r]-(m)
WHERE type(r) IN $types
RETURN m.id AS source, type(r) AS predicate, n.id AS target, r.status AS status, r.start AS since, r.`end` AS until,
       r.stated_by AS stated_by, r.quote AS quote, r.contested AS contested, r.documents AS documents, r.unchecked AS unchecked,
       m.id AS other, labels(m)[0] AS kind, m.name AS name, m.name_en AS name_en, m.degree AS degree
