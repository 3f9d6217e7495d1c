//+ title:
//+   zh: 资金从哪里来，到哪里去
//+   en: Money from source to project
//+ theme: money
//+ question:
//+   zh: 资金从哪里来，经过谁，流向哪些项目和园区？
//+   en: Where does money come from, through whom, and to which projects and zones?
//+ params:
//+   thing: {type: node, kind: [Fund, Agency, Organization, Project, Region, Programme, Platform, DemonstrationZone, HighTechZone, DevelopmentZone], zh: 资金、机构或受益者, en: "fund, body or beneficiary", optional: true}
//+   year: {type: integer, zh: 年份, en: year, optional: true}
//+ ask:
//+   - 'flow money ?programme ?who'
//+   - 'flow @thing ?money ?programme'
//+   - 'flow @thing howmuch ?money'
//+ columns:
//+   fund: {zh: 资金, en: fund}
//+   giver: {zh: 资助方, en: giver}
//+   beneficiary: {zh: 受益者, en: beneficiary}
//+   amount: {zh: 金额（元）, en: amount in yuan}
//+   year: {zh: 年份, en: year}
//+   projects: {zh: 项目数, en: projects}
//+   kind: {zh: 类别, en: kind}
//+   contested: {zh: 有分歧, en: contested}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: sankey
//+ order: true
MATCH (g:Grant)-[:STATED_IN]->(d:Document)
WHERE $year IS NULL OR g.year = $year
OPTIONAL MATCH (f:Fund)-[:FINANCES]->(g)
OPTIONAL MATCH (a)-[:AWARDED]->(g)
OPTIONAL MATCH (g)-[:BENEFITS]->(b)
WITH g, d, f, a, b
WHERE ($thing IS NULL AND (f IS NOT NULL OR a IS NOT NULL) AND b IS NOT NULL) OR (f.id = $thing OR f.name = $thing OR $thing IN coalesce(f.aliases, [])) OR (a.id = $thing OR a.name = $thing OR $thing IN coalesce(a.aliases, [])) OR (b.id = $thing OR b.name = $thing OR $thing IN coalesce(b.aliases, []))
RETURN f.name AS fund, a.name AS giver, b.name AS beneficiary, g.amount AS amount, g.year AS year, g.projects AS projects, g.kind AS kind, g.contested AS contested, g.status AS status, g.stated_by AS said_by, g.quote AS quote, d.name AS document, g.id AS claim
ORDER BY amount DESC, claim, fund, giver, beneficiary
