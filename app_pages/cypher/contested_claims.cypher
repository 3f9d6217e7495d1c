// Pairs of claims that cannot both hold.
MATCH (a:Claim)-[:CONFLICTS_WITH]-(b:Claim)
WHERE a.id < b.id
RETURN DISTINCT a.id AS id, b.id AS other
ORDER BY id, other
