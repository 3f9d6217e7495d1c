//+ title:
//+   zh: 某机构发布的政策
//+   en: Policies an agency issued
//+ theme: policies
//+ question:
//+   zh: 这个机构单独或联合发布了哪些政策？
//+   en: Which policies did this agency issue, alone or jointly?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization], zh: 机构, en: agency}
//+ ask:
//+   - 'issue @agency policy ?when ?together'
//+   - 'issue @agency ?who ?together'
//+   - 'policy @agency'
//+ columns:
//+   policy: {zh: 政策, en: policy}
//+   number: {zh: 文号, en: number}
//+   partners: {zh: 联合发布者, en: jointly with}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {agency: 广西壮族自治区人民政府}
MATCH (a:Agency|Organization)<-[:SUBJECT]-(c:Claim {predicate: 'ISSUED'})-[:OBJECT]->(p:Policy)
WHERE (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (other)-[:ISSUED]->(p) WHERE other.id <> a.id
WITH p, c, d, other ORDER BY other.name
WITH p, c, d, collect(DISTINCT other.name) AS partners
RETURN p.name AS policy, p.doc_no AS number, partners AS partners, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY policy, document, claim
