//+ title:
//+   zh: 哪些文件引用了某政策
//+   en: What cites a policy
//+ theme: policies
//+ question:
//+   zh: 哪些文件和政策引用了这项政策？
//+   en: Which documents and policies cite this policy?
//+ params:
//+   policy: {type: node, kind: [Policy], zh: 政策, en: policy}
//+ ask:
//+   - 'cite @policy ?document ?policy ?who'
//+   - 'cite @policy'
//+ columns:
//+   citing: {zh: 引用者, en: cited by}
//+   kind: {zh: 类别, en: kind}
//+   relation: {zh: 关系, en: relation}
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
MATCH (p:Policy)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(s)
WHERE (p.id = $policy OR p.name = $policy OR p.doc_no = $policy OR $policy IN coalesce(p.aliases, [])) AND c.predicate IN ['CITES', 'BASED_ON', 'REPEALS', 'IMPLEMENTS']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN s.name AS citing, labels(s)[0] AS kind, c.predicate AS relation, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY relation, citing, document, claim
