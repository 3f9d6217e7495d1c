// How many neighbours each of these things has.
MATCH (n)-[r]-(m)
WHERE n.id IN $ids AND type(r) IN $types
RETURN n.id AS id, count(DISTINCT m) AS neighbours
