// Claims by their ids, with the place of their words.
MATCH (c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.id IN $ids
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
RETURN c.id AS id, s.id AS subject, c.predicate AS predicate, o.id AS object, c.status AS status, c.cue AS cue,
       c.start AS since, c.`end` AS until, c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end,
       c.stated_by AS stated_by, d.id AS document, d.name AS document_name, d.date AS document_date, d.invented AS invented,
       d.reference AS reference
