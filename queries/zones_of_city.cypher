//+ title:
//+   zh: 某市的示范区与园区
//+   en: Zones of a city
//+ question:
//+   zh: 这个地区有哪些示范区、高新区和园区？
//+   en: Which zones does this city belong to?
//+ params:
//+   region: {type: node, kind: [Region], zh: 地区, en: region}
//+ columns:
//+   zone: {zh: 园区, en: zone}
//+   kind: {zh: 类别, en: kind}
//+   status: {zh: 状态, en: status}
//+   quote: {zh: 原文, en: words}
//+   said_by: {zh: 陈述者, en: stated by}
//+ show: table
//+ order: true
//+ example: {region: 桂林市}
MATCH (z)-[r:LOCATED_IN]->(g:Region)
WHERE (g.id = $region OR g.name = $region OR $region IN coalesce(g.aliases, [])) AND (z:DemonstrationZone OR z:HighTechZone OR z:DevelopmentZone)
RETURN z.name AS zone, labels(z)[0] AS kind, r.status AS status, r.quote AS quote, r.stated_by AS said_by
ORDER BY kind, zone
