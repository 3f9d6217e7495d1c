//+ title:
//+   zh: 最长的落实链
//+   en: The longest chain of implementation
//+ theme: policies
//+ question:
//+   zh: 从上级文件到地方落实，最长的链条是什么？
//+   en: What is the longest chain from a higher text to those who carry it out?
//+ params:
//+   policy: {type: node, kind: [Policy], zh: 上级政策, en: higher policy, optional: true}
//+ ask:
//+   - 'longest implementation ?policy ?chain'
//+   - 'longest chain ?policy ?implementation'
//+   - 'longest chain policy @policy ?implementation'
//+ columns:
//+   steps: {zh: 步数, en: steps}
//+   things: {zh: 经过, en: things}
//+   links: {zh: 联系, en: links}
//+   quotes: {zh: 各步原文, en: words of each step}
//+ show: graph
//+ order: true
MATCH (top:Policy)
WHERE $policy IS NULL OR (top.id = $policy OR top.name = $policy OR top.doc_no = $policy OR $policy IN coalesce(top.aliases, []))
MATCH p = (top)<-[:BASED_ON|IMPLEMENTS*1..6]-(low)
RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS things, [r IN relationships(p) | type(r)] AS links, [r IN relationships(p) | r.quote] AS quotes
ORDER BY steps DESC, things, links, quotes
LIMIT 10
