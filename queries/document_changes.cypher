//+ title:
//+   zh: 两份文献之间的变化
//+   en: What changed between two documents
//+ theme: evidence
//+ question:
//+   zh: 同一机构的两份文献之间，哪些说法是新增、消失或改变的？
//+   en: What is new, gone or changed between two documents of one body?
//+ params:
//+   first: {type: node, kind: [Document], zh: 前一份文献, en: earlier document}
//+   second: {type: node, kind: [Document], zh: 后一份文献, en: later document}
//+ ask:
//+   - 'changes @first @second ?document ?compare'
//+   - 'differ @first @second ?document ?compare'
//+ columns:
//+   change: {zh: 变化, en: change}
//+   subject: {zh: 主体, en: subject}
//+   relation: {zh: 关系, en: relation}
//+   object: {zh: 客体, en: object}
//+   before: {zh: 此前状态, en: status before}
//+   after: {zh: 此后状态, en: status after}
//+   first_quote: {zh: 此前原文, en: words before}
//+   second_quote: {zh: 此后原文, en: words after}
//+ show: table
//+ order: true
//+ example: {first: 自治区科技厅关于自治区十三届人大五次会议第2022316号代表建议的答复, second: 自治区科技厅关于自治区十四届人大一次会议第2023208号代表建议的答复}
MATCH (d:Document)<-[:STATED_IN]-(c:Claim)
WHERE (d.id = $first OR d.name = $first OR d.doc_no = $first OR d.file = $first) OR (d.id = $second OR d.name = $second OR d.doc_no = $second OR d.file = $second)
MATCH (c)-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
WHERE NOT s:Document
WITH s, o, c, (d.id = $first OR d.name = $first OR d.doc_no = $first OR d.file = $first) AS early
ORDER BY c.status, c.id
WITH s, o, c.predicate AS relation, collect(CASE WHEN early THEN c.status END) AS before, collect(CASE WHEN NOT early THEN c.status END) AS after, collect(CASE WHEN early THEN c.quote END) AS first, collect(CASE WHEN NOT early THEN c.quote END) AS second
WITH s, o, relation, before[0] AS before, after[0] AS after, first[0] AS first, second[0] AS second
WHERE before IS NULL OR after IS NULL OR before <> after
RETURN CASE WHEN before IS NULL THEN 'new' WHEN after IS NULL THEN 'gone' ELSE 'changed' END AS change, s.name AS subject, relation AS relation, o.name AS object, before AS before, after AS after, first AS first_quote, second AS second_quote
ORDER BY change, subject, relation, object
