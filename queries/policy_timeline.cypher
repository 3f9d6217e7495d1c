//+ title:
//+   zh: 政策时间线
//+   en: Timeline of policies
//+ theme: policies
//+ question:
//+   zh: 某段时间内发布或批准了哪些政策？
//+   en: Which policies were issued or approved in a period?
//+ params:
//+   since: {type: date, zh: 自, en: from, default: '1949'}
//+   until: {type: date, zh: 至, en: until, default: '2100'}
//+ ask:
//+   - 'timeline policy ?issue ?approve ?document'
//+   - 'issue policy @since ?approve ?timeline'
//+   - 'issue policy @until ?approve ?timeline'
//+   - 'policy @since ?issue ?approve ?timeline'
//+   - 'policy @until ?timeline ?issue'
//+   - 'approve policy @since ?issue'
//+   - 'issue @since ?approve'
//+   - 'timeline @since'
//+ columns:
//+   start: {zh: 时间, en: when}
//+   policy: {zh: 政策, en: policy}
//+   number: {zh: 文号, en: number}
//+   relation: {zh: 关系, en: relation}
//+   body: {zh: 机构, en: body}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
//+ example: {since: '2019', until: '2021'}
MATCH (p:Policy)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE c.predicate IN ['ISSUED', 'APPROVED'] AND c.status = 'done'
WITH p, c, a, CASE WHEN c.start <> '' THEN c.start ELSE coalesce(p.date_issued, '') END AS start
WHERE start >= $since AND substring(start, 0, size($until)) <= $until
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN start AS start, p.name AS policy, p.doc_no AS number, c.predicate AS relation, a.name AS body, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY start, policy, body, claim
