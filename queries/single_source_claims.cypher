//+ title:
//+   zh: 只有一个来源的说法
//+   en: Single-source facts
//+ theme: evidence
//+ question:
//+   zh: 哪些事实只有一份文献这样说？
//+   en: Which facts rest on one document only?
//+ params:
//+   thing: {type: node, kind: [Agency, Organization, Person, Region, DemonstrationZone, HighTechZone, DevelopmentZone, Policy, Fund, Programme, Project, Platform, Mechanism, TargetGroup, Meeting, Proposal], zh: 事物, en: thing, optional: true}
//+ ask:
//+   - 'single claim ?document ?source ?says'
//+   - 'single document|source ?claim ?thing'
//+   - 'single ?says'
//+ columns:
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
OPTIONAL MATCH (t:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal)
WHERE $thing IS NOT NULL AND (t.id = $thing OR t.name = $thing OR $thing IN coalesce(t.aliases, []))
WITH collect(t.id) AS things
MATCH (a)-[r:ISSUED|APPROVED|APPLIED_FOR|MANAGES|SUPPORTS|TARGETS|IMPLEMENTS|BASED_ON|REPEALS|APPLIES_TO|PART_OF|LOCATED_IN|COOPERATES_WITH|HANDLES|SUBMITTED|ASKS|REPLIES_TO|CITES]->(b)
WHERE r.documents = 1 AND ($thing IS NULL OR a.id IN things OR b.id IN things)
WITH a, r, b ORDER BY a.name, type(r), b.name, a.id, b.id LIMIT 500
WITH a, r, b, r.claims[0] AS claim
MATCH (c:Claim {id: claim})-[:STATED_IN]->(d:Document)
RETURN DISTINCT a.name AS subject, type(r) AS relation, b.name AS object, r.status AS status, r.stated_by AS said_by, r.quote AS quote, d.name AS document, c.id AS claim
ORDER BY subject, relation, object, claim
