// The things that a document names, to tell which node a mention means.
MATCH (d {id: $id})-[:MENTIONS]->(n)
RETURN DISTINCT n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_en AS name_en, n.degree AS degree, n.aliases AS aliases
