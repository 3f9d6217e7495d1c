//+ title:
//+   zh: 年年都是“下一步”
//+   en: Promised year after year
//+ theme: promises
//+ question:
//+   zh: 哪些事项连续几年都是“下一步”而没有完成？
//+   en: What stays a “next step” for several years running and is not done?
//+ params:
//+   years: {type: integer, zh: 连续年数（两年起）, en: years running (two or more), default: 3}
//+   agency: {type: node, kind: [Agency, Organization, Region], zh: 机构, en: body, optional: true}
//+ ask:
//+   - 'repeated plan|promise|undone ?undone ?thing'
//+   - 'repeated @years plan|promise|undone ?undone'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   thing: {zh: 事物, en: thing}
//+   years: {zh: 年份, en: years}
//+   quotes: {zh: 原文, en: words}
//+   documents: {zh: 文献, en: documents}
//+ show: timeline
//+ order: true
//+ example: {years: 2}
MATCH (c:Measure|Claim)-[plan:CONCERNS|OBJECT]->(x)
WHERE plan.years_running >= $years
MATCH (c)-[:UNDERTAKES|SUBJECT]-(a:Agency|Organization|Region)
WHERE $agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
WHERE d.date IS NOT NULL
WITH a.id AS who, a.name AS body, x.id AS what, x.name AS thing, c, d ORDER BY d.date, c.id
WITH who, body, what, thing, collect(DISTINCT toInteger(substring(d.date, 0, 4))) AS years, collect(DISTINCT c.quote) AS quotes, collect(DISTINCT d.name) AS documents
RETURN body AS body, thing AS thing, years AS years, quotes AS quotes, documents AS documents
ORDER BY body, thing
