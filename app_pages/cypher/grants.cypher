// Sums of money with fund, giver, beneficiary, document and what they conflict with.
MATCH (g:Grant)
WHERE g.id IN $ids
MATCH (g)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (f:Fund)-[:FINANCES]->(g)
OPTIONAL MATCH (a)-[:AWARDED]->(g)
OPTIONAL MATCH (g)-[:BENEFITS]->(b)
OPTIONAL MATCH (g)-[:CONFLICTS_WITH]-(h:Grant)
WITH g, d, f, a, b, collect(DISTINCT h.id) AS conflicts
RETURN g.id AS id, g.amount AS amount, g.amount_from AS amount_from, g.currency AS currency, g.unit AS unit, g.year AS year,
       g.projects AS projects, g.kind AS kind, g.status AS status, g.stated_by AS stated_by, g.quote AS quote,
       g.quote_start AS quote_start, g.quote_end AS quote_end, d.id AS document, d.name AS document_name,
       d.date AS document_date, d.invented AS invented,
       f.id AS fund, f.name AS fund_name, f.name_en AS fund_en,
       a.id AS agency, labels(a)[0] AS agency_kind, a.name AS agency_name, a.name_en AS agency_en,
       b.id AS beneficiary, labels(b)[0] AS beneficiary_kind, b.name AS beneficiary_name, b.name_en AS beneficiary_en,
       conflicts
