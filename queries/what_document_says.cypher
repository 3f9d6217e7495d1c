//+ title:
//+   zh: 一份文献说了什么
//+   en: What a document says
//+ theme: evidence
//+ question:
//+   zh: 这份文献陈述了哪些事实？
//+   en: Which facts does this document state?
//+ params:
//+   document: {type: node, kind: [Document], zh: 文献, en: document}
//+ ask:
//+   - 'says @document ?claim ?document'
//+   - 'claim @document ?says ?about'
//+   - 'says document @document ?claim'
//+   - 'claim document @document ?says'
//+   - 'about document @document ?claim'
//+ columns:
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {document: 国务院关于同意桂林市建设国家可持续发展议程创新示范区的批复}
MATCH (d:Document)
WHERE (d.id = $document OR d.name = $document OR d.doc_no = $document OR d.file = $document)
MATCH (d)<-[:STATED_IN]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
RETURN s.name AS subject, c.predicate AS relation, o.name AS object, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, c.id AS claim
ORDER BY c.quote_start, relation, subject, object, claim
