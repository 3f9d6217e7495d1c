//+ title:
//+   zh: 各地获支持金额排名
//+   en: Cities ranked by support
//+ theme: money
//+ question:
//+   zh: 某年各地市获得的支持金额如何排名（有分歧的数字不重复计算）？
//+   en: How do cities rank by support in a year, with figures that disagree counted once?
//+ params:
//+   year: {type: integer, zh: 年份, en: year, optional: true}
//+ ask:
//+   - 'city rank money|support'
//+   - 'city most money|support|receive|howmuch ?rank'
//+   - 'city rank receive'
//+   - 'city money|support receive|most'
//+ columns:
//+   region: {zh: 地区, en: region}
//+   low: {zh: 金额（低）, en: "amount, low"}
//+   high: {zh: 金额（高）, en: "amount, high"}
//+   sums: {zh: 笔数, en: figures}
//+   contested: {zh: 有分歧, en: contested}
//+   speakers: {zh: 陈述者, en: stated by}
//+   quotes: {zh: 原文, en: words}
//+ show: bar
//+ order: true
MATCH (g:Grant)
WHERE g.kind = 'awarded' AND g.status = 'done' AND g.currency = 'CNY' AND ($year IS NULL OR g.year = $year)
OPTIONAL MATCH (g)-[:CONFLICTS_WITH]-(h:Grant)
WITH g, min(h.amount) AS least, max(h.amount) AS most
MATCH (g)-[:BENEFITS]->(b)
MATCH (b)-[:LOCATED_IN*0..1]->(r:Region)
OPTIONAL MATCH (f:Fund)-[:FINANCES]->(g)
WITH DISTINCT r, b, f, g, least, most
ORDER BY g.id
WITH r, b.id AS beneficiary, f.id AS fund, g.year AS year, g.amount AS amount, least, most, collect(DISTINCT g.stated_by) AS speakers, collect(g.quote) AS quotes
ORDER BY amount DESC, quotes[0]
WITH r, sum(CASE WHEN least IS NULL OR amount <= least THEN amount ELSE 0.0 END) AS low, sum(CASE WHEN most IS NULL OR amount >= most THEN amount ELSE 0.0 END) AS high, count(*) AS sums, sum(CASE WHEN least IS NULL THEN 0 ELSE 1 END) AS contested, collect(speakers[0]) AS speakers, collect(quotes[0]) AS quotes
RETURN r.name AS region, low AS low, high AS high, sums AS sums, contested AS contested, speakers AS speakers, quotes AS quotes
ORDER BY high DESC, region
