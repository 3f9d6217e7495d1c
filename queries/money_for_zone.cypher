//+ title:
//+   zh: 给某园区的资金
//+   en: Money for a zone
//+ theme: money
//+ question:
//+   zh: 各年各来源给了这个园区或地区多少资金？
//+   en: How much money went to this zone or region, by year and source?
//+ params:
//+   zone: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone, Region], zh: 园区或地区, en: zone or region}
//+   year: {type: integer, zh: 年份, en: year, optional: true}
//+ ask:
//+   - 'howmuch @zone ?receive ?money ?yearly ?support'
//+   - 'money receive @zone ?yearly ?howmuch'
//+   - 'money yearly @zone ?receive ?support'
//+   - 'support yearly @zone ?receive ?money'
//+   - 'money number @zone'
//+   - 'money @zone ?yearly ?receive ?howmuch'
//+ columns:
//+   year: {zh: 年份, en: year}
//+   fund: {zh: 资金, en: fund}
//+   giver: {zh: 资助方, en: giver}
//+   amount: {zh: 金额（元）, en: amount in yuan}
//+   projects: {zh: 项目数, en: projects}
//+   contested: {zh: 有分歧, en: contested}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: bar
//+ order: true
//+ example: {zone: 桂林市国家可持续发展议程创新示范区}
MATCH (z:DemonstrationZone|HighTechZone|DevelopmentZone|Region)<-[:BENEFITS]-(g:Grant)
WHERE (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, [])) AND ($year IS NULL OR g.year = $year)
MATCH (g)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (f:Fund)-[:FINANCES]->(g)
OPTIONAL MATCH (a)-[:AWARDED]->(g)
RETURN g.year AS year, f.name AS fund, a.name AS giver, g.amount AS amount, g.projects AS projects, g.contested AS contested, g.status AS status, g.stated_by AS said_by, g.quote AS quote, d.name AS document, g.id AS claim
ORDER BY coalesce(year, 0), amount DESC, quote, claim, giver
