//+ title:
//+   zh: 没有文号的政策
//+   en: Policies without a number
//+ theme: policies
//+ question:
//+   zh: 哪些政策没有文号？
//+   en: Which policies have no document number?
//+ ask:
//+   - 'nonumber policy'
//+   - 'nonumber document'
//+   - 'nonumber'
//+ columns:
//+   policy: {zh: 政策, en: policy}
//+   issuers: {zh: 发布者, en: issuers}
//+   documents: {zh: 文献数, en: documents}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (p:Policy)
WHERE p.doc_no IS NULL
OPTIONAL MATCH (p)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH p, min(c.id) AS first
OPTIONAL MATCH (a)-[:ISSUED]->(p)
WITH p, first, a.name AS issuer ORDER BY issuer
WITH p, first, collect(issuer) AS issuers
OPTIONAL MATCH (c:Claim {id: first})-[:STATED_IN]->(d:Document)
RETURN p.name AS policy, issuers AS issuers, p.documents AS documents, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY policy, p.id
