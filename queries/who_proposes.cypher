//+ title:
//+   zh: 哪些代表关注示范区
//+   en: Which deputies raise zones
//+ theme: bodies
//+ question:
//+   zh: 哪些代表、委员提出了关于示范区和园区的建议？
//+   en: Which deputies or members raise zones in their proposals?
//+ params:
//+   zone: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone], zh: 示范区或园区, en: zone, optional: true}
//+ ask:
//+   - 'submit who @zone ?support ?care ?asked'
//+   - 'deputy care ?zone ?proposal ?who'
//+   - 'deputy zone ?care ?proposal ?asked'
//+   - 'deputy proposal zone ?care ?asked ?who'
//+   - 'deputy @zone ?care ?asked ?proposal'
//+   - 'proposal zone who submit|care'
//+   - 'proposal @zone care|submit ?who ?cite ?touch'
//+   - 'proposal @zone ?touch'
//+ columns:
//+   proposer: {zh: 提出者, en: proposer}
//+   proposal: {zh: 建议提案, en: proposal}
//+   zones: {zh: 涉及园区, en: zones}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (p:Person|Organization)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(s:Proposal)
WHERE c.predicate = 'SUBMITTED'
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (s)<-[:REPLIES_TO]-(:Document)-[:MENTIONS]->(z:DemonstrationZone|HighTechZone|DevelopmentZone)
WITH p, s, c, d, z ORDER BY z.name
WITH p, s, c, d, collect(DISTINCT z) AS found
WHERE $zone IS NULL OR any(z IN found WHERE (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, [])))
RETURN p.name AS proposer, s.name AS proposal, [z IN found | z.name] AS zones, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY proposal, proposer, claim
