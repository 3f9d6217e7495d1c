// Who works together with whom, and the statements that say so.
MATCH (a)-[r:COOPERATES_WITH]->(b)
RETURN a.id AS one, b.id AS other, r.claims AS claims
ORDER BY one, other
