//+ title:
//+   zh: 附带条件与留有余地的表述
//+   en: Conditions and hedges
//+ theme: money
//+ question:
//+   zh: 哪些支持附有条件或留有余地（同等条件、尽可能、原则上）？
//+   en: Which conditions and hedges limit support?
//+ params:
//+   thing: {type: node, kind: [Agency, Region, Fund, Policy, DemonstrationZone, HighTechZone, DevelopmentZone], zh: 机构或园区, en: body or zone, optional: true}
//+ ask:
//+   - 'condition support ?policy ?money'
//+   - 'condition @thing'
//+   - 'condition promise|plan ?thing'
//+   - 'condition'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   concerns: {zh: 涉及, en: concerns}
//+   word: {zh: 条件词, en: hedge}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (c:Claim|Grant|Measure)
WHERE c.quote CONTAINS '同等条件' OR c.quote CONTAINS '尽可能' OR c.quote CONTAINS '原则上' OR c.quote CONTAINS '视情况' OR c.quote CONTAINS '酌情' OR c.quote CONTAINS '符合条件' OR c.quote CONTAINS '前提下' OR c.quote CONTAINS '财力' OR c.quote CONTAINS '优先' OR c.quote CONTAINS '条件成熟' OR c.quote CONTAINS 'subject to' OR c.quote CONTAINS 'where possible' OR c.quote CONTAINS 'in principle' OR c.quote CONTAINS 'as far as' OR c.quote CONTAINS 'eligible'
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SUBJECT|AWARDED|UNDERTAKES]-(a)
OPTIONAL MATCH (c)-[:OBJECT|BENEFITS|CONCERNS]->(x)
WITH c, d, a, x ORDER BY x.name
WITH c, d, a, collect(x) AS found
WHERE $thing IS NULL OR (a.id = $thing OR a.name = $thing OR $thing IN coalesce(a.aliases, [])) OR any(x IN found WHERE (x.id = $thing OR x.name = $thing OR $thing IN coalesce(x.aliases, [])))
RETURN a.name AS body, [x IN found | x.name] AS concerns, [w IN ['同等条件', '尽可能', '原则上', '视情况', '酌情', '符合条件', '前提下', '财力', '优先', '条件成熟', 'subject to', 'where possible', 'in principle', 'as far as', 'eligible'] WHERE c.quote CONTAINS w][0] AS word, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY document, quote, claim, body
LIMIT 1000
