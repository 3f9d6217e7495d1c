//+ title:
//+   zh: 专门面向某类企业的政策
//+   en: Policies for kinds of firms
//+ theme: policies
//+ question:
//+   zh: 哪些企业类型或群体有专门的政策、资金和计划？
//+   en: Which kinds of firms or groups have policies, funds and programmes of their own?
//+ params:
//+   target: {type: node, kind: [TargetGroup], zh: 对象, en: target group, optional: true}
//+ ask:
//+   - 'policy @target ?tailored ?money ?support'
//+   - 'policy tailored firm ?group'
//+   - 'policy group ?tailored ?firm'
//+   - 'tailored @target ?policy ?money ?programme'
//+   - 'support @target policy|money|programme ?tailored'
//+ columns:
//+   target: {zh: 对象, en: target group}
//+   policy: {zh: 政策、资金或计划, en: "policy, fund or programme"}
//+   kind: {zh: 类别, en: kind}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {target: 高新技术企业}
MATCH (t:TargetGroup)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(p)
WHERE c.predicate = 'TARGETS' AND ((t.id = $target OR t.name = $target OR $target IN coalesce(t.aliases, [])) OR $target IS NULL AND t.name CONTAINS '企业')
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN t.name AS target, p.name AS policy, labels(p)[0] AS kind, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY target, policy, document, claim
