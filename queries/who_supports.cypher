//+ title:
//+   zh: 谁支持某园区
//+   en: Who supports a zone
//+ theme: bodies
//+ question:
//+   zh: 谁支持或资助这个示范区或园区，原话怎么说？
//+   en: Who supports or funds this zone, and in which words?
//+ params:
//+   zone: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone], zh: 示范区或园区, en: zone}
//+ ask:
//+   - 'support @zone ?who ?money ?whether'
//+   - 'support who @zone ?money'
//+   - 'who money @zone ?support'
//+ columns:
//+   supporter: {zh: 支持者, en: supporter}
//+   kind: {zh: 类别, en: kind}
//+   relation: {zh: 关系, en: relation}
//+   amount: {zh: 金额（元）, en: amount in yuan}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {zone: 桂林市国家可持续发展议程创新示范区}
MATCH (z:DemonstrationZone|HighTechZone|DevelopmentZone)<-[:OBJECT|BENEFITS]-(c:Claim|Grant)-[:SUBJECT|FINANCES|AWARDED]-(s)
WHERE (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, [])) AND (c:Grant OR c.predicate = 'SUPPORTS')
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN s.name AS supporter, labels(s)[0] AS kind, coalesce(c.predicate, 'Grant') AS relation, c.amount AS amount, c.status AS status, coalesce(c.start, toString(c.year), '') AS start, coalesce(c.`end`, toString(c.year), '') AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY supporter, relation, document, claim
