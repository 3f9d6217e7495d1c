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
MATCH (a:Agency|Organization|Region)-[:UNDERTAKES|SUBJECT]-(c:Measure|Claim)-[:STATED_IN]->(d:Document)
WHERE c.status IN ['planned', 'requested'] AND d.date IS NOT NULL AND ($agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, [])))
MATCH (c)-[:CONCERNS|OBJECT]->(x)
WITH a, x, d ORDER BY d.date
WITH a, x, collect(DISTINCT toInteger(substring(d.date, 0, 4))) AS found
WHERE any(i IN range(0, size(found) - 1) WHERE found[i + $years - 1] = found[i] + $years - 1)
  AND NOT EXISTS { MATCH (x)<-[:CONCERNS|OBJECT]-(o:Measure|Claim)-[:UNDERTAKES|SUBJECT]-(a) WHERE o.status = 'done' }
MATCH (x)<-[:CONCERNS|OBJECT]-(c:Measure|Claim)-[:UNDERTAKES|SUBJECT]-(a)
WHERE c.status IN ['planned', 'requested']
MATCH (c)-[:STATED_IN]->(d:Document)
WHERE d.date IS NOT NULL
WITH a, x, c, d ORDER BY d.date, c.id
WITH a, x, collect(DISTINCT toInteger(substring(d.date, 0, 4))) AS years, collect(DISTINCT c.quote) AS quotes, collect(DISTINCT d.name) AS documents
RETURN a.name AS body, x.name AS thing, years AS years, quotes AS quotes, documents AS documents
ORDER BY body, thing
