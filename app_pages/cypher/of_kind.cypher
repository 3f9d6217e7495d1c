// The best connected things of a kind.
MATCH (n)
WHERE $kind IN labels(n)
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_en AS name_en, n.degree AS degree
ORDER BY coalesce(n.degree, 0) DESC, id
