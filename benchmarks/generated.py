"""A made-up graph of the real shape for benchmarks: the shares of labels and types are those of 109 real documents."""

from __future__ import annotations

import random
from collections.abc import Sequence

from graph import fold

# Per 10,000 nodes, counted in the graph of 109 public documents (14,306 nodes).
LABELS = {
    "Measure": 5_600, "Claim": 1_700, "Grant": 400, "Mechanism": 370, "Platform": 320, "Agency": 300, "Policy": 350,
    "Programme": 240, "Region": 180, "DevelopmentZone": 145, "Fund": 100, "Organization": 100, "DemonstrationZone": 78,
    "Document": 76, "Meeting": 8, "HighTechZone": 16, "TargetGroup": 2, "Person": 11, "Proposal": 4,
}  # fmt: skip
ENDS = {
    "ISSUED": ("Agency", "Policy"), "APPROVED": ("Agency", "DemonstrationZone"), "APPLIED_FOR": ("Agency", "DemonstrationZone"),
    "MANAGES": ("Agency", "Platform"), "SUPPORTS": ("Agency", "DemonstrationZone"), "TARGETS": ("Policy", "TargetGroup"),
    "IMPLEMENTS": ("Agency", "Policy"), "BASED_ON": ("Policy", "Policy"), "REPEALS": ("Policy", "Policy"),
    "APPLIES_TO": ("Policy", "Region"), "PART_OF": ("DevelopmentZone", "DevelopmentZone"), "LOCATED_IN": ("DemonstrationZone", "Region"),
    "COOPERATES_WITH": ("Agency", "Agency"), "HANDLES": ("Agency", "Proposal"), "SUBMITTED": ("Person", "Proposal"),
    "ASKS": ("Proposal", "DemonstrationZone"), "CITES": ("Policy", "Policy"),
}  # fmt: skip
SHARES = (10, 3, 3, 48, 21, 26, 10, 11, 1, 21, 2, 17, 3, 2, 2, 2, 8)
STATUSES = ("planned", "planned", "ongoing", "done", "done", "requested")
WORDS = "支持推进建设完善探索科技创新企业金融服务平台项目资金示范区高新区机制人才产业园区落实实施方案符合条件优先省市自治区".strip()
PLACES = ("桂林", "柳州", "南宁", "北海", "贺州", "西安", "合肥", "武汉", "成都", "广州")
SUFFIX = {
    "Agency": "科学技术局", "Policy": "若干政策", "DemonstrationZone": "创新示范区", "HighTechZone": "高新技术产业开发区", "Region": "市",
    "Fund": "专项资金", "Platform": "服务平台", "Mechanism": "联席会议", "Programme": "行动计划",
}  # fmt: skip


def graph(nodes: int = 100_000, edges: int = 500_000, seed: int = 20) -> fold.Graph:
    """A graph of about so many nodes and exactly so many edges, hubs included; the same for the same numbers."""
    return _Maker(nodes, seed).make(edges)


class _Maker:
    """Makes one graph."""

    def __init__(self, nodes: int, seed: int) -> None:
        self.dice = random.Random(seed)
        self.ids = {
            label: [f"{label}/{i}" for i in range(max(2, nodes * share // 10_000))] for label, share in LABELS.items()
        }
        self.nodes: dict[str, fold.Node] = {}
        self.edges: dict[tuple[str, str, str], fold.Edge] = {}

    def make(self, edges: int) -> fold.Graph:
        """Things, then statements about them, then mentions up to the wanted number of edges."""
        for label, keys in self.ids.items():
            for number, key in enumerate(keys):
                self.nodes[key] = fold.Node(key, label, self._properties(label, number))
        for key in self.ids["Claim"]:
            self._claim(key)
        for key in self.ids["Measure"]:
            self._measure(key)
        for key in self.ids["Grant"]:
            self._grant(key)
        things = [
            key for label in LABELS if label not in ("Measure", "Claim", "Grant", "Document") for key in self.ids[label]
        ]
        while len(self.edges) < edges:
            self._mention(self._hub(self.ids["Document"]), self._hub(things))
        return fold.Graph(
            tuple(self.nodes[k] for k in sorted(self.nodes)), tuple(self.edges[k] for k in sorted(self.edges))
        )

    def _hub(self, keys: Sequence[str]) -> str:
        """Some are named far more often than others."""
        return keys[int(len(keys) * self.dice.random() ** 2.5)]

    def _text(self, length: int) -> str:
        return "".join(self.dice.choices(WORDS, k=length))

    def _properties(self, label: str, number: int) -> dict[str, fold.Value]:
        name = f"{PLACES[number % 10]}{self._text(4)}{number}{SUFFIX.get(label, '')}"
        if label in ("Measure", "Claim", "Grant"):
            quote = self._text(self.dice.randint(15, 60))
            at = self.dice.randrange(9_000)
            return {"name": quote[:40], "quote": quote, "quote_start": at, "quote_end": at + len(quote), "cue": quote[:2],
                    "status": self.dice.choice(STATUSES), "stated_by": ""}  # fmt: skip
        if label == "Document":
            return {
                "name": name,
                "date": f"{2015 + number % 11}-0{1 + number % 9}-15",
                "doc_type": "notice",
                "sha256": f"{number:064x}",
            }
        found: dict[str, fold.Value] = {
            "name": name, "aliases": (f"{name[:2]}{label}{number}",), "documents": 1 + number % 7, "degree": number % 50,
            "pagerank": 1.0 / (number + 1), "betweenness": 0.0, "community": number % 300,
        }  # fmt: skip
        if label == "Policy" and number % 3:
            found["doc_no"] = f"桂政发〔{2010 + number % 15}〕{number}号"
        if label in ("Region", "Agency"):
            found["code" if label == "Region" else "region"] = f"{45 + number % 5}{number % 100:02}00"
        return found

    def _link(self, source: str, kind: str, target: str, **properties: fold.Value) -> None:
        self.edges.setdefault(
            (source, kind, target), fold.Edge(source, kind, target, {"start": "", "end": "", **properties})
        )

    def _state(self, key: str) -> None:
        self._link(key, "STATED_IN", self._hub(self.ids["Document"]))
        self._link(key, "STATED_BY", self._hub(self.ids["Agency"]))

    def _claim(self, key: str) -> None:
        kind = self.dice.choices(list(ENDS), SHARES)[0]
        source, target = (self._hub(self.ids[label]) for label in ENDS[kind])
        node = self.nodes[key]
        start = f"{2015 + self.dice.randrange(11)}"
        self.nodes[key] = fold.Node(key, "Claim", {**node.properties, "predicate": kind, "start": start, "end": start})
        self._link(key, "SUBJECT", source)
        self._link(key, "OBJECT", target)
        self._state(key)
        if source != target:
            self._link(source, kind, target, status=node.properties["status"], claims=(key,), documents=1,
                       quote=node.properties["quote"], stated_by="", contested=False)  # fmt: skip

    def _measure(self, key: str) -> None:
        self._state(key)
        self._link(self._hub(self.ids["Agency"]), "UNDERTAKES", key)
        self._link(self._hub(self.ids["Policy"]), "CONTAINS", key)
        for label in self.dice.choices(
            ("Platform", "Mechanism", "Programme", "DemonstrationZone", "Region"), k=self.dice.randint(0, 2)
        ):
            self._link(key, "CONCERNS", self._hub(self.ids[label]))

    def _grant(self, key: str) -> None:
        node = self.nodes[key]
        self.nodes[key] = fold.Node(key, "Grant", {
            **node.properties, "amount": float(self.dice.randrange(1, 900)) * 10_000, "currency": "CNY", "year": 2015 + self.dice.randrange(11),
            "kind": "awarded", "contested": False,
        })  # fmt: skip
        self._state(key)
        self._link(self._hub(self.ids["Fund"]), "FINANCES", key)
        self._link(self._hub(self.ids["Agency"]), "AWARDED", key)
        self._link(key, "BENEFITS", self._hub(self.ids["DemonstrationZone"]))

    def _mention(self, document: str, thing: str) -> None:
        self._link(document, "MENTIONS", thing, count=1, surfaces=(thing,), reasons=("full name",))
