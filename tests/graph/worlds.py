"""Graphs made for tests: a small one to read, and a large one out of everything that a property may hold."""

from __future__ import annotations

import random
from collections.abc import Mapping

from graph import analytics, evidence, fold, ontology
from tests import factories

TEXTS = (
    "", " 前后有空格 ", "广西壮族自治区科学技术厅", "桂政发〔2019〕48号", "“双引号”与'单引号'", 'back\\slash "quote"',
    "第一行\n第二行\t制表", "2019-11-01", "2019", "true", "null", "1e5", "0012", "=1+1", "𠮷野家 😀 é",
    "控制\x01符", "NUL\x00", "长" * 20_000, "http://例子.中国/路径?a=b&c=d#e", "{\"json\": [1]}", "[]",
    "\u200b零宽\ufeff", "$param `tick`", "NaN",
)  # fmt: skip
NUMBERS = {"integer": (0, -1, 1, 2**53 + 1, 2**62, 48), "float": (0.0, -0.5, 25_300_000.0, 1e-12, 1e300, 3)}
LISTS = ((), ("科技厅",), ("我厅", "自治区科技厅", ""), ("1", "2"), tuple(TEXTS[:12]), ("重复", "重复"))


def small() -> fold.Graph:
    """Two bureaus, a policy that both issued, a zone, and a claim with its evidence."""
    nodes = (
        fold.Node("Agency/自治区科技厅", "Agency",
                  {"name": "自治区科技厅", "aliases": ("科技厅", "我厅"), "documents": 2}),
        fold.Node("Agency/自治区财政厅", "Agency", {"name": "自治区财政厅", "aliases": (), "name_en": None}),
        fold.Node("Claim/c-1", "Claim", {"name": "印发", "predicate": "ISSUED", "status": "done", "confidence": 0.9,
                                         "quote": "联合印发了办法", "quote_start": 10, "quote_end": 17}),
        fold.Node("DemonstrationZone/桂林", "DemonstrationZone", {"name": "桂林市国家可持续发展议程创新示范区"}),
        fold.Node("Document/d", "Document", {"name": "答复", "date": "2020-06-01", "tags": ("样例",)}),
        fold.Node("Policy/桂科〔2019〕1号", "Policy",
                  {"name": "办法", "doc_no": "桂科〔2019〕1号", "date_issued": "2019-11-01"}),
    )  # fmt: skip
    fact = {"status": "done", "claims": ("c-1",), "documents": 1, "quote": "联合印发了办法", "contested": False}
    edges = (
        fold.Edge(
            "Agency/自治区科技厅", "ISSUED", "Policy/桂科〔2019〕1号", fact | {"start": "2019-11", "end": "2019-11"}
        ),
        fold.Edge("Agency/自治区科技厅", "SUPPORTS", "DemonstrationZone/桂林", fact | {"contested": True}),
        fold.Edge("Agency/自治区财政厅", "ISSUED", "Policy/桂科〔2019〕1号", fact | {"start": None, "end": None}),
        fold.Edge("Claim/c-1", "OBJECT", "Policy/桂科〔2019〕1号", {}),
        fold.Edge("Claim/c-1", "STATED_IN", "Document/d", {}),
        fold.Edge("Claim/c-1", "SUBJECT", "Agency/自治区科技厅", {}),
    )
    return fold.Graph(nodes, edges)


def folded() -> fold.Graph:
    """What is really stored: readings of three documents that agree, differ and go on, folded and measured."""
    agency, bureau = (
        factories.entity("Agency", "广西壮族自治区科学技术厅"),
        factories.entity("Agency", "广西壮族自治区财政厅"),
    )
    zone = factories.entity("DemonstrationZone", "桂林国家可持续发展议程创新示范区", theme="景观资源")
    fund, policy = (
        factories.entity("Fund", "创新驱动发展专项资金"),
        factories.entity("Policy", "办法", doc_no="桂政发〔2019〕48号"),
    )
    things = agency, bureau, zone, fund, policy
    facts = {
        "2019-06-01": (agency.name, "SUPPORTS", zone.name, "planned"),
        "2020-06-01": (agency.name, "SUPPORTS", zone.name, "done", "2019/2020"),
        None: (bureau.name, "ISSUED", policy.name, "done", "2019-11-01", agency.name),
    }
    held = [
        factories.held(f"答复{date}.txt", factories.reading(f"答复{date}", *things, date=date, facts=(fact,),
                                                          grants=(_grant(number, fund.id, zone.id, agency.id),)))
        for number, (date, fact) in enumerate(facts.items())
    ]  # fmt: skip
    return analytics.measure(fold.fold(held))


def _grant(number: int, fund: str, zone: str, agency: str) -> evidence.Grant:
    amount = (25_300_000, 20_300_000, 1_000_000.5)[number]
    return evidence.Grant(
        f"g-{number}", amount, "done", evidence.Span(0, 4, "拨付资金"), fund, agency, zone, year=2019, stated_by=agency
    )


def large(nodes: int = 600, seed: int = 7) -> fold.Graph:
    """Nodes of every label and edges of every type, with every declared property over odd and ordinary values."""
    dice = random.Random(seed)
    made = tuple(sorted((_node(number, dice) for number in range(nodes)), key=lambda node: node.id))
    edges = {(e.source, e.type, e.target): e for e in _edges(made, dice, nodes * 4)}
    return fold.Graph(made, tuple(edges[key] for key in sorted(edges)))


def _node(number: int, dice: random.Random) -> fold.Node:
    vocabulary = ontology.load()
    label = list(vocabulary.labels)[number % len(vocabulary.labels)]
    declared = vocabulary.node_properties | vocabulary.labels[label].properties
    properties = _fill({k: v for k, v in declared.items() if k != "id"}, dice)
    return fold.Node(f"{label}/甲{number}", label, properties | {"name": dice.choice(TEXTS)[:500]})


def _edges(nodes: tuple[fold.Node, ...], dice: random.Random, number: int) -> list[fold.Edge]:
    vocabulary = ontology.load()
    made = []
    for _ in range(number):
        source, target = dice.choice(nodes), dice.choice(nodes)
        kinds = [name for name in vocabulary.relations if vocabulary.allows(source.label, name, target.label)]
        for kind in kinds[:1] if dice.random() < 0.5 else kinds:
            declared = vocabulary.fact_properties if vocabulary.relations[kind].fact else {}
            made.append(fold.Edge(source.id, kind, target.id, _fill(declared, dice)))
    return made


def _fill(declared: Mapping[str, str], dice: random.Random) -> dict[str, fold.Value]:
    return {name: None if dice.random() < 0.2 else _value(name, kind, dice) for name, kind in declared.items()}


def _value(name: str, kind: str, dice: random.Random) -> fold.Value:
    if kind == "list":
        return dice.choice(LISTS)
    if kind == "boolean":
        return dice.random() < 0.5
    if kind == "date" or name in ("start", "end"):
        return dice.choice(("2019", "2019-11", "2019-11-01", "2021-02-28"))
    value = dice.choice(NUMBERS.get(kind, TEXTS))
    return value if name == "quote" or not isinstance(value, str) else value[:500]
