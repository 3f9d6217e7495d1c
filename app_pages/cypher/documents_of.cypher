// The documents that name a thing, newest first, reference tables last.
MATCH (n {id: $id})<-[:MENTIONS]-(d:Document)
RETURN DISTINCT d.id AS id, d.name AS name, coalesce(d.date, '') AS date, d.doc_type AS doc_type, d.invented AS invented, coalesce(d.reference, false) AS reference
ORDER BY reference, date DESC, id
LIMIT 200
