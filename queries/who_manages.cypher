//+ title:
//+   zh: 谁负责
//+   en: Who is in charge
//+ theme: bodies
//+ question:
//+   zh: 哪个机构牵头、管理或负责这个园区、资金、平台或机制？
//+   en: Which body leads, runs or is responsible for this zone, fund, platform or mechanism?
//+ params:
//+   thing: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone, Fund, Programme, Platform, Project, Mechanism], zh: 园区、资金、平台或机制, en: "zone, fund, platform or mechanism"}
//+ ask:
//+   - 'charge who @thing'
//+   - 'charge @thing ?who ?when'
//+ columns:
//+   thing: {zh: 事物, en: thing}
//+   kind: {zh: 类别, en: kind}
//+   body: {zh: 负责者, en: in charge}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {thing: 广西创新驱动发展专项资金}
MATCH (x:DemonstrationZone|HighTechZone|DevelopmentZone|Fund|Programme|Platform|Project|Mechanism)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.predicate = 'MANAGES' AND (x.id = $thing OR x.name = $thing OR $thing IN coalesce(x.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN x.name AS thing, labels(x)[0] AS kind, a.name AS body, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY thing, body, document, claim
