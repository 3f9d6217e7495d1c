// The claims about a thing: whose words, in which document, with their place in its text.
MATCH (n {id: $id})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.id AS id, n.id AS subject, c.predicate AS predicate, o.id AS object, c.status AS status, c.cue AS cue,
       c.start AS since, c.`end` AS until, c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end,
       c.stated_by AS stated_by, d.id AS document, d.name AS document_name, d.date AS document_date, d.invented AS invented,
       d.reference AS reference
UNION ALL
MATCH (n {id: $id})<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(s)
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.id AS id, s.id AS subject, c.predicate AS predicate, n.id AS object, c.status AS status, c.cue AS cue,
       c.start AS since, c.`end` AS until, c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end,
       c.stated_by AS stated_by, d.id AS document, d.name AS document_name, d.date AS document_date, d.invented AS invented,
       d.reference AS reference
