//+ title:
//+   zh: 连接企业与金融的机制
//+   en: What ties firms to finance
//+ question:
//+   zh: 哪些机制和平台把企业与金融机构连接起来？
//+   en: Which mechanisms and platforms tie firms to finance?
//+ ask:
//+   - 'connect firm finance ?mechanism ?platform'
//+   - 'mechanism firm finance ?connect'
//+ columns:
//+   mechanism: {zh: 机制, en: mechanism}
//+   kind: {zh: 类别, en: kind}
//+   relation: {zh: 关系, en: relation}
//+   other: {zh: 另一方, en: with}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (m:Mechanism|Platform|Fund)<-[:SUBJECT|OBJECT|CONCERNS]-(c:Claim|Measure)
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> m.id
WITH m, c, x ORDER BY x.name
WITH m, c, collect(DISTINCT x.name) AS other
WITH m, c, other, reduce(t = toString(m.name) + ' ' + toString(c.quote), o IN other | t + ' ' + toString(o)) AS words
WHERE (words CONTAINS '企业' OR words CONTAINS '公司' OR words CONTAINS 'enterprise' OR words CONTAINS 'firm' OR words CONTAINS 'compan') AND (words CONTAINS '金融' OR words CONTAINS '银行' OR words CONTAINS '信贷' OR words CONTAINS '融资' OR words CONTAINS '贷款' OR words CONTAINS '保险' OR words CONTAINS '担保' OR words CONTAINS '创业投资' OR words CONTAINS 'financ' OR words CONTAINS 'bank' OR words CONTAINS 'credit' OR words CONTAINS 'loan')
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN m.name AS mechanism, labels(m)[0] AS kind, coalesce(c.predicate, 'CONCERNS') AS relation, other AS other, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, mechanism, document, claim
LIMIT 500
