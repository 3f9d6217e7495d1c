// Every thing with its names, to find those that may be one.
MATCH (n)
WHERE NOT (n:Claim OR n:Grant OR n:Measure OR n:Document)
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, coalesce(n.doc_no, n.code, '') AS number
