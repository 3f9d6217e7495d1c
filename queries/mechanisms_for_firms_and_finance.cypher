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
WHERE (c.quote =~ '(?s).*(金融|银行|信贷|融资|贷款|保险|担保|创业投资|financ|bank|credit|loan).*' OR EXISTS { MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.name =~ '(?s).*(金融|银行|信贷|融资|贷款|保险|担保|创业投资|financ|bank|credit|loan).*' })
  AND (c.quote =~ '(?s).*(企业|公司|enterprise|firm|compan).*' OR EXISTS { MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.name =~ '(?s).*(企业|公司|enterprise|firm|compan).*' })
WITH DISTINCT labels(m)[0] AS kind, m.id AS thing, m.name AS mechanism, c.id AS claim
MATCH (c:Claim|Measure {id: claim})-[:STATED_IN]->(d:Document)
WITH kind, thing, mechanism, c, d ORDER BY kind, mechanism, d.name, claim LIMIT 500
CALL (c, thing) {
  OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> thing
  WITH DISTINCT x.name AS name ORDER BY name
  RETURN collect(name) AS other
}
RETURN mechanism AS mechanism, kind AS kind, coalesce(c.predicate, 'CONCERNS') AS relation, other AS other, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, mechanism, document, claim
