// Policies with their territory or issuer, and zones with where they lie: which thing belongs to which place, and what says so.
MATCH (p:Policy)-[r:APPLIES_TO]->(x)
RETURN 'policies' AS measure, p.id AS id, labels(p)[0] AS kind, p.name AS name, p.name_en AS name_en, x.id AS place, r.claims AS claims
UNION ALL
MATCH (x)-[r:ISSUED]->(p:Policy)
RETURN 'policies' AS measure, p.id AS id, labels(p)[0] AS kind, p.name AS name, p.name_en AS name_en, x.id AS place, r.claims AS claims
UNION ALL
MATCH (z)-[r:LOCATED_IN]->(x)
WHERE z:DemonstrationZone OR z:HighTechZone OR z:DevelopmentZone
RETURN 'zones' AS measure, z.id AS id, labels(z)[0] AS kind, z.name AS name, z.name_en AS name_en, x.id AS place, r.claims AS claims
