//+ title:
//+   zh: 谁与谁共同行动
//+   en: Who acts with whom
//+ theme: bodies
//+ question:
//+   zh: 哪些机构共同行动最多？
//+   en: Which bodies act together most?
//+ params:
//+   agency: {type: node, kind: [Agency, Organization], zh: 机构, en: body, optional: true}
//+ ask:
//+   - 'together @agency'
//+   - 'together ?who ?body ?most'
//+ columns:
//+   body: {zh: 机构, en: body}
//+   partner: {zh: 共同行动者, en: acts with}
//+   times: {zh: 次数, en: times}
//+   kinds: {zh: 方式, en: ways}
//+   quotes: {zh: 原文, en: words}
//+ show: graph
//+ order: true
MATCH (a:Agency|Organization)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b:Agency|Organization)
WHERE c.predicate = 'COOPERATES_WITH' AND ((a.id = $agency OR a.name = $agency OR $agency IN coalesce(a.aliases, [])) OR $agency IS NULL AND a.id < b.id)
WITH a, b, c.predicate AS kind, c.quote AS quote, c.id AS claim ORDER BY quote, claim
RETURN a.name AS body, b.name AS partner, count(*) AS times, collect(DISTINCT kind) AS kinds, collect(DISTINCT quote) AS quotes
ORDER BY times DESC, body, partner
