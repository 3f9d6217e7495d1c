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
OPTIONAL MATCH (a)-[:ISSUED]->(p)
WITH p, a ORDER BY a.name
WITH p, collect(a.name) AS issuers
OPTIONAL MATCH (p)<-[:SUBJECT|OBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WITH p, issuers, c, d ORDER BY c.id
WITH p, issuers, collect(c.quote) AS quotes, collect(d.name) AS found, collect(c.id) AS claims
RETURN p.name AS policy, issuers AS issuers, p.documents AS documents, quotes[0] AS quote, found[0] AS document, claims[0] AS claim
ORDER BY policy, p.id
