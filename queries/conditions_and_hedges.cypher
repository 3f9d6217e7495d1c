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
WHERE c.quote =~ '(?s).*(同等条件|尽可能|原则上|视情况|酌情|符合条件|前提下|财力|优先|条件成熟|subject to|where possible|in principle|as far as|eligible).*'
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SUBJECT|AWARDED|UNDERTAKES]-(a)
WITH c, d, a
WHERE $thing IS NULL OR (a.id = $thing OR a.name = $thing OR $thing IN coalesce(a.aliases, [])) OR EXISTS { MATCH (c)-[:OBJECT|BENEFITS|CONCERNS]->(x) WHERE (x.id = $thing OR x.name = $thing OR $thing IN coalesce(x.aliases, [])) }
WITH c, d, a ORDER BY d.name, c.quote, c.id, a.name LIMIT 1000
CALL (c) {
  OPTIONAL MATCH (c)-[:OBJECT|BENEFITS|CONCERNS]->(x)
  WITH x.name AS name ORDER BY name
  RETURN collect(name) AS concerns
}
RETURN a.name AS body, concerns AS concerns, [w IN ['同等条件', '尽可能', '原则上', '视情况', '酌情', '符合条件', '前提下', '财力', '优先', '条件成熟', 'subject to', 'where possible', 'in principle', 'as far as', 'eligible'] WHERE c.quote CONTAINS w][0] AS word, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY document, quote, claim, body
