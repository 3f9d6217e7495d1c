//+ title:
//+   zh: 计划中的事项
//+   en: What is planned and by whom
//+ question:
//+   zh: 哪些举措还在计划中，由谁负责？
//+   en: What is planned, and by whom?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization], zh: 机构, en: agency, optional: true}
//+ columns:
//+   body: {zh: 机构, en: body}
//+   measure: {zh: 举措, en: measure}
//+   cue: {zh: 提示词, en: cue}
//+   concerns: {zh: 涉及, en: concerns}
//+   said_by: {zh: 陈述者, en: stated by}
//+   document: {zh: 文献, en: document}
//+   date: {zh: 日期, en: date}
//+ show: table
//+ order: true
MATCH (a)-[:UNDERTAKES]->(m:Measure {status: 'planned'})-[:STATED_IN]->(d:Document)
WHERE $agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
OPTIONAL MATCH (m)-[:CONCERNS]->(x)
WITH a, m, d, x ORDER BY x.name
WITH a, m, d, collect(x.name) AS concerns
RETURN a.name AS body, m.quote AS measure, m.cue AS cue, concerns AS concerns, m.stated_by AS said_by, d.name AS document, d.date AS date
ORDER BY body, document, measure
