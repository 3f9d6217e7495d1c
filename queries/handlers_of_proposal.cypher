//+ title:
//+   zh: 建议由谁办理
//+   en: Who handles a proposal
//+ theme: bodies
//+ question:
//+   zh: 这件建议或提案由谁提出、谁主办、谁协办？
//+   en: Who put forward this proposal, who leads the answer and who helps?
//+ params:
//+   proposal: {type: node, kind: [Proposal], zh: 建议提案, en: proposal}
//+ ask:
//+   - 'handle @proposal ?who ?helper ?leader ?submit'
//+   - 'submit @proposal ?who ?deputy ?asked ?care'
//+   - 'leader @proposal'
//+   - 'helper @proposal'
//+ columns:
//+   proposal: {zh: 建议提案, en: proposal}
//+   body: {zh: 主体, en: body or person}
//+   relation: {zh: 关系, en: relation}
//+   role: {zh: 角色, en: role}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {proposal: 第2021574号代表建议}
MATCH (p:Proposal)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE (p.id = $proposal OR p.name = $proposal OR p.number = $proposal OR $proposal IN coalesce(p.aliases, [])) AND c.predicate IN ['HANDLES', 'SUBMITTED', 'REPLIES_TO']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN p.name AS proposal, a.name AS body, c.predicate AS relation, c.role AS role, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY proposal, relation, body, claim
