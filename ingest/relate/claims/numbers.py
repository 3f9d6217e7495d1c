"""Who issued a policy by the stem of its number: 桂政发 the government of 广西, 国科发规 the ministry, 鲁财教 the one body of 山东 that fits."""

from __future__ import annotations

import re

from graph import evidence
from ingest import reference, scene
from ingest.find import places

_STEM = re.compile(r"^(?P<stem>[一-鿿]{2,12})〔(?P<year>\d{4})〕")
# What of a stem says the kind of letter, not who writes.
_KINDS = re.compile(r"[发函办字规通文联]+$")
_DISTRICT = re.compile(
    r"[一-鿿]{2,7}?(?:市|州|盟|地区)(?P<below>[一-鿿]{1,6})[区县旗](?=人民政府|[一-鿿]{2,12}[局委室厅办])"
)
# Before the function in the name of a province's or city's body.
_PLACE = re.compile(r"^(?:中国共产党)?[一-鿿]{2,9}?(?:省|自治区|市|自治州|特别行政区)")
_COMMITTEE = re.compile(r"(?:中共|中国共产党)[一-鿿]{2,10}委(?:员会)?$")
_COMMITTEE_OFFICE = re.compile(r"(?:中共|中国共产党)[一-鿿]{2,10}委(?:员会)?办公[厅室]$")


def year(doc_no: str) -> str:
    """The year of a document number, empty where it has no number of this form."""
    number = _STEM.match(doc_no)
    return number["year"] if number else ""


def issuer(view: scene.Scene, doc_no: str) -> str | None:
    """The body among the things of the document that writes under the number's stem, if just one fits."""
    number = _STEM.match(doc_no)
    if number is None:
        return None
    stem = number["stem"]
    bodies = [e for e in view.entities.values() if e.type == "Agency"]
    names = [name for name in (_government(stem), _national(stem)) if name]
    issuer = next((e.id for e in bodies if e.name in names), None)
    return issuer or _by_stem(bodies, stem) or _of_place(bodies, stem)


def _government(stem: str) -> str:
    """政 and 府 behind the sign of a province are its government, 政办 its general office; 国发 is the State Council."""
    place = _signed(stem)
    if place and stem[1] in "政府":
        return f"{place.name}人民政府{'办公厅' if '办' in stem else ''}"
    if stem.startswith("国办"):
        return "国务院办公厅"
    return "国务院" if stem in ("国发", "国函") else ""


def _national(stem: str) -> str:
    """The central body whose stem the number's begins with: 国科发规, 工信部联通装."""
    known = [s for s in reference.stems() if stem.startswith(s.stem)]
    return max(known, key=lambda s: len(s.stem)).body.removeprefix("中华人民共和国") if known else ""


def _by_stem(bodies: list[evidence.Entity], stem: str) -> str | None:
    """The body whose name holds all characters of the stem in order: 珠科创, 市科."""
    core = _KINDS.sub("", stem)
    if len(core) < 2:
        return None
    named = [e for e in bodies if _in_order(core, e.name)]
    fitting = [e.id for e in named if ("办" in stem) == ("办公" in e.name) and not _deeper(core, e.name)]
    return fitting[0] if len(fitting) == 1 else None


def _of_place(bodies: list[evidence.Entity], stem: str) -> str | None:
    """The body of the place that the stem's sign means whose function begins as the rest of the stem: 鲁科字, 内财建, 冀办发."""
    place, rest = _signed(stem), _KINDS.sub("", stem[1:]) or stem[1:]
    if place is None:
        return None
    if rest[0] in "办发":
        committee = _COMMITTEE_OFFICE if rest[0] == "办" else _COMMITTEE
        return next((e.id for e in bodies if reference.core(place.name) in e.name and committee.match(e.name)), None)
    own = [e for e in bodies if e.prop("region") == place.code and e.name.startswith(place.name)]
    fitting = [e.id for e in own if _PLACE.sub("", e.name).startswith(rest[0]) and "办公" not in e.name]
    return fitting[0] if len(fitting) == 1 else None


def _deeper(stem: str, name: str) -> bool:
    """Whether the body is of a place inside the one that the stem names: 深府 is no 深圳市坪山区人民政府."""
    below = _DISTRICT.match(name)
    return below is not None and not any(char in stem for char in below["below"])


def _in_order(short: str, name: str) -> bool:
    position = 0
    for char in short:
        position = name.find(char, position) + 1
        if position == 0:
            return False
    return True


def _signed(stem: str) -> places.Place | None:
    """The province, else the large city, for which the stem's first character stands."""
    return next(reversed(places.of_sign(stem[0])), None)
