// What bodies say they will do, newest documents first.
MATCH (m:Measure)-[:STATED_IN]->(d:Document)
WHERE m.status = 'planned'
OPTIONAL MATCH (a)-[:UNDERTAKES]->(m)
RETURN DISTINCT m.id AS id, 'acts' AS role, m.status AS status, m.cue AS cue, m.time AS time,
       coalesce(a.name, m.stated_by) AS stated_by, m.quote AS quote,
       m.quote_start AS quote_start, m.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       coalesce(d.date, '') AS document_date, d.invented AS invented
ORDER BY document_date DESC, document, quote_start
