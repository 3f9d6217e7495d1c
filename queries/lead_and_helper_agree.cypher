//+ title:
//+   zh: 主办与协办口径是否一致
//+   en: Do lead and co-handler agree
//+ theme: promises
//+ question:
//+   zh: 答复中主办单位与协办单位的说法是否一致？
//+   en: Do the lead body and the co-handlers of a reply agree?
//+ params:
//+   proposal: {type: node, kind: [Proposal], zh: 建议提案, en: proposal, optional: true}
//+ ask:
//+   - 'leader helper agree'
//+   - 'leader helper disagree'
//+   - 'leader helper differ'
//+   - 'leader helper number ?agree ?disagree'
//+   - 'agree @proposal ?number ?body ?common'
//+ columns:
//+   proposal: {zh: 建议提案, en: proposal}
//+   lead: {zh: 主办, en: lead}
//+   helpers: {zh: 协办, en: co-handlers}
//+   agree: {zh: 一致, en: agree}
//+   first_said_by: {zh: 陈述者一, en: one speaker}
//+   first_quote: {zh: 原文一, en: one quote}
//+   second_said_by: {zh: 陈述者二, en: other speaker}
//+   second_quote: {zh: 原文二, en: other quote}
//+   document: {zh: 文献, en: document}
//+ show: table
//+ order: true
MATCH (p:Proposal)<-[:REPLIES_TO]-(d:Document)
WHERE $proposal IS NULL OR (p.id = $proposal OR p.name = $proposal OR p.number = $proposal OR $proposal IN coalesce(p.aliases, []))
OPTIONAL MATCH (p)<-[:OBJECT]-(h:Claim)-[:SUBJECT]->(a:Agency) WHERE h.predicate = 'HANDLES'
WITH p, d, h, a ORDER BY a.name
WITH p, d, collect(DISTINCT CASE WHEN h.role IN ['主办', '牵头'] THEN a.name END) AS lead, collect(DISTINCT CASE WHEN NOT h.role IN ['主办', '牵头'] THEN a.name END) AS helpers
OPTIONAL MATCH (d)<-[:STATED_IN]-(x:Claim|Grant)-[:CONFLICTS_WITH]->(y:Claim|Grant)-[:STATED_IN]->(d)
RETURN p.name AS proposal, lead AS lead, helpers AS helpers, x IS NULL AS agree, x.stated_by AS first_said_by, x.quote AS first_quote, y.stated_by AS second_said_by, y.quote AS second_quote, d.name AS document
ORDER BY proposal, document, first_quote, second_quote
