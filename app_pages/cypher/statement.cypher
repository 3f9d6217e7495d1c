// One claim, sum or measure with its words, its document and, for a claim, its ends.
MATCH (c {id: $id})-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(o)
RETURN c.id AS id, labels(c)[0] AS label, c.predicate AS predicate, c.status AS status, c.cue AS cue, c.start AS since,
       c.`end` AS until, c.time AS time, c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end,
       c.stated_by AS stated_by, d.id AS document, d.name AS document_name, d.date AS document_date, d.invented AS invented, d.reference AS reference,
       s.id AS subject, labels(s)[0] AS subject_kind, s.name AS subject_name, s.name_en AS subject_en,
       o.id AS object, labels(o)[0] AS object_kind, o.name AS object_name, o.name_en AS object_en
LIMIT 1
