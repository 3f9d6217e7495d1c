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
MATCH (a:Agency|Organization|Region)
WHERE ($agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))) AND EXISTS { MATCH (a)-[:UNDERTAKES|SUBJECT]-(c:Measure|Claim) WHERE c.status = 'planned' }
WITH a ORDER BY a.name, a.id LIMIT 1000
MATCH (a)-[:UNDERTAKES|SUBJECT]-(c:Measure|Claim)
WHERE c.status = 'planned'
MATCH (c)-[:STATED_IN]->(d:Document)
WITH a, c, d ORDER BY a.name, d.name, c.quote, c.id LIMIT 1000
OPTIONAL MATCH (c)-[:CONCERNS|OBJECT]->(x)
WITH a.id AS who, c.id AS claim, d.name AS document, x.name AS thing ORDER BY thing
WITH who, claim, document, collect(thing) AS concerns
MATCH (a:Agency|Organization|Region {id: who})
MATCH (c:Measure|Claim {id: claim})-[:STATED_IN]->(d:Document)
RETURN a.name AS body, concerns AS concerns, c.cue AS cue, c.stated_by AS said_by, c.quote AS quote, d.name AS document, d.date AS date, c.id AS claim
ORDER BY body, document, quote, claim
