// The division code of things that carry one themselves or are said to lie in a region.
MATCH (n)
WHERE n.region IS NOT NULL
RETURN n.id AS id, n.region AS code
UNION
MATCH (n)-[:LOCATED_IN]->(r:Region)
WHERE r.code IS NOT NULL
RETURN n.id AS id, r.code AS code
UNION
MATCH (n)-[:LOCATED_IN]->(m)-[:LOCATED_IN]->(r:Region)
WHERE r.code IS NOT NULL AND NOT m:Region
RETURN n.id AS id, r.code AS code
