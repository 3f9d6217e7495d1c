//+ title:
//+   zh: 政策的各种名称
//+   en: All names of a policy
//+ theme: policies
//+ question:
//+   zh: 同一项政策有哪些名称、简称和文号？
//+   en: Which names, short names and numbers does a policy have?
//+ params:
//+   policy: {type: node, kind: [Policy], zh: 政策, en: policy}
//+ ask:
//+   - 'names @policy ?other ?policy'
//+ columns:
//+   policy: {zh: 政策, en: policy}
//+   number: {zh: 文号, en: number}
//+   alias: {zh: 又名, en: also called}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {policy: 桂政发〔2019〕48号}
MATCH (p:Policy)
WHERE (p.id = $policy OR p.name = $policy OR p.doc_no = $policy OR $policy IN coalesce(p.aliases, []))
UNWIND [p.name] + coalesce(p.aliases, []) AS alias
OPTIONAL MATCH (p)<-[:SUBJECT|OBJECT]-(c:Claim)-[:STATED_IN]->(d:Document) WHERE c.quote CONTAINS alias
WITH p, alias, c, d ORDER BY c.id
WITH p, alias, collect(c.quote) AS quotes, collect(d.name) AS documents, collect(c.id) AS claims
RETURN p.name AS policy, p.doc_no AS number, alias AS alias, quotes[0] AS quote, documents[0] AS document, claims[0] AS claim
ORDER BY policy, alias
