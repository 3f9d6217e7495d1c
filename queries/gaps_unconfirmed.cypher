//+ title:
//+   zh: 参考表有而文献未证实
//+   en: In the reference tables, confirmed by no document
//+ theme: evidence
//+ question:
//+   zh: 参考表所列的事实中，哪些没有任何文献说到？
//+   en: Which facts of the reference tables does no document here state?
//+ params:
//+   region: {type: node, kind: [Region], zh: 地区, en: region, optional: true}
//+ ask:
//+   - 'table unconfirmed ?document ?claim ?zone ?hightech ?says'
//+   - 'table unconfirmed @region ?document ?claim ?zone ?hightech ?says'
//+ columns:
//+   named: {zh: 提到它的文献数, en: documents that name it}
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   status: {zh: 状态, en: status}
//+   start: {zh: 自, en: from}
//+   unchecked: {zh: 未核实, en: unchecked}
//+   cited: {zh: 表中注明的出处, en: source that the table cites}
//+   quote: {zh: 原文, en: words}
//+   document: {zh: 参考表, en: table}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
//+ example: {region: 广西壮族自治区}
MATCH (s)-[r:APPROVED|LOCATED_IN|PART_OF|MANAGES|SUCCEEDS]->(o)
WHERE r.documents = 0 AND NOT s:Region
  AND ($region IS NULL
       OR EXISTS { MATCH (s)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..2]->(g:Region) WHERE g.id = $region OR g.name = $region OR g.code = $region OR $region IN coalesce(g.aliases, []) }
       OR EXISTS { MATCH (o)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..2]->(g:Region) WHERE g.id = $region OR g.name = $region OR g.code = $region OR $region IN coalesce(g.aliases, []) })
MATCH (s)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE c.id IN r.claims
WITH s, r, o, c, d, CASE WHEN type(r) IN ['APPROVED', 'MANAGES'] THEN o ELSE s END AS thing
RETURN thing.documents AS named, s.name AS subject, type(r) AS relation, o.name AS object, c.status AS status, c.start AS start, coalesce(c.unchecked, false) AS unchecked, c.cited AS cited, c.quote AS quote, d.name AS document, c.id AS claim
ORDER BY named DESC, relation, subject, object, claim
LIMIT 1000
