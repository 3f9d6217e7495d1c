// Which later statement carries out which promise.
MATCH (c:Claim)-[:FULFILS]->(p:Claim)
RETURN DISTINCT p.id AS promise, c.id AS later
ORDER BY promise, later
