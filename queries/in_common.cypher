//+ title:
//+   zh: 两地的共同点
//+   en: What two cities have in common
//+ question:
//+   zh: 这两个地区都与哪些事物有联系？
//+   en: What are these two regions both linked to?
//+ params:
//+   first: {type: node, kind: [Region], zh: 地区一, en: one region}
//+   second: {type: node, kind: [Region], zh: 地区二, en: other region}
//+ columns:
//+   thing: {zh: 共同联系, en: in common}
//+   kind: {zh: 类别, en: kind}
//+   first_link: {zh: 与前者, en: link to the one}
//+   second_link: {zh: 与后者, en: link to the other}
//+ show: table
//+ order: true
//+ example: {first: 桂林市, second: 柳州市}
MATCH (a:Region)-[r:ISSUED|APPROVED|APPLIED_FOR|MANAGES|SUPPORTS|TARGETS|IMPLEMENTS|BASED_ON|REPEALS|APPLIES_TO|PART_OF|LOCATED_IN|COOPERATES_WITH|HANDLES|SUBMITTED]-(x)-[s:ISSUED|APPROVED|APPLIED_FOR|MANAGES|SUPPORTS|TARGETS|IMPLEMENTS|BASED_ON|REPEALS|APPLIES_TO|PART_OF|LOCATED_IN|COOPERATES_WITH|HANDLES|SUBMITTED]-(b:Region)
WHERE (a.id = $first OR a.name = $first OR $first IN coalesce(a.aliases, [])) AND (b.id = $second OR b.name = $second OR $second IN coalesce(b.aliases, [])) AND a.id <> b.id
RETURN DISTINCT x.name AS thing, labels(x)[0] AS kind, type(r) AS first_link, type(s) AS second_link
ORDER BY kind, thing, first_link, second_link
