//+ title:
//+   zh: 中央驻地方机构做了什么
//+   en: What branches of central bodies do
//+ theme: bodies
//+ question:
//+   zh: 中央驻地方机构（人民银行分支、银保监局、海关、税务等）参与了什么？
//+   en: What do the local branches of central bodies do?
//+ params:
//+   region: {type: string, words: place, zh: 地名（如 南宁）, en: place (such as 南宁), optional: true}
//+ ask:
//+   - 'branch act ?body'
//+   - 'branch ?body ?who ?support ?plan'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 另一方, en: with}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (a:Agency)
WHERE (a.branch = true OR any(w IN ['中国人民银行', '国家税务总局', '国家外汇管理局', '国家金融监督管理总局', '中国证券监督管理委员会', '中国银行保险监督管理委员会'] WHERE a.name STARTS WITH w AND a.name <> w) OR any(w IN ['海关', '银保监局', '证监局', '证监会监管局'] WHERE a.name ENDS WITH w))
  AND ($region IS NULL OR a.name CONTAINS $region OR a.region = $region)
MATCH (a)-[:SUBJECT|OBJECT|UNDERTAKES|CONCERNS]-(c:Claim|Measure)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|CONCERNS|UNDERTAKES]-(x) WHERE x.id <> a.id
WITH a, c, d, x ORDER BY x.name
WITH a, c, d, collect(DISTINCT x.name) AS objects
RETURN a.name AS body, coalesce(c.predicate, 'UNDERTAKES') AS relation, objects AS object, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY body, relation, document, claim
