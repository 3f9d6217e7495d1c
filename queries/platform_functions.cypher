//+ title:
//+   zh: 平台的功能与状态
//+   en: What a platform does, built or intended
//+ theme: platforms
//+ question:
//+   zh: 平台有哪些功能，已建还是拟建？
//+   en: Which functions does a platform have, built or intended?
//+ params:
//+   platform: {type: node, kind: [Platform], zh: 平台, en: platform, optional: true}
//+ ask:
//+   - 'function @platform ?built ?whether ?platform'
//+   - 'built @platform ?whether ?function ?platform'
//+   - 'function platform ?built'
//+   - 'built platform ?function ?whether'
//+ columns:
//+   platform: {zh: 平台, en: platform}
//+   state: {zh: 已建或拟建, en: built or intended}
//+   relation: {zh: 关系, en: relation}
//+   other: {zh: 另一方, en: with}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (p:Platform)<-[:SUBJECT|OBJECT|CONCERNS]-(c:Claim|Measure)
WHERE $platform IS NULL OR (p.id = $platform OR p.name = $platform OR $platform IN coalesce(p.aliases, []))
WITH DISTINCT p.id AS place, p.name AS platform, c.id AS claim, CASE WHEN c.status IN ['done', 'ongoing'] THEN 'built' ELSE 'intended' END AS state
MATCH (c:Claim|Measure {id: claim})-[:STATED_IN]->(d:Document)
WITH place, platform, state, c, d ORDER BY platform, state, d.name, claim LIMIT 1000
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|CONCERNS]->(x) WHERE x.id <> place
WITH place, platform, state, c.id AS claim, x.name AS name ORDER BY name
WITH place, platform, state, claim, collect(DISTINCT name) AS other
MATCH (c:Claim|Measure {id: claim})-[:STATED_IN]->(d:Document)
RETURN platform AS platform, state AS state, coalesce(c.predicate, 'CONCERNS') AS relation, other AS other, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY platform, state, document, claim
