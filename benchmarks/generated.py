"""A made-up graph of the real shape for benchmarks: its shares were counted in the graph of 106 public documents."""

from __future__ import annotations

import random
from itertools import accumulate

from graph import fold

# Nodes of each label per 10,000, counted in the graph of 106 public documents (13,561 nodes, 55,344 edges).
LABELS = {
    "Measure": 5_375, "Claim": 2_299, "Grant": 426, "Agency": 351, "Policy": 263, "Programme": 248, "Platform": 201,
    "Region": 181, "Mechanism": 159, "Fund": 126, "Document": 78, "Organization": 66, "DevelopmentZone": 58, "Meeting": 55,
    "DemonstrationZone": 35, "Person": 35, "HighTechZone": 17, "Project": 9, "Proposal": 5,
}  # fmt: skip
# A closed list: it does not grow with the graph.
TARGET_GROUPS = 22
# How many claims of 3,117 say so: subject, predicate, object.
CLAIMS = {
    ("Policy", "TARGETS", "TargetGroup"): 579, ("Agency", "ISSUED", "Policy"): 250, ("Policy", "APPLIES_TO", "Region"): 209,
    ("Agency", "MANAGES", "Mechanism"): 176, ("Agency", "MANAGES", "Platform"): 151, ("Agency", "COOPERATES_WITH", "Agency"): 143,
    ("Policy", "BASED_ON", "Policy"): 114, ("Agency", "IMPLEMENTS", "Programme"): 93, ("Agency", "MANAGES", "Programme"): 85,
    ("Programme", "TARGETS", "TargetGroup"): 85, ("Fund", "TARGETS", "TargetGroup"): 80, ("Agency", "SUPPORTS", "Platform"): 79,
    ("Platform", "LOCATED_IN", "Region"): 71, ("Organization", "LOCATED_IN", "Region"): 61, ("DevelopmentZone", "LOCATED_IN", "Region"): 58,
    ("Agency", "SUPPORTS", "Region"): 62, ("Agency", "SUPPORTS", "DemonstrationZone"): 57, ("Agency", "MANAGES", "Fund"): 51,
    ("Mechanism", "TARGETS", "TargetGroup"): 43, ("Agency", "SUPPORTS", "DevelopmentZone"): 55, ("Agency", "APPROVED", "Policy"): 41,
    ("Programme", "APPLIES_TO", "Region"): 41, ("Agency", "SUPPORTS", "Fund"): 36, ("Policy", "APPLIES_TO", "DevelopmentZone"): 32,
    ("Agency", "IMPLEMENTS", "Policy"): 31, ("DemonstrationZone", "LOCATED_IN", "Region"): 30, ("Agency", "SUPPORTS", "Programme"): 38,
    ("Agency", "SUPPORTS", "HighTechZone"): 30, ("HighTechZone", "PART_OF", "DemonstrationZone"): 26, ("HighTechZone", "LOCATED_IN", "Region"): 23,
    ("Platform", "TARGETS", "TargetGroup"): 23, ("Fund", "APPLIES_TO", "Region"): 23, ("Agency", "MANAGES", "DemonstrationZone"): 20,
    ("Policy", "CITES", "Policy"): 20, ("Agency", "MANAGES", "DevelopmentZone"): 18, ("Policy", "APPLIES_TO", "DemonstrationZone"): 18,
    ("Agency", "APPLIED_FOR", "DemonstrationZone"): 30, ("Document", "CITES", "Policy"): 14, ("Agency", "HANDLES", "Proposal"): 14,
    ("Agency", "PART_OF", "Agency"): 13, ("Person", "SUBMITTED", "Proposal"): 10, ("Policy", "REPEALS", "Policy"): 9,
    ("Agency", "APPROVED", "DemonstrationZone"): 14, ("Document", "REPLIES_TO", "Proposal"): 6, ("Proposal", "ASKS", "DemonstrationZone"): 6,
}  # fmt: skip
CONCERNED = {
    "Agency": 2_917, "TargetGroup": 2_424, "Region": 500, "Platform": 400, "Fund": 338, "Programme": 334, "DevelopmentZone": 286,
    "Mechanism": 281, "Policy": 224, "DemonstrationZone": 220, "Organization": 124, "HighTechZone": 44, "Meeting": 35,
}  # fmt: skip
MENTIONED = {
    "Agency": 890, "Region": 457, "TargetGroup": 456, "Policy": 386, "Programme": 346, "Platform": 282, "Mechanism": 217, "Fund": 179,
    "Meeting": 139, "DevelopmentZone": 111, "Organization": 92, "DemonstrationZone": 51, "Person": 48, "HighTechZone": 23, "Project": 12,
}  # fmt: skip
# Of how many measures it is told whom they concern, by the number of things: 0, 1, 2 and so on.
HOW_MANY = (3_264, 2_295, 839, 345, 212, 125, 79, 42, 37, 16, 14)
# How unevenly things of a label are named: 1 is evenly, 3 is a few hubs and many that are hardly named.
UNEVEN = {
    "Agency": 3.0,
    "Policy": 2.5,
    "Region": 2.5,
    "TargetGroup": 2.5,
    "DevelopmentZone": 2.5,
    "DemonstrationZone": 2.5,
}
STATUSES = {
    "Claim": {"planned": 1_599, "ongoing": 927, "done": 555, "requested": 36},
    "Measure": {"planned": 6_228, "ongoing": 881, "done": 171, "requested": 9},
}  # fmt: skip
# Kinds of sums, status and share. More are awarded than in those documents: tables of awards are read as well.
SUMS = {("rate", "planned"): 45, ("ceiling", "planned"): 35, ("size", "planned"): 3, ("awarded", "done"): 17}
# Words of the quotes; the higher the number, the more often. Words that questions look for are about as frequent as there.
WORDS = {
    "支持": 100,
    "企业": 190,
    "创新": 120,
    "项目": 70,
    "奖励": 55,
    "平台": 50,
    "人才": 48,
    "建设": 100,
    "示范区": 40,
    "推进": 80,
    "服务": 90,
    "条件": 20,
    "探索": 23,
    "融资": 22,
    "金融": 26,
    "贷款": 11,
    "银行": 11,
    "保险": 8,
    "担保": 6,
    "公司": 25,
    "补贴": 13,
    "高新区": 12,
    "符合条件": 11,
    "优先": 8,
    "原则上": 3,
    "财力": 2,
    "联席会议": 2,
    "科技": 110,
    "发展": 120,
    "产业": 110,
    "技术": 90,
    "资金": 60,
    "机制": 40,
    "管理": 60,
    "给予": 70,
    "完善": 50,
    "重点": 60,
    "研发": 50,
    "机构": 50,
    "落实": 40,
    "单位": 40,
    "组织": 40,
    "开展": 60,
    "加强": 50,
} | dict.fromkeys(
    (
        "的",
        "和",
        "与",
        "等",
        "各",
        "按",
        "由",
        "对",
        "在",
        "市",
        "县",
        "年",
        "其",
        "及",
        "为",
        "区域",
        "有关",
        "方面",
        "工作",
        "水平",
    ),
    1_000,
)
# Of how many claims one fulfils another, of how many awarded sums one disagrees with another: more than in those documents,
# where hardly any does, so that the questions about them have something to answer.
FULFILLED, CONTESTED = 300, 20  # fmt: skip
PLACES = ("桂林", "柳州", "南宁", "北海", "贺州", "西安", "合肥", "武汉", "成都", "广州")
KINDS = {
    "Agency": (*("人民政府", "科学技术局", "财政局", "发展和改革委员会", "人力资源和社会保障局", "管理委员会", "经济和信息化局") * 9, "海关"),
    "Policy": ("管理办法", "实施意见", "若干措施", "发展规划", "条例"),
    "DemonstrationZone": ("创新示范区", "改革试验区"), "HighTechZone": ("高新技术产业开发区",), "DevelopmentZone": ("经济技术开发区", "产业园"), "Region": ("市", "县", "区"),
    "Fund": ("专项资金", "引导基金", "补贴"), "Platform": ("服务平台", "创新中心", "示范基地"), "Programme": ("行动计划", "建设工程", "改革试点"),
    "Mechanism": ("协调机制", "领导小组", "管理制度", "工作机制", "长效机制", "联席会议", "白名单", "会议制度", "保险制度", "补偿机制"),
}  # fmt: skip
STATEMENTS = ("Measure", "Claim", "Grant")


def graph(nodes: int = 100_000, edges: int = 500_000, seed: int = 20) -> fold.Graph:
    """A graph of about so many nodes and exactly so many edges, hubs included; the same for the same numbers."""
    return _Maker(nodes, seed).make(edges)


class _Maker:
    """Makes one graph."""

    def __init__(self, nodes: int, seed: int) -> None:
        self.dice = random.Random(seed)
        counts = {label: max(2, nodes * share // 10_000) for label, share in LABELS.items()}
        self.ids = {
            label: [f"{label}/{i}" for i in range(n)] for label, n in (counts | {"TargetGroup": TARGET_GROUPS}).items()
        }
        self.nodes: dict[str, fold.Node] = {}
        self.edges: dict[tuple[str, str, str], fold.Edge] = {}
        self.documents = list(accumulate(self.dice.lognormvariate(0, 0.9) for _ in self.ids["Document"]))
        own = self.dice.sample(self.ids["Policy"], len(self.ids["Document"]))
        self.voices = {d: (self._any("Agency"), policy) for d, policy in zip(self.ids["Document"], own, strict=True)}
        self.words = tuple(WORDS), list(accumulate(WORDS.values()))

    def make(self, edges: int) -> fold.Graph:
        """Things, then statements about them, then what documents mention, up to the wanted number of edges."""
        for label, keys in self.ids.items():
            for number, key in enumerate(keys):
                self.nodes[key] = fold.Node(key, label, self._properties(label, number))
        for label, state in (("Claim", self._claim), ("Measure", self._measure), ("Grant", self._grant)):
            for key in self.ids[label]:
                state(key, self._state(key))
        self._tie()
        # Five edges a node are more than the 4.1 of the documents: what measures concern and what documents mention make
        # up for it, twice as many of both.
        while len(self.edges) < edges:
            self._mention()
            if len(self.edges) < edges:
                self._concern(self.dice.choice(self.ids["Measure"]))
        return fold.Graph(
            tuple(self.nodes[k] for k in sorted(self.nodes)), tuple(self.edges[k] for k in sorted(self.edges))
        )

    def _any(self, label: str) -> str:
        """A thing of a label; some are named far more often than others."""
        keys = self.ids[label]
        return keys[int(len(keys) * self.dice.random() ** UNEVEN.get(label, 1.5))]

    def _one_of(self, shares: dict[str, int]) -> str:
        return self.dice.choices(tuple(shares), tuple(shares.values()))[0]

    def _document(self) -> str:
        return self.dice.choices(self.ids["Document"], cum_weights=self.documents)[0]

    def _quote(self) -> str:
        return "".join(self.dice.choices(self.words[0], cum_weights=self.words[1], k=self.dice.randint(10, 60)))

    def _properties(self, label: str, number: int) -> dict[str, fold.Value]:
        if label in STATEMENTS:
            return self._words(label)
        kinds = KINDS.get(label, ("",))
        name = f"{PLACES[number % 10]}{self._quote()[:4]}{number}{kinds[number % len(kinds)]}"
        if label == "Document":
            return {"name": name, "date": f"{2015 + number % 11}-0{1 + number % 9}-15", "doc_type": "notice", "language": "zh", "sha256": f"{number:064x}",
                    "file": f"{number}.txt", "invented": False, "reference": False, "documents": 1}  # fmt: skip
        found: dict[str, fold.Value] = {"name": name, "documents": 1 + number % 7}
        if number % 10 < 4:
            found["aliases"] = (f"{name[:2]}{label}{number}",)
        if label == "Policy" and number % 5 < 2:
            found |= {
                "doc_no": f"桂政发〔{2010 + number % 15}〕{number}号",
                "date_issued": f"{2010 + number % 15}-03-01",
            }
        if label in ("Region", "Agency"):
            found["code" if label == "Region" else "region"] = f"{45 + number % 5}{number % 100:02}00"
        return found

    def _words(self, label: str) -> dict[str, fold.Value]:
        quote = self._quote()
        at = self.dice.randrange(9_000)
        found: dict[str, fold.Value] = {"name": quote[:40], "quote": quote, "quote_start": at, "quote_end": at + len(quote), "document": "", "stated_by": ""}  # fmt: skip
        if label == "Grant":
            kind, status = self.dice.choices(tuple(SUMS), tuple(SUMS.values()))[0]
            year = {"year": 2015 + self.dice.randrange(11)} if kind == "awarded" else {}
            return found | year | {"kind": kind, "status": status, "amount": float(self.dice.randrange(1, 900)) * 10_000, "currency": "CNY", "contested": False}  # fmt: skip
        return found | {"cue": quote[:2], "status": self._one_of(STATUSES[label])}

    def _link(self, source: str, kind: str, target: str, **properties: fold.Value) -> None:
        self.edges.setdefault(
            (source, kind, target), fold.Edge(source, kind, target, {"start": "", "end": "", **properties})
        )

    def _state(self, key: str) -> str:
        """A document states it, mostly in its issuer's voice."""
        document = self._document()
        self._link(key, "STATED_IN", document)
        if self.dice.random() < 0.93:
            self._link(key, "STATED_BY", self.voices[document][0])
        return document

    def _claim(self, key: str, document: str) -> None:
        first, kind, second = self.dice.choices(tuple(CLAIMS), tuple(CLAIMS.values()))[0]
        source = (
            document if first == "Document" else self.voices[document][1] if first == "Policy" else self._any(first)
        )
        target, node = self._any(second), self.nodes[key]
        start = f"{2015 + self.dice.randrange(11)}" if self.dice.random() < 0.1 else ""
        self.nodes[key] = fold.Node(key, "Claim", {**node.properties, "predicate": kind, "start": start, "end": start, "confidence": 0.9, "origin": "rules"})  # fmt: skip
        self._link(key, "SUBJECT", source)
        self._link(key, "OBJECT", target)
        if source != target:
            self._fact(source, kind, target, node, key)

    def _fact(self, source: str, kind: str, target: str, node: fold.Node, claim: str) -> None:
        """The fact edge; one that is there already rests on one claim more."""
        known = self.edges.get((source, kind, target))
        claims = (*known.properties["claims"], claim) if known else (claim,)  # type: ignore[misc]
        self.edges[source, kind, target] = fold.Edge(source, kind, target, {
            "start": "", "end": "", "status": node.properties["status"], "claims": claims, "documents": 1,
            "quote": node.properties["quote"], "stated_by": "", "contested": False,
        })  # fmt: skip

    def _measure(self, key: str, document: str) -> None:
        agency, policy = self.voices[document]
        if self.dice.random() < 0.86:
            self._link(agency if self.dice.random() < 0.75 else self._any("Agency"), "UNDERTAKES", key)
        if self.dice.random() < 0.89:
            self._link(policy, "CONTAINS", key)
        for _ in range(self.dice.choices(range(len(HOW_MANY)), HOW_MANY)[0]):
            self._concern(key)

    def _concern(self, key: str) -> None:
        self._link(key, "CONCERNS", self._any(self._one_of(CONCERNED)))

    def _grant(self, key: str, document: str) -> None:
        if self.dice.random() < 0.95:
            self._link(self.voices[document][0], "AWARDED", key)
        if self.dice.random() < 0.25:
            self._link(self._any("Fund"), "FINANCES", key)
        if self.nodes[key].properties["kind"] == "awarded" or self.dice.random() < 0.5:
            self._link(key, "BENEFITS", self._any(self._one_of({"TargetGroup": 266, "Region": 15, "DemonstrationZone": 12, "Organization": 9})))  # fmt: skip

    def _tie(self) -> None:
        """Claims that fulfil one another, and awarded sums that disagree."""
        for claim, promise in zip(self.ids["Claim"][::FULFILLED], self.ids["Claim"][1::FULFILLED], strict=False):
            self._link(claim, "FULFILS", promise)
        awarded = [key for key in self.ids["Grant"] if self.nodes[key].properties["kind"] == "awarded"]
        for one, other in zip(awarded[::CONTESTED], awarded[1::CONTESTED], strict=False):
            self._link(one, "CONFLICTS_WITH", other)

    def _mention(self) -> None:
        thing = self._any(self._one_of(MENTIONED))
        self._link(self._document(), "MENTIONS", thing, count=1, surfaces=(thing,), reasons=("full name",))
