//+ title:
//+   zh: 一个词在各处指什么
//+   en: What a word means in each place
//+ theme: evidence
//+ question:
//+   zh: “示范区”“我厅”这样的词在每份文献里指什么，依据是什么？
//+   en: What does a word such as 示范区 or 我厅 mean in each document, and for which reason?
//+ params:
//+   word: {type: string, words: any, zh: 词, en: word}
//+ ask:
//+   - 'meaning @word ?word ?document'
//+   - 'meaning word @word ?document'
//+ columns:
//+   word: {zh: 词, en: word}
//+   thing: {zh: 所指, en: means}
//+   kind: {zh: 类别, en: kind}
//+   reason: {zh: 理由, en: reason}
//+   document: {zh: 文献, en: document}
//+   date: {zh: 日期, en: date}
//+ show: table
//+ order: true
//+ example: {word: 示范区}
MATCH (d:Document)-[r:MENTIONS]->(x)
WHERE $word IN coalesce(r.surfaces, [])
WITH d, x, r, [i IN range(0, size(r.surfaces) - 1) WHERE r.surfaces[i] = $word][0] AS at
RETURN $word AS word, x.name AS thing, labels(x)[0] AS kind, r.reasons[at] AS reason, d.name AS document, d.date AS date
ORDER BY document, kind, thing
