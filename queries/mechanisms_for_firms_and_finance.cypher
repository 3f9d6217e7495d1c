//+ title:
//+   zh: 连接企业与金融的机制
//+   en: What ties firms to finance
//+ theme: platforms
//+ question:
//+   zh: 哪些机制和平台把企业与金融机构连接起来？
//+   en: Which mechanisms and platforms tie firms to finance?
//+ ask:
//+   - 'platform firm finance ?connect ?support ?receive'
//+   - 'connect firm|finance mechanism|platform ?firm ?finance'
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
WHERE ((c.quote CONTAINS '金融' OR c.quote CONTAINS '银行' OR c.quote CONTAINS '信贷' OR c.quote CONTAINS '融资' OR c.quote CONTAINS '贷款' OR c.quote CONTAINS '保险' OR c.quote CONTAINS '担保' OR c.quote CONTAINS '创业投资' OR c.quote CONTAINS 'financ' OR c.quote CONTAINS 'bank' OR c.quote CONTAINS 'credit' OR c.quote CONTAINS 'loan') OR (m.name CONTAINS '金融' OR m.name CONTAINS '银行' OR m.name CONTAINS '信贷' OR m.name CONTAINS '融资' OR m.name CONTAINS '贷款' OR m.name CONTAINS '保险' OR m.name CONTAINS '担保' OR m.name CONTAINS '创业投资' OR m.name CONTAINS 'financ' OR m.name CONTAINS 'bank' OR m.name CONTAINS 'credit' OR m.name CONTAINS 'loan') OR EXISTS { MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> m.id AND (x.name CONTAINS '金融' OR x.name CONTAINS '银行' OR x.name CONTAINS '信贷' OR x.name CONTAINS '融资' OR x.name CONTAINS '贷款' OR x.name CONTAINS '保险' OR x.name CONTAINS '担保' OR x.name CONTAINS '创业投资' OR x.name CONTAINS 'financ' OR x.name CONTAINS 'bank' OR x.name CONTAINS 'credit' OR x.name CONTAINS 'loan') })
  AND ((c.quote CONTAINS '企业' OR c.quote CONTAINS '公司' OR c.quote CONTAINS 'enterprise' OR c.quote CONTAINS 'firm' OR c.quote CONTAINS 'compan') OR (m.name CONTAINS '企业' OR m.name CONTAINS '公司' OR m.name CONTAINS 'enterprise' OR m.name CONTAINS 'firm' OR m.name CONTAINS 'compan') OR EXISTS { MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> m.id AND (x.name CONTAINS '企业' OR x.name CONTAINS '公司' OR x.name CONTAINS 'enterprise' OR x.name CONTAINS 'firm' OR x.name CONTAINS 'compan') })
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> m.id
WITH m, c, x ORDER BY x.name
WITH m, c, collect(DISTINCT x.name) AS other
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN m.name AS mechanism, labels(m)[0] AS kind, coalesce(c.predicate, 'CONCERNS') AS relation, other AS other, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, mechanism, document, claim
LIMIT 500
