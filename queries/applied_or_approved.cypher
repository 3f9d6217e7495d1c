//+ title:
//+   zh: 申报还是获批
//+   en: Applied for or approved
//+ theme: places
//+ question:
//+   zh: 各示范区和园区是已申报还是已获批，何时？
//+   en: Is each zone applied for or approved, and since when?
//+ params:
//+   zone: {type: node, kind: [DemonstrationZone, HighTechZone, DevelopmentZone], zh: 示范区或园区, en: zone, optional: true}
//+ ask:
//+   - 'approve when @zone'
//+   - 'approve whether @zone'
//+   - 'approve request ?zone'
//+   - 'approve zone ?when ?whether ?city'
//+   - 'request @zone ?when ?whether'
//+   - 'request zone ?when ?whether ?only'
//+ columns:
//+   zone: {zh: 园区, en: zone}
//+   act: {zh: 事项, en: act}
//+   body: {zh: 机构, en: body}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   until: {zh: 至, en: until}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 文献, en: document}
//+   claim: {zh: 依据, en: evidence}
//+ show: timeline
//+ order: true
MATCH (z:DemonstrationZone|HighTechZone|DevelopmentZone)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(b)
WHERE c.predicate IN ['APPLIED_FOR', 'APPROVED'] AND ($zone IS NULL OR (z.id = $zone OR z.name = $zone OR $zone IN coalesce(z.aliases, [])))
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN z.name AS zone, c.predicate AS act, b.name AS body, c.status AS status, c.start AS start, c.`end` AS until, c.stated_by AS said_by, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY zone, start, act, claim
