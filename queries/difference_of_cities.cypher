//+ title:
//+   zh: 两地有何不同
//+   en: How two cities differ
//+ theme: places
//+ question:
//+   zh: 这两个地区各有哪些对方没有的示范区、园区、试点和平台？
//+   en: Which zones, pilots and platforms does only one of these two regions have?
//+ params:
//+   first: {type: node, kind: [Region], zh: 地区一, en: one region}
//+   second: {type: node, kind: [Region], zh: 地区二, en: other region}
//+ ask:
//+   - 'differ @first @second ?zone ?pilot ?platform ?hightech'
//+   - 'compare @first @second zone ?differ'
//+   - 'disagree @first @second'
//+   - 'compare @first @second'
//+ columns:
//+   region: {zh: 只有此地, en: only here}
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
//+ example: {first: 桂林市, second: 柳州市}
MATCH (g:Region)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(z:DemonstrationZone|HighTechZone|DevelopmentZone|Programme|Platform|Policy)
WHERE ((g.id = $first OR g.name = $first OR $first IN coalesce(g.aliases, [])) OR (g.id = $second OR g.name = $second OR $second IN coalesce(g.aliases, []))) AND c.predicate IN ['LOCATED_IN', 'APPLIES_TO', 'APPLIED_FOR', 'PART_OF', 'SUPPORTS']
WITH z, collect(DISTINCT g.id) AS sides
WHERE size(sides) = 1
MATCH (z)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(g:Region)
WHERE g.id = sides[0] AND c.predicate IN ['LOCATED_IN', 'APPLIES_TO', 'APPLIED_FOR', 'PART_OF', 'SUPPORTS']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN g.name AS region, z.name AS zone, labels(z)[0] AS kind, c.predicate AS relation, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY region, kind, zone, document, claim
