//+ title:
//+   zh: 提出而未答复
//+   en: Asked and not answered
//+ theme: promises
//+ question:
//+   zh: 建议中提出、答复里没有回应的事项有哪些？
//+   en: What did proposers ask for that the reply does not answer?
//+ params:
//+   proposal: {type: node, kind: [Proposal], zh: 建议提案, en: proposal, optional: true}
//+ ask:
//+   - 'unanswered asked ?proposal ?deputy'
//+   - 'unanswered proposal'
//+   - 'unanswered @proposal ?asked'
//+   - 'unanswered deputy ?asked'
//+   - 'unanswered'
//+ columns:
//+   proposal: {zh: 建议提案, en: proposal}
//+   asked: {zh: 诉求, en: asked for}
//+   kind: {zh: 类别, en: kind}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+   reply: {zh: 答复, en: reply}
//+ show: table
//+ order: true
MATCH (p:Proposal)<-[:SUBJECT]-(c:Claim {predicate: 'ASKS'})-[:OBJECT]->(x)
WHERE $proposal IS NULL OR (p.id = $proposal OR p.name = $proposal OR p.number = $proposal OR $proposal IN coalesce(p.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (p)<-[:REPLIES_TO]-(answer:Document)
WITH p, c, x, d, answer
WHERE NOT EXISTS { MATCH (x)<-[:SUBJECT|OBJECT]-(o:Claim)-[:STATED_IN]->(answer) WHERE o.predicate <> 'ASKS' AND o.status IN ['done', 'ongoing', 'planned'] }
  AND NOT EXISTS { MATCH (x)<-[:CONCERNS]-(:Measure)-[:STATED_IN]->(answer) }
RETURN p.name AS proposal, x.name AS asked, labels(x)[0] AS kind, c.quote AS quote, d.name AS document, c.id AS claim, answer.name AS reply
ORDER BY proposal, asked, claim
