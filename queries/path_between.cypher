//+ title:
//+   zh: 两者之间的路径
//+   en: The path between two things
//+ theme: network
//+ question:
//+   zh: 这两者之间最短的联系是什么，每一步的原话是什么？
//+   en: What is the shortest chain between these two, and in which words is each step stated?
//+ params:
//+   first: {type: node, kind: [Agency, Organization, Person, Region, DemonstrationZone, HighTechZone, DevelopmentZone, Policy, Fund, Programme, Project, Platform, Mechanism, TargetGroup, Meeting, Proposal], zh: 起点, en: from}
//+   second: {type: node, kind: [Agency, Organization, Person, Region, DemonstrationZone, HighTechZone, DevelopmentZone, Policy, Fund, Programme, Project, Platform, Mechanism, TargetGroup, Meeting, Proposal], zh: 终点, en: to}
//+ ask:
//+   - 'path @first @second ?chain ?connect ?relation'
//+   - 'chain @first @second ?path'
//+   - 'connect @first @second ?path ?relation'
//+ columns:
//+   steps: {zh: 步数, en: steps}
//+   things: {zh: 经过, en: things}
//+   links: {zh: 联系, en: links}
//+   quotes: {zh: 各步原文, en: words of each step}
//+ show: graph
//+ order: true
//+ example: {first: 广西壮族自治区人民政府, second: 桂林市}
CALL {
  MATCH (e:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal {id: $first}) RETURN e
  UNION
  MATCH (e:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal {id: $second}) RETURN e
  UNION
  MATCH (e:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal {name: $first}) RETURN e
  UNION
  MATCH (e:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal {name: $second}) RETURN e
  UNION
  MATCH (e:Policy|DemonstrationZone|HighTechZone|DevelopmentZone) WHERE e.doc_no = $first OR e.doc_no = $second RETURN e
  UNION
  MATCH (e:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal) WHERE $first IN e.aliases OR $second IN e.aliases RETURN e
}
WITH collect(e) AS found
UNWIND found AS a
WITH found, a
WHERE a.degree > 0 AND (a.id = $first OR a.name = $first OR a.doc_no = $first OR $first IN coalesce(a.aliases, []))
WITH found, a ORDER BY a.degree DESC, a.id LIMIT 1
UNWIND found AS b
WITH a, found, b
WHERE b.degree > 0 AND (b.id = $second OR b.name = $second OR b.doc_no = $second OR $second IN coalesce(b.aliases, [])) AND a.id <> b.id
WITH a, b ORDER BY b.degree DESC, b.id LIMIT 1
MATCH p = allShortestPaths((a)-[:ISSUED|APPROVED|APPLIED_FOR|MANAGES|SUPPORTS|TARGETS|IMPLEMENTS|BASED_ON|REPEALS|APPLIES_TO|PART_OF|LOCATED_IN|COOPERATES_WITH|HANDLES|SUBMITTED|ASKS*..6]-(b))
RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS things, [r IN relationships(p) | type(r)] AS links, [r IN relationships(p) | r.quote] AS quotes
ORDER BY things, links, quotes
LIMIT 5
