//+ title:
//+   zh: 某地的示范区、园区与试点
//+   en: Zones and pilots of a city
//+ theme: places
//+ question:
//+   zh: 这个地区有哪些示范区、高新区、园区和试点？
//+   en: Which zones and pilots does this city have?
//+ params:
//+   region: {type: node, kind: [Region], zh: 地区, en: city or region}
//+ ask:
//+   - 'zone @region ?belong ?pilot ?hightech ?national ?regional'
//+   - 'pilot @region ?belong ?zone'
//+   - 'hightech @region ?belong ?zone'
//+ columns:
//+   zone: {zh: 园区, en: zone}
//+   kind: {zh: 类别, en: kind}
//+   relation: {zh: 关系, en: relation}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {region: 桂林市}
MATCH (g:Region)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(z:DemonstrationZone|HighTechZone|DevelopmentZone|Programme)
WHERE (g.id = $region OR g.name = $region OR g.code = $region OR $region IN coalesce(g.aliases, [])) AND c.predicate IN ['LOCATED_IN', 'APPLIES_TO', 'APPLIED_FOR', 'PART_OF', 'SUPPORTS']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN z.name AS zone, labels(z)[0] AS kind, c.predicate AS relation, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, zone, relation, document, claim
