//+ title:
//+   zh: 两省面向同一目标的政策比较
//+   en: Two provinces towards one target
//+ theme: places
//+ question:
//+   zh: 两个省份面向同一目标（如东盟、绿色金融）各采取了哪些举措？
//+   en: What do two provinces do towards one target, such as ASEAN or green finance?
//+ params:
//+   first: {type: node, kind: [Region], zh: 省份一, en: one province}
//+   second: {type: node, kind: [Region], zh: 省份二, en: other province}
//+   target: {type: string, words: free, zh: 目标（原文中的词）, en: target (a word of the text)}
//+ ask:
//+   - 'measure @first @second @target ?compare ?policy ?support'
//+   - 'compare @first @second @target ?policy ?measure'
//+   - 'differ @first @second @target measure|policy'
//+   - 'differ @first @second @target ?compare'
//+   - 'compare @first @second measure|policy @target'
//+ columns:
//+   kind: {zh: 类别, en: kind}
//+   province: {zh: 省份, en: province}
//+   body: {zh: 机构, en: body}
//+   status: {zh: 状态, en: status}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {first: 广西壮族自治区, second: 四川省, target: 高新区}
MATCH (r:Region)
WHERE (r.id = $first OR r.name = $first OR $first IN coalesce(r.aliases, [])) OR (r.id = $second OR r.name = $second OR $second IN coalesce(r.aliases, []))
MATCH (a:Agency) WHERE substring(a.region, 0, 2) = substring(r.code, 0, 2)
MATCH (a)<-[:STATED_BY]-(c:Measure|Claim)-[:STATED_IN]->(d:Document)
WHERE c.quote CONTAINS $target
OPTIONAL MATCH (c)-[:CONCERNS|OBJECT]->(x)
WITH r, a, c, d, x ORDER BY x.name
WITH r, a, c, d, collect(DISTINCT labels(x)[0]) AS kinds
RETURN coalesce(kinds[0], 'Measure') AS kind, r.name AS province, a.name AS body, c.status AS status, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY kind, province, body, document, claim
