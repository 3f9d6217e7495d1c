//+ title:
//+   zh: 原网页已失效的依据
//+   en: Evidence whose web page is gone
//+ theme: evidence
//+ question:
//+   zh: 哪些依据的原网页已经失效（原件仍保存）？
//+   en: Which evidence has lost its web page (the file itself is kept)?
//+ ask:
//+   - 'lost source ?document ?claim'
//+   - 'lost document source'
//+ columns:
//+   document: {zh: 文献, en: document}
//+   url: {zh: 原网址, en: address}
//+   sha256: {zh: 原件校验值, en: SHA-256 of the file}
//+   said_by: {zh: 陈述者, en: stated by}
//+   quote: {zh: 原文, en: words}
//+   claim: {zh: 依据, en: evidence}
//+ show: table
//+ order: true
MATCH (d:Document)
WHERE d.url_status = 'gone'
OPTIONAL MATCH (d)<-[:STATED_IN]-(c:Claim|Grant|Measure)
RETURN d.name AS document, d.url AS url, d.sha256 AS sha256, c.stated_by AS said_by, c.quote AS quote, c.id AS claim
ORDER BY document, claim
