// Which of these claims cannot both hold.
MATCH (a:Claim)-[:CONFLICTS_WITH]-(b:Claim)
WHERE a.id IN $ids
RETURN DISTINCT a.id AS id, b.id AS other
