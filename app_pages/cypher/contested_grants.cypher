// Pairs of sums that disagree.
MATCH (g:Grant)-[:CONFLICTS_WITH]-(h:Grant)
WHERE g.id < h.id
RETURN DISTINCT g.id AS id, h.id AS other
ORDER BY id, other
