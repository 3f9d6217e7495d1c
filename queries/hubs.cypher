//+ title:
//+   zh: 网络枢纽
//+   en: Hubs of the network
//+ theme: network
//+ question:
//+   zh: 哪些机构或事物是网络枢纽？
//+   en: Which bodies or things are the hubs of the network?
//+ params:
//+   kind: {type: string, words: label, zh: 类别（如 Agency）, en: kind (such as Agency), optional: true}
//+ ask:
//+   - 'hub ?body ?node ?network ?who ?most'
//+   - 'network most ?connect ?who ?body ?node'
//+ columns:
//+   thing: {zh: 事物, en: thing}
//+   kind: {zh: 类别, en: kind}
//+   degree: {zh: 联系数, en: links}
//+   pagerank: {zh: PageRank, en: PageRank}
//+   betweenness: {zh: 中介度, en: betweenness}
//+   community: {zh: 社群, en: community}
//+ show: bar
//+ order: true
//+ example: {kind: Agency}
MATCH (n:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal)
WHERE n.pagerank IS NOT NULL AND ($kind IS NULL OR labels(n)[0] = $kind)
RETURN n.name AS thing, labels(n)[0] AS kind, n.degree AS degree, n.pagerank AS pagerank, n.betweenness AS betweenness, n.community AS community
ORDER BY pagerank DESC, n.id
LIMIT 30
