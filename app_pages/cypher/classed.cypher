// Which policy instruments each measure is, where its words show any.
MATCH (m:Measure)
WHERE m.instruments IS NOT NULL
RETURN m.id AS id, m.instruments AS instruments
