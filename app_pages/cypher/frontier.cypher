// Which things stand next to these by a fact, one step of a search for paths.
MATCH (a)-[r]-(b)
WHERE a.id IN $ids AND type(r) IN $types
RETURN DISTINCT a.id AS near, b.id AS far, coalesce(b.degree, 0) AS degree
