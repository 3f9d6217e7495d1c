//+ title:
//+   zh: 后来兑现的承诺
//+   en: Promises fulfilled later
//+ theme: promises
//+ question:
//+   zh: 哪些计划或申报后来实现了？
//+   en: Which commitments were fulfilled later?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization, Region], zh: 机构, en: body, optional: true}
//+ ask:
//+   - 'promise kept ?later ?whether'
//+   - 'plan kept later ?whether'
//+   - 'promise kept @agency ?later ?whether'
//+   - 'plan kept @agency later ?whether'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   object: {zh: 客体, en: object}
//+   promise_quote: {zh: 承诺原文, en: words of the promise}
//+   promise_document: {zh: 承诺文献, en: promised in}
//+   promise_date: {zh: 承诺日期, en: promised on}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   date: {zh: 日期, en: date}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
MATCH (c:Claim)-[:FULFILS]->(p:Claim)-[:SUBJECT]->(a), (p)-[:OBJECT]->(o)
WHERE $agency IS NULL OR (a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, []))
MATCH (c)-[:STATED_IN]->(d:Document)
MATCH (p)-[:STATED_IN]->(e:Document)
RETURN a.name AS body, o.name AS object, p.quote AS promise_quote, e.name AS promise_document, e.date AS promise_date, c.quote AS quote, d.name AS document, d.date AS date, c.id AS claim
ORDER BY promise_date, body, object, claim, promise_quote
