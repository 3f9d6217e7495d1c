// Pairs of claims that cannot both hold.
MATCH (a:Claim)-[:CONFLICTS_WITH]-(b:Claim)
WHERE a.id < b.id
MATCH (a)-[:SUBJECT]->(s)
RETURN DISTINCT a.id AS id, b.id AS other, s.id AS subject
ORDER BY id, other
