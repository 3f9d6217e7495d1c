MATCH (n:Agency|Organization|Person|Region|DemonstrationZone|HighTechZone|DevelopmentZone|Policy|Fund|Programme|Project|Platform|Mechanism|TargetGroup|Meeting|Proposal|Document)
WHERE n.name IS NOT NULL
RETURN n.id AS id, labels(n)[0] AS label, n.name AS name, n.name_en AS name_en, coalesce(n.aliases, []) AS aliases, n.doc_no AS number, n.code AS code, coalesce(n.documents, 0) AS documents
ORDER BY id
