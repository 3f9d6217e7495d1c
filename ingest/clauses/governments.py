"""Who acts for a place: its government, its committee, or whoever lays down what holds there."""

from __future__ import annotations

from graph import evidence
from ingest import scene


def government(view: scene.Scene, region: str) -> str | None:
    """The government of a region among the things of the document."""
    named = view.entities[region]
    suffix = f"{named.name}人民政府"
    return next((e.id for e in view.entities.values() if e.type == "Agency" and e.name.endswith(suffix)), None)


def committee(view: scene.Scene, ref: scene.Ref) -> str | None:
    """The committee that runs a zone, if the document names it."""
    zone = view.entities[ref.entity]
    names = (zone.name, *zone.aliases, view.shadow.text[ref.start : ref.end])
    bodies = (e for e in view.entities.values() if e.type == "Agency" and e.name.endswith(("管委会", "管理委员会")))
    return next((e.id for e in bodies if e.name.startswith(names)), None)


def for_own(view: scene.Scene, ref: scene.Ref) -> str | None:
    """Who 本市 and 你省 are: in what is laid down for 本市 whoever lays it down, else and beside other places the government."""
    text = view.shadow.text
    rules_here = text[ref.start] == "本" and not text.startswith(("与", "和", "同", "会同", "联合"), ref.end)
    issuer = view.author if rules_here and view.outline.prescribes else None
    return issuer or government(view, ref.entity)


def is_own_level(view: scene.Scene, said: str) -> bool:
    """Whether a level that stands alone is the author's: in a city's text 区人民政府 is that of each district."""
    code = str(view.home or "")
    if "、" in said or not code:
        return True
    if code.endswith("0000"):
        return said.startswith(("省", "自治区")) or (said.startswith("市") and code[:2] in _MUNICIPALITIES)
    return said.startswith(("市", "州")) if code.endswith("00") else not said.startswith(("省", "自治区", "州"))


# Beijing, Tianjin, Shanghai, Chongqing: provinces that call themselves 市.
_MUNICIPALITIES = ("11", "12", "31", "50")


def home_government(view: scene.Scene) -> str | None:
    """The government of the author's region among the things of the document."""
    return next(iter(agencies(view, view.home, "人民政府")), None)


def agencies(view: scene.Scene, code: evidence.Scalar | None, *forms: str) -> list[str]:
    """The agencies of that region whose names end so; none where the region is not known."""
    agencies = (e for e in view.entities.values() if e.type == "Agency" and e.name.endswith(forms))
    return [e.id for e in agencies if code and e.prop("region") == code]


def answers_for(view: scene.Scene, speaker: str | None) -> str | None:
    """For whom somebody answers questions: a department of a ministry for the ministry, others for themselves."""
    body = view.entities.get(speaker or "")
    if body is None or view.outline.doc_type != "explainer" or not body.name.endswith(("司", "处")):
        return speaker
    wholes = (e for e in view.entities.values() if e.type == "Agency" and e.id != speaker)
    return next((e.id for e in wholes if body.name.startswith(e.name)), speaker)
