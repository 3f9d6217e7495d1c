//+ title:
//+   zh: 各地的政策密度
//+   en: Density of policies by city
//+ theme: places
//+ question:
//+   zh: 各城市有多少项政策适用于它或它的园区？
//+   en: How many policies apply to each city or its zones?
//+ ask:
//+   - 'dense city'
//+   - 'city policy most'
//+   - 'dense ?policy'
//+ columns:
//+   region: {zh: 地区, en: region}
//+   policies: {zh: 政策数, en: policies}
//+   names: {zh: 政策, en: policies by name}
//+   lon: {zh: 经度, en: longitude}
//+   lat: {zh: 纬度, en: latitude}
//+ show: map
//+ order: true
MATCH (p:Policy)-[:APPLIES_TO|SUPPORTS]->(x)
MATCH (x)-[:LOCATED_IN*0..1]->(r:Region)
WITH DISTINCT r, p ORDER BY p.name, p.id
WITH r, count(*) AS policies, collect(p.name)[0..10] AS names
RETURN r.name AS region, policies AS policies, names AS names, r.lon AS lon, r.lat AS lat
ORDER BY policies DESC, region
