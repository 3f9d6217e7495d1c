//+ title:
//+   zh: 两地的共同点
//+   en: What two cities have in common
//+ theme: places
//+ question:
//+   zh: 这两个地区都与哪些事物有联系，原话怎么说？
//+   en: What are these two regions both linked to, and in which words?
//+ params:
//+   first: {type: node, kind: [Region], zh: 地区一, en: one region}
//+   second: {type: node, kind: [Region], zh: 地区二, en: other region}
//+ ask:
//+   - 'common @first @second ?zone ?pilot ?policy ?path ?connect'
//+ columns:
//+   thing: {zh: 共同联系, en: in common}
//+   kind: {zh: 类别, en: kind}
//+   region: {zh: 地区, en: region}
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
MATCH (g:Region)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(x)
WHERE ((g.id = $first OR g.name = $first OR $first IN coalesce(g.aliases, [])) OR (g.id = $second OR g.name = $second OR $second IN coalesce(g.aliases, []))) AND x.id <> g.id
WITH x, collect(DISTINCT g.id) AS sides
WHERE size(sides) > 1
MATCH (x)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(g:Region)
WHERE g.id IN sides
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN x.name AS thing, labels(x)[0] AS kind, g.name AS region, c.predicate AS relation, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, thing, region, document, claim
