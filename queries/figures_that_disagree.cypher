//+ title:
//+   zh: 互相矛盾的数字
//+   en: Figures that disagree
//+ theme: money
//+ question:
//+   zh: 哪些资金数字有不同口径，相差多少？
//+   en: Which figures disagree, and by how much?
//+ params:
//+   thing: {type: node, kind: [Fund, DemonstrationZone, HighTechZone, DevelopmentZone, Region], zh: 资金或受益者, en: fund or beneficiary, optional: true}
//+   year: {type: integer, zh: 年份, en: year, optional: true}
//+ ask:
//+   - 'disagree number'
//+   - 'disagree money'
//+   - 'differ number ?money'
//+   - 'disagree number @thing'
//+   - 'disagree @thing'
//+   - 'disagree howmuch'
//+ columns:
//+   fund: {zh: 资金, en: fund}
//+   beneficiary: {zh: 受益者, en: beneficiary}
//+   year: {zh: 年份, en: year}
//+   first_amount: {zh: 金额一, en: one amount}
//+   first_said_by: {zh: 陈述者一, en: one speaker}
//+   second_amount: {zh: 金额二, en: other amount}
//+   second_said_by: {zh: 陈述者二, en: other speaker}
//+   difference: {zh: 相差, en: difference}
//+   first_quote: {zh: 原文一, en: one quote}
//+   second_quote: {zh: 原文二, en: other quote}
//+   first_document: {zh: 文献一, en: one document}
//+   second_document: {zh: 文献二, en: other document}
//+ show: table
//+ order: true
MATCH (g:Grant)-[:CONFLICTS_WITH]->(h:Grant)
WHERE $year IS NULL OR g.year = $year
MATCH (g)-[:STATED_IN]->(i:Document)
MATCH (h)-[:STATED_IN]->(j:Document)
OPTIONAL MATCH (f:Fund)-[:FINANCES]->(g)
OPTIONAL MATCH (g)-[:BENEFITS]->(b)
WITH f, b, g, CASE WHEN g.amount >= h.amount THEN g ELSE h END AS more, CASE WHEN g.amount >= h.amount THEN h ELSE g END AS less, CASE WHEN g.amount >= h.amount THEN i ELSE j END AS first, CASE WHEN g.amount >= h.amount THEN j ELSE i END AS second
WHERE $thing IS NULL OR (f.id = $thing OR f.name = $thing OR $thing IN coalesce(f.aliases, [])) OR (b.id = $thing OR b.name = $thing OR $thing IN coalesce(b.aliases, []))
RETURN f.name AS fund, b.name AS beneficiary, g.year AS year, more.amount AS first_amount, more.stated_by AS first_said_by, less.amount AS second_amount, less.stated_by AS second_said_by, more.amount - less.amount AS difference, more.quote AS first_quote, less.quote AS second_quote, first.name AS first_document, second.name AS second_document
ORDER BY difference DESC, first_quote, second_quote, first_document, second_document
