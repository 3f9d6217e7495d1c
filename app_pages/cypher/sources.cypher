// Who says these claims, and in which document.
MATCH (c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.id IN $ids
RETURN c.id AS id, c.stated_by AS who, d.id AS document, d.name AS title
