//+ title:
//+   zh: 从试点到评价的制度链
//+   en: From pilot to evaluation
//+ theme: policies
//+ question:
//+   zh: 某个主题（如绿色金融）从试点、方案到评价的制度链是怎样的？
//+   en: How did a topic such as green finance move from pilot and plan to rules and evaluation?
//+ params:
//+   topic: {type: string, words: part, zh: 主题, en: topic}
//+ ask:
//+   - 'pilot evaluate @topic ?stage ?policy'
//+   - 'stage evaluate @topic ?pilot'
//+   - 'pilot @topic stage'
//+ columns:
//+   stage: {zh: 阶段（1试点 2方案 3办法 4评价）, en: stage (1 pilot 2 plan 3 rules 4 evaluation)}
//+   start: {zh: 时间, en: when}
//+   thing: {zh: 事物, en: thing}
//+   kind: {zh: 类别, en: kind}
//+   relation: {zh: 关系, en: relation}
//+   body: {zh: 机构, en: body}
//+   status: {zh: 状态, en: status}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
//+ example: {topic: 绿色金融}
MATCH (x:Policy|Mechanism|Programme|DemonstrationZone|HighTechZone|DevelopmentZone)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(a)
WHERE (x.name CONTAINS $topic OR any(y IN coalesce(x.aliases, []) WHERE y CONTAINS $topic)) AND c.predicate IN ['ISSUED', 'APPROVED', 'APPLIED_FOR', 'MANAGES']
MATCH (c)-[:STATED_IN]->(d:Document)
WITH x, c, a, d, CASE WHEN x.name CONTAINS '评价' OR x.name CONTAINS '评估' OR x.name CONTAINS '考核' THEN 4 WHEN x.name CONTAINS '办法' OR x.name CONTAINS '细则' OR x.name CONTAINS '条例' THEN 3 WHEN x.name CONTAINS '方案' OR x.name CONTAINS '规划' OR x.name CONTAINS '意见' THEN 2 ELSE 1 END AS stage
RETURN stage AS stage, CASE WHEN c.start <> '' THEN c.start ELSE coalesce(d.date, '') END AS start, x.name AS thing, labels(x)[0] AS kind, c.predicate AS relation, a.name AS body, c.status AS status, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY stage, start, thing, body, claim
