// Every sum of money.
MATCH (g:Grant)
RETURN g.id AS id
ORDER BY id
