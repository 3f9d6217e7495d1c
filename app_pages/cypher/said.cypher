// Every action and every claim of an act, with who acts, on what, and the place of the words.
MATCH (m:Measure)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (a)-[:UNDERTAKES]->(m)
OPTIONAL MATCH (m)-[:CONCERNS]->(x)
WITH m, d, collect(DISTINCT a.id) AS bodies, collect(DISTINCT x.id) AS things
RETURN m.id AS id, 'UNDERTAKES' AS predicate, bodies, things, m.status AS status, m.cue AS cue, m.time AS time, m.stated_by AS stated_by,
       m.quote AS quote, m.quote_start AS quote_start, m.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       d.date AS document_date, d.doc_type AS genre, d.invented AS invented, d.reference AS reference
UNION ALL
MATCH (c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.predicate IN $acts
MATCH (c)-[:SUBJECT]->(a)
MATCH (c)-[:OBJECT]->(x)
WITH c, d, collect(DISTINCT a.id) AS bodies, collect(DISTINCT x.id) AS things
RETURN c.id AS id, c.predicate AS predicate, bodies, things, c.status AS status, c.cue AS cue, c.`end` AS time, c.stated_by AS stated_by,
       c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       d.date AS document_date, d.doc_type AS genre, d.invented AS invented, d.reference AS reference
