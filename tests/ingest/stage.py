"""Scenes for tests of relating: a text in our own words whose things are given, so that finding plays no part."""

from __future__ import annotations

import re

from graph import evidence
from ingest import clauses, scene, shadow, structure
from ingest.relate import claims, measures

# Things by name. Properties: the code of a region, the region of a body, `self` for the policy that the text is.
THINGS: dict[str, tuple[str, dict[str, str | bool]]] = {
    "省政府": ("Agency", {"region": "990000"}), "科技厅": ("Agency", {"region": "990000"}), "财政厅": ("Agency", {"region": "990000"}),
    "教育厅": ("Agency", {}), "国务院": ("Agency", {}), "甲市人民政府": ("Agency", {"region": "990100"}),
    "甲市": ("Region", {"code": "990100"}), "乙市": ("Region", {"code": "990200"}), "丙公司": ("Organization", {}),
    "湖滨高新区": ("HighTechZone", {}), "江南高新区": ("HighTechZone", {}), "江湖示范区": ("DemonstrationZone", {}),
    "《创新条例》": ("Policy", {}), "《试点方案》": ("Policy", {}), "《江湖规划》": ("Policy", {}), "本策": ("Policy", {"self": True}),
    "贯彻《创新条例》的意见": ("Policy", {}),
    "种子基金": ("Fund", {}), "春苗子基金": ("Fund", {}), "春苗计划": ("Programme", {}), "秋实计划": ("Programme", {}), "中试平台": ("Platform", {}),
    "会商机制": ("Mechanism", {}), "协调小组": ("Mechanism", {}), "中小企业": ("TargetGroup", {}), "高校": ("TargetGroup", {}),
    "湖心隧道": ("Project", {}), "张某某": ("Person", {}), "第1号建议": ("Proposal", {}), "丁全会": ("Meeting", {}),
    "湿地税试点": ("Programme", {}),
}  # fmt: skip
TITLES = {
    "reply": "科技厅对第1号建议的答复", "approval": "省政府关于江湖示范区的批复", "measures": "本策若干措施",
    "regulation": "本策条例", "notice": "本策的通知", "trial": "本策湿地税试点办法",
}  # fmt: skip


def stage(raw: str, doc_type: str = "reply", author: str = "科技厅", to: str = "") -> scene.Scene:
    """The scene of a text: title, addressee line, the text, signature and date."""
    head = f"{TITLES[doc_type]}\n\n" + (f"{to}：\n\n" if to else "")
    made = shadow.clean(f"{head}{raw}\n\n{author}\n2021年6月18日\n")
    found = [(m.start(), m.end(), name) for name in THINGS for m in re.finditer(re.escape(name), made.text)]
    kept = [
        f for f in found if not any(o[0] <= f[0] and f[1] <= o[1] and o != f and o[2].startswith(f[2]) for o in found)
    ]
    refs = tuple(
        sorted((scene.Ref(s, e, name, THINGS[name][0]) for s, e, name in kept), key=lambda r: (r.start, -r.end))
    )
    entities = {
        name: evidence.Entity(name, kind, name.strip("《》"), properties=tuple(props.items()),
                              mentions=tuple(evidence.Mention(made.span(r.start, r.end)) for r in refs if r.entity == name))
        for name, (kind, props) in THINGS.items()
        if any(r.entity == name for r in refs)
    }  # fmt: skip
    return scene.Scene(made, structure.outline(made), entities, refs, author if author in entities else None)


def facts(raw: str, doc_type: str = "reply", author: str = "科技厅", to: str = "") -> set[tuple[str, str, str, str]]:
    """What the text claims, as (subject, predicate, object, status)."""
    return {(c.subject, c.predicate, c.object, c.status) for c in claimed(raw, doc_type, author, to)}


def claimed(raw: str, doc_type: str = "reply", author: str = "科技厅", to: str = "") -> tuple[evidence.Claim, ...]:
    """The claims of the text."""
    view = stage(raw, doc_type, author, to)
    own = "本策" if "本策" in view.entities else None
    found = clauses.split(view)
    return claims.find_claims(view, found, "document", own, (), measures.find_measures(view, found, "document"))


def measured(raw: str, doc_type: str = "reply", author: str = "科技厅") -> tuple[evidence.Measure, ...]:
    """The measures of the text."""
    view = stage(raw, doc_type, author)
    return measures.find_measures(view, clauses.split(view), "document")
