// Claims, sums and measures by their ids, with the place of their words.
MATCH (c)-[:STATED_IN]->(d:Document)
WHERE c.id IN $ids
RETURN c.id AS id, c.status AS status, c.stated_by AS stated_by, c.quote AS quote, c.quote_start AS quote_start, c.quote_end AS quote_end,
       d.id AS document, d.name AS document_name, d.date AS document_date, d.invented AS invented, d.reference AS reference
