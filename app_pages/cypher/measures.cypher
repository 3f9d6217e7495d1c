// The actions that a thing takes, lays down or is concerned by.
MATCH (n {id: $id})-[:UNDERTAKES|CONTAINS]->(m:Measure)-[:STATED_IN]->(d:Document)
RETURN DISTINCT m.id AS id, 'acts' AS role, m.status AS status, m.cue AS cue, m.time AS time, m.stated_by AS stated_by, m.quote AS quote,
       m.quote_start AS quote_start, m.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       d.date AS document_date, d.invented AS invented
UNION ALL
MATCH (n {id: $id})<-[:CONCERNS]-(m:Measure)-[:STATED_IN]->(d:Document)
RETURN DISTINCT m.id AS id, 'concerned' AS role, m.status AS status, m.cue AS cue, m.time AS time, m.stated_by AS stated_by, m.quote AS quote,
       m.quote_start AS quote_start, m.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       d.date AS document_date, d.invented AS invented
