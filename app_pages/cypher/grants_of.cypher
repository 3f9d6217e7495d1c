// The sums of money that a thing gives, pays or gets.
MATCH (n {id: $id})-[:FINANCES|AWARDED]->(g:Grant)
RETURN DISTINCT g.id AS id
UNION
MATCH (n {id: $id})<-[:BENEFITS]-(g:Grant)
RETURN DISTINCT g.id AS id
