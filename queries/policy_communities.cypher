//+ title:
//+   zh: 政策社群
//+   en: Policy communities
//+ theme: network
//+ question:
//+   zh: 哪些机构、政策和园区结成社群？
//+   en: Which bodies, policies and zones form communities?
//+ ask:
//+   - 'community ?policy ?network ?body ?who'
//+ columns:
//+   community: {zh: 社群, en: community}
//+   size: {zh: 成员数, en: size}
//+   members: {zh: 主要成员, en: chief members}
//+   mechanisms: {zh: 主要机制, en: chief mechanisms}
//+ show: table
//+ order: true
MATCH (n:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal)
WHERE n.community IS NOT NULL
WITH n ORDER BY n.pagerank DESC, n.id
WITH n.community AS community, count(*) AS size, collect(n.name)[0..10] AS members, collect(CASE WHEN n:Mechanism THEN n.name END)[0..3] AS mechanisms
WHERE size > 1
RETURN community AS community, size AS size, members AS members, mechanisms AS mechanisms
ORDER BY size DESC, community
LIMIT 30
