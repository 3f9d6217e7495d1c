//+ title:
//+   zh: 年年都是“下一步”
//+   en: Promised year after year
//+ theme: promises
//+ question:
//+   zh: 哪些事项连续几年都是“下一步”而没有完成？
//+   en: What stays a “next step” for several years running and is not done?
//+ params:
//+   years: {type: integer, zh: 连续年数, en: years running, default: 3}
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
MATCH (a:Agency|Organization|Region)
WHERE $agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
MATCH (a)-[:UNDERTAKES|SUBJECT]-(c:Measure|Claim)
MATCH (c)-[:CONCERNS|OBJECT]->(x)
MATCH (c)-[:STATED_IN]->(d:Document)
WITH a.id AS who, a.name AS body, x.id AS what, x.name AS thing, collect(DISTINCT CASE WHEN c.status IN ['planned', 'requested'] THEN substring(d.date, 0, 4) END) AS found, collect(CASE WHEN c.status IN ['planned', 'requested'] AND d.date IS NOT NULL THEN c.id END) AS claims, sum(CASE WHEN c.status = 'done' THEN 1 ELSE 0 END) AS done
WHERE done = 0 AND size(found) >= $years
UNWIND claims AS claim
MATCH (c:Measure|Claim {id: claim})-[:STATED_IN]->(d:Document)
WITH who, body, what, thing, c, d ORDER BY d.date, c.id
WITH who, body, what, thing, collect(DISTINCT toInteger(substring(d.date, 0, 4))) AS years, collect(DISTINCT c.quote) AS quotes, collect(DISTINCT d.name) AS documents
WHERE any(i IN range(0, size(years) - 1) WHERE years[i + $years - 1] = years[i] + $years - 1)
RETURN body AS body, thing AS thing, years AS years, quotes AS quotes, documents AS documents
ORDER BY body, thing
