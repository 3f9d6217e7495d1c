//+ title:
//+   zh: 文献提到而参考表没有的园区
//+   en: Zones that no reference table knows
//+ theme: evidence
//+ question:
//+   zh: 文献中提到的示范区、高新区和园区，哪些不在参考表里？
//+   en: Which zones that documents name are in no reference table?
//+ params:
//+   kind: {type: string, words: label, kind: [DemonstrationZone, HighTechZone, DevelopmentZone], zh: 类别（如 DevelopmentZone）, en: kind (such as DevelopmentZone), optional: true}
//+ ask:
//+   - 'table absent ?zone ?document ?cite ?says'
//+ columns:
//+   zone: {zh: 园区, en: zone}
//+   kind: {zh: 类别, en: kind}
//+   level: {zh: 级别, en: level}
//+   documents: {zh: 文献数, en: documents}
//+   mentions: {zh: 提及次数, en: mentions}
//+   names: {zh: 文献, en: documents by name}
//+ show: table
//+ order: true
//+ example: {kind: DevelopmentZone}
MATCH (k:DemonstrationZone)
WITH collect(DISTINCT k.kind) AS classes
MATCH (z:DemonstrationZone|HighTechZone|DevelopmentZone)<-[m:MENTIONS]-(d:Document)
WHERE ($kind IS NULL OR labels(z)[0] = $kind)
  AND NOT any(class IN classes WHERE z.name IN [class, '国家' + class, '国家级' + class])
  AND NOT EXISTS { MATCH (z)<-[:MENTIONS]-(t:Document) WHERE t.reference = true }
WITH z, m, d ORDER BY d.name, d.id
WITH z, sum(m.count) AS mentions, collect(d.name)[0..10] AS names
RETURN z.name AS zone, labels(z)[0] AS kind, z.level AS level, z.documents AS documents, mentions AS mentions, names AS names
ORDER BY kind, documents DESC, mentions DESC, zone, z.id
LIMIT 1000
