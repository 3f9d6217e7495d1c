//+ title:
//+   zh: 计划中的事项
//+   en: What is planned and by whom
//+ theme: promises
//+ question:
//+   zh: 哪些承诺是“下一步”，由谁负责？
//+   en: Which commitments are planned, and by whom?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization, Region], zh: 机构, en: body, optional: true}
//+ ask:
//+   - 'undone plan|promise ?who ?thing ?body ?kept'
//+   - 'undone plan|promise @agency ?thing ?kept'
//+   - 'plan @agency ?charge ?who ?thing'
//+   - 'plan charge ?who ?thing'
//+   - 'plan ?who ?thing ?promise ?body ?when'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   concerns: {zh: 涉及, en: concerns}
//+   cue: {zh: 提示词, en: cue}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   date: {zh: 日期, en: date}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (a:Agency|Organization|Region)-[:UNDERTAKES|SUBJECT]-(c:Measure|Claim)-[:STATED_IN]->(d:Document)
WHERE c.status = 'planned' AND ($agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, [])))
WITH a, c, d ORDER BY a.name, d.name, c.quote, c.id LIMIT 1000
OPTIONAL MATCH (c)-[:CONCERNS|OBJECT]->(x)
WITH a, c, d, x ORDER BY x.name
WITH a, c, d, collect(x.name) AS concerns
RETURN a.name AS body, concerns AS concerns, c.cue AS cue, c.stated_by AS said_by, c.quote AS quote, d.name AS document, d.date AS date, c.id AS claim
ORDER BY body, document, quote, claim
LIMIT 1000
