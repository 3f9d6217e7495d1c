//+ title:
//+   zh: 一项政策的来龙去脉
//+   en: How a policy came about
//+ theme: policies
//+ question:
//+   zh: 这项政策由谁报请、谁出台、谁批准、谁落实？
//+   en: Who requested, issued, approved and implements this policy?
//+ params:
//+   policy: {type: node, kind: [Policy], zh: 政策, en: policy}
//+ ask:
//+   - 'origin @policy ?policy ?issue ?implement ?approve ?request ?document'
//+   - 'issue @policy ?request ?implement ?approve ?who ?when'
//+   - 'implement @policy ?request ?issue ?approve ?who'
//+   - 'request @policy ?issue ?implement ?approve ?who'
//+   - 'request issue implement @policy ?who'
//+   - 'charge @policy ?who'
//+ columns:
//+   step: {zh: 步骤, en: step}
//+   body: {zh: 主体, en: body or text}
//+   relation: {zh: 关系, en: relation}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
//+ example: {policy: 桂政发〔2019〕48号}
MATCH (p:Policy)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE (p.id = $policy OR p.name = $policy OR p.doc_no = $policy OR $policy IN coalesce(p.aliases, [])) AND c.predicate IN ['APPLIED_FOR', 'APPROVED', 'ISSUED', 'IMPLEMENTS', 'BASED_ON', 'REPEALS']
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN CASE c.predicate WHEN 'APPLIED_FOR' THEN 1 WHEN 'APPROVED' THEN 2 WHEN 'ISSUED' THEN 3 WHEN 'IMPLEMENTS' THEN 4 WHEN 'BASED_ON' THEN 5 ELSE 6 END AS step, a.name AS body, c.predicate AS relation, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY step, body, document, claim
