//+ title:
//+   zh: 某机构批准了什么
//+   en: What a body approved
//+ theme: bodies
//+ question:
//+   zh: 这个机构批准了哪些政策、园区、平台和资金，何时？
//+   en: Which policies, zones, platforms and funds did this body approve, and when?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization], zh: 机构, en: body}
//+ ask:
//+   - 'approve @agency ?policy ?zone ?city ?thing ?when'
//+   - 'approve has @agency ?policy ?zone ?platform ?thing'
//+ columns:
//+   thing: {zh: 事物, en: thing}
//+   kind: {zh: 类别, en: kind}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {agency: 国务院}
MATCH (a:Agency|Organization)<-[:SUBJECT]-(c:Claim {predicate: 'APPROVED'})-[:OBJECT]->(x)
WHERE a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, [])
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN x.name AS thing, labels(x)[0] AS kind, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, thing, document, claim
