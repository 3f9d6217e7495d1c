//+ title:
//+   zh: 两者之间的路径
//+   en: The path between two things
//+ question:
//+   zh: 这两者之间最短的联系是什么？
//+   en: What is the shortest chain between these two?
//+ params:
//+   first: {type: node, kind: [Agency, Policy, Fund, Programme, Platform, Mechanism, Region, DemonstrationZone, HighTechZone, DevelopmentZone], zh: 起点, en: from}
//+   second: {type: node, kind: [Agency, Policy, Fund, Programme, Platform, Mechanism, Region, DemonstrationZone, HighTechZone, DevelopmentZone], zh: 终点, en: to}
//+ columns:
//+   steps: {zh: 步数, en: steps}
//+   things: {zh: 经过, en: things}
//+   links: {zh: 联系, en: links}
//+ show: graph
//+ order: false
//+ example: {first: 广西壮族自治区人民政府, second: 桂林市}
MATCH (a)
WHERE (a.id = $first OR a.name = $first OR $first IN coalesce(a.aliases, []))
WITH a
MATCH (b)
WHERE (b.id = $second OR b.name = $second OR $second IN coalesce(b.aliases, [])) AND a.id <> b.id
MATCH p = shortestPath((a)-[:ISSUED|APPROVED|APPLIED_FOR|MANAGES|SUPPORTS|TARGETS|IMPLEMENTS|BASED_ON|REPEALS|APPLIES_TO|PART_OF|LOCATED_IN|COOPERATES_WITH|HANDLES|SUBMITTED*..6]-(b))
RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS things, [r IN relationships(p) | type(r)] AS links
ORDER BY steps
LIMIT 5
