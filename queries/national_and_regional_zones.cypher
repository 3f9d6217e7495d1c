//+ title:
//+   zh: 国家级与地方示范区如何衔接
//+   en: How national and regional zones connect
//+ theme: places
//+ question:
//+   zh: 国家级与自治区级（省级）示范区、园区如何衔接？
//+   en: How do national and provincial zones connect?
//+ ask:
//+   - 'national regional linkup ?zone'
//+   - 'national regional zone ?linkup'
//+   - 'national regional hightech linkup'
//+ columns:
//+   national: {zh: 国家级, en: national}
//+   regional: {zh: 地方, en: regional}
//+   relation: {zh: 关系, en: relation}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: graph
//+ order: true
MATCH (n:DemonstrationZone|HighTechZone|DevelopmentZone)<-[:SUBJECT|OBJECT|CONCERNS]-(c:Claim|Measure)-[:SUBJECT|OBJECT|CONCERNS]->(z:DemonstrationZone|HighTechZone|DevelopmentZone)
WHERE CASE WHEN n.level = 'national' OR n.level IS NULL AND n.name CONTAINS '国家' THEN 'national' ELSE coalesce(n.level, 'provincial') END = 'national' AND CASE WHEN z.level = 'national' OR z.level IS NULL AND z.name CONTAINS '国家' THEN 'national' ELSE coalesce(z.level, 'provincial') END <> 'national'
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN DISTINCT n.name AS national, z.name AS regional, coalesce(c.predicate, 'CONCERNS') AS relation, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY national, regional, document, claim
