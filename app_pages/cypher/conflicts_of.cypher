// What cannot hold together with this statement.
MATCH (c {id: $id})-[:CONFLICTS_WITH]-(o)
RETURN DISTINCT o.id AS id
