//+ title:
//+   zh: 涉及高新区的政策
//+   en: Policies touching high-tech zones
//+ theme: policies
//+ question:
//+   zh: 高新区涉及哪些政策？
//+   en: Which policies touch high-tech zones?
//+ params:
//+   zone: {type: node, kind: [HighTechZone], zh: 高新区, en: high-tech zone, optional: true}
//+ ask:
//+   - 'hightech policy ?touch ?tailored'
//+   - 'policy @zone ?touch ?tailored'
//+   - 'hightech policy touch'
//+ columns:
//+   zone: {zh: 园区, en: zone}
//+   policy: {zh: 政策, en: policy}
//+   relation: {zh: 关系, en: relation}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (z:HighTechZone)<-[:SUBJECT|OBJECT|CONCERNS]-(c:Claim|Measure)-[:SUBJECT|OBJECT|CONCERNS|CONTAINS]-(p:Policy)
WHERE $zone IS NULL OR (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN DISTINCT z.name AS zone, p.name AS policy, coalesce(c.predicate, 'CONTAINS') AS relation, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY zone, policy, relation, claim
