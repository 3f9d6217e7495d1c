//+ title:
//+   zh: 关于某事物的全部事实与出处
//+   en: All facts about a thing with their sources
//+ theme: evidence
//+ question:
//+   zh: 关于这个事物图谱里有哪些事实，各出自哪里？
//+   en: What does the graph know about this thing, and where does each fact stand?
//+ params:
//+   thing: {type: node, kind: [Agency, Organization, Person, Region, DemonstrationZone, HighTechZone, DevelopmentZone, Policy, Fund, Programme, Project, Platform, Mechanism, TargetGroup, Meeting, Proposal], zh: 事物, en: thing}
//+ ask:
//+   - '@thing'
//+   - 'about @thing ?claim ?source ?document'
//+   - 'claim @thing touch ?about'
//+   - 'act @thing'
//+ columns:
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+   date: {zh: 日期, en: date}
//+   url: {zh: 网址, en: address}
//+ show: graph
//+ order: true
//+ example: {thing: 桂林市国家可持续发展议程创新示范区}
MATCH (n:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal)
WHERE (n.id = $thing OR n.name = $thing OR n.doc_no = $thing OR $thing IN coalesce(n.aliases, []))
MATCH (n)<-[:SUBJECT|OBJECT]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN DISTINCT s.name AS subject, c.predicate AS relation, o.name AS object, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim, d.date AS date, d.url AS url
ORDER BY date, document, claim, subject, object
LIMIT 1000
