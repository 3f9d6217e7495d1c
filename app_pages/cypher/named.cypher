// Every thing with its names, to find those that may be one, and the reference tables that have a row for it.
MATCH (n)
WHERE NOT (n:Claim OR n:Grant OR n:Measure OR n:Document)
OPTIONAL MATCH (n)<-[:MENTIONS]-(table:Document {reference: true})
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, coalesce(n.doc_no, n.code, '') AS number,
  coalesce(n.region, '') AS region, coalesce(n.level, '') AS level, coalesce(n.degree, 0) AS links, collect(table.id) AS tables
