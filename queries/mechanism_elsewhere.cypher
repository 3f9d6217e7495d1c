//+ title:
//+   zh: 其他省有没有这种机制
//+   en: The same mechanism elsewhere
//+ theme: platforms
//+ question:
//+   zh: 白名单、联席会议这样的机制，哪些省也有？
//+   en: Which provinces have a mechanism of this kind, such as a white list or a joint meeting?
//+ params:
//+   mechanism: {type: string, words: part, zh: 机制（如 联席会议）, en: mechanism (such as 联席会议)}
//+ ask:
//+   - 'province @mechanism ?also_has ?other ?mechanism'
//+   - 'other @mechanism mechanism ?also_has'
//+   - 'other also_has @mechanism ?city'
//+ columns:
//+   province: {zh: 省份, en: province}
//+   mechanism: {zh: 机制, en: mechanism}
//+   body: {zh: 机构, en: body}
//+   status: {zh: 状态, en: status}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {mechanism: 联席会议}
MATCH (m:Mechanism)<-[:SUBJECT|OBJECT|CONCERNS]-(c:Claim|Measure)-[:STATED_IN]->(d:Document)
WHERE m.name CONTAINS $mechanism OR m.kind = $mechanism OR $mechanism IN coalesce(m.aliases, [])
OPTIONAL MATCH (c)-[:STATED_BY]->(a:Agency)
WITH m, c, d, a, substring(a.region, 0, 2) + '0000' AS code
OPTIONAL MATCH (r:Region {code: code})
RETURN DISTINCT r.name AS province, m.name AS mechanism, a.name AS body, c.status AS status, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY province, mechanism, document, claim
LIMIT 1000
