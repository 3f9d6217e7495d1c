//+ title:
//+   zh: 政策的依据与废止
//+   en: What a policy rests on and repeals
//+ theme: policies
//+ question:
//+   zh: 这项政策依据什么，废止或取代了什么？
//+   en: What is this policy based on, and what does it repeal?
//+ params:
//+   policy: {type: node, kind: [Policy], zh: 政策, en: policy}
//+ ask:
//+   - 'basis @policy ?policy'
//+   - 'repeal @policy ?policy'
//+ columns:
//+   relation: {zh: 关系, en: relation}
//+   other: {zh: 另一方, en: other}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {policy: 桂政发〔2019〕48号}
MATCH (p:Policy)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o)
WHERE (p.id = $policy OR p.name = $policy OR p.doc_no = $policy OR $policy IN coalesce(p.aliases, [])) AND c.predicate IN ['BASED_ON', 'REPEALS']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.predicate AS relation, o.name AS other, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY relation, other, claim
