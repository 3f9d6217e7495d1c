// Regions that have a division code, with the place of their seat where it is known.
MATCH (r:Region)
WHERE r.code IS NOT NULL
RETURN r.id AS id, 'Region' AS kind, r.name AS name, r.name_en AS name_en, coalesce(r.degree, 0) AS degree, r.code AS code, r.level AS level,
       r.lon AS lon, r.lat AS lat
ORDER BY code, id
