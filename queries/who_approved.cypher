//+ title:
//+   zh: 谁批准的
//+   en: Who approved it
//+ theme: bodies
//+ question:
//+   zh: 谁批准了这项政策、园区、平台或资金，何时？
//+   en: Who approved this policy, zone, platform or fund, and when?
//+ params:
//+   thing: {type: node, kind: [Policy, DemonstrationZone, HighTechZone, DevelopmentZone, Platform, Project, Fund, Programme, Mechanism], zh: 政策、园区或平台, en: "policy, zone or platform"}
//+ ask:
//+   - 'approve who @thing ?when'
//+   - 'approve @thing ?when'
//+ columns:
//+   thing: {zh: 事物, en: thing}
//+   kind: {zh: 类别, en: kind}
//+   body: {zh: 批准者, en: approved by}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {thing: 广西壮族自治区绿色金融改革创新实施方案}
MATCH (x:Policy|DemonstrationZone|HighTechZone|DevelopmentZone|Platform|Project|Fund|Programme|Mechanism)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.predicate = 'APPROVED' AND (x.id = $thing OR x.name = $thing OR x.doc_no = $thing OR $thing IN coalesce(x.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN x.name AS thing, labels(x)[0] AS kind, a.name AS body, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY thing, body, document, claim
