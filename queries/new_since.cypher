//+ title:
//+   zh: 某日以来的新内容
//+   en: New since a date
//+ theme: evidence
//+ question:
//+   zh: 某个日期以来的文献新说了什么？
//+   en: What do documents since a date say?
//+ params:
//+   since: {type: date, zh: 自, en: since}
//+ ask:
//+   - 'new @since ?claim ?document ?policy ?says'
//+   - 'document @since says ?new'
//+   - 'says @since ?claim ?document'
//+   - 'claim @since new ?document'
//+ columns:
//+   date: {zh: 日期, en: date}
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
//+ example: {since: '2022-01-01'}
MATCH (d:Document)
WHERE d.date >= $since AND NOT coalesce(d.reference, false)
MATCH (d)<-[:STATED_IN]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
RETURN d.date AS date, s.name AS subject, c.predicate AS relation, o.name AS object, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY date DESC, document, claim, subject, object
LIMIT 1000
