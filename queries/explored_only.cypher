//+ title:
//+   zh: 只是“探索”的事项
//+   en: Only explored
//+ theme: promises
//+ question:
//+   zh: 哪些事项只是“探索”“研究”“争取”，而没有印发或完成？
//+   en: Which items are only to be explored or studied, and are not issued or done?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization], zh: 机构, en: body, optional: true}
//+ ask:
//+   - 'explore ?only ?undone ?thing ?policy ?issue'
//+   - 'explore @agency ?only ?undone ?thing'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   concerns: {zh: 涉及, en: concerns}
//+   word: {zh: 提示词, en: cue word}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   date: {zh: 日期, en: date}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (c:Measure|Claim)
WHERE c.status <> 'done' AND c.quote =~ '(?s).*(探索|研究|谋划|争取|力争|适时|explor|study |seek).*'
MATCH (c)-[:STATED_IN]->(d:Document)
MATCH (c)-[:UNDERTAKES|SUBJECT]-(a:Agency|Organization|Region|Policy)
WHERE $agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
WITH a, c, d ORDER BY a.name, d.name, c.quote, c.id LIMIT 1000
CALL (c) {
  OPTIONAL MATCH (c)-[:CONCERNS|OBJECT]->(x)
  WITH x.name AS name ORDER BY name
  RETURN collect(name) AS concerns
}
RETURN a.name AS body, concerns AS concerns, [w IN ['探索', '研究', '谋划', '争取', '力争', '适时', 'explor', 'study ', 'seek'] WHERE c.quote CONTAINS w][0] AS word, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, d.date AS date, c.id AS claim
ORDER BY body, document, quote, claim
LIMIT 1000
