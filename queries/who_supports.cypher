//+ title:
//+   zh: 谁支持某园区
//+   en: Who supports a zone
//+ question:
//+   zh: 谁支持这个示范区或园区，原话怎么说？
//+   en: Who supports this zone, and in which words?
//+ params:
//+   zone: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone], zh: 示范区或园区, en: zone}
//+ columns:
//+   supporter: {zh: 支持者, en: supporter}
//+   kind: {zh: 类别, en: kind}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 声明, en: claim}
//+ show: table
//+ order: true
//+ example: {zone: 桂林国家可持续发展议程创新示范区}
MATCH (z)<-[:OBJECT]-(c:Claim {predicate: 'SUPPORTS'})-[:SUBJECT]->(s)
WHERE (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN s.name AS supporter, labels(s)[0] AS kind, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY supporter, document, claim
