// How many promises there are.
MATCH (m:Measure)
WHERE m.status = 'planned'
RETURN count(m) AS promises
