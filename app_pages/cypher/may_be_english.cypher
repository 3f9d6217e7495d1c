// Things whose names may have an English form, best connected first.
MATCH (n:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Fund|Programme|Mechanism|Meeting|Proposal)
WHERE n.name IS NOT NULL
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.name_en AS name_en, n.degree AS degree
ORDER BY coalesce(n.degree, 0) DESC, id
