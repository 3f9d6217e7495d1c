"""Bodies under bodies: B是A的直属单位, A下属的B, B隶属于A, A全资子公司B."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ingest import scene
from ingest.relate.claims import sites
from ingest.relate.claims.maker import BODIES, Clause, Maker

_IS = re.compile(r"[”）]?(?:是|为|系|作为)[“]?")
_ANSWERS_TO = re.compile(
    r"[”）]?(?:现|均|均为|行政上|直接)*(?:隶属|归属|直属|从属|附属)(?:于)?[“]?|[”）]?挂靠(?:在|于)?[“]?"
)


@cache
def _owned() -> str:
    """What tells of a body that it is another's: 下属事业单位, 全资子公司, 派出机构."""
    under, kinds = sites.one_of("under"), sites.one_of("kinds")
    return rf"(?:的)?(?:{under})(?:的)?(?:{under}|一家)*(?:{kinds})*"


@cache
def _between() -> re.Pattern[str]:
    """Between an owner and what it owns: 下属的, 全资子公司."""
    return re.compile(rf"[”）]?{_owned()}(?:的)?[“—-]*")


@cache
def _behind() -> re.Pattern[str]:
    """Behind an owner whose own the body before it is said to be: B是A|的直属单位."""
    return re.compile(rf"[”）]?(?:{_owned()}|的?子公司)(?=$|[，。；、）)\s]|，)")


def state(made: Maker, clause: Clause) -> None:
    """PART_OF between two bodies of the clause that follow each other."""
    bodies = [r for r in clause.outer if r.type in BODIES]
    made.rule = "belongs"
    for first, second in pairwise(bodies):
        if _between().fullmatch(made.text, first.end, second.start):
            _add(made, clause, second, first)
        elif _answers_to(made.text, first, second):
            _add(made, clause, first, second)


def _answers_to(text: str, first: scene.Ref, second: scene.Ref) -> bool:
    """B隶属于A, B是A的直属单位."""
    is_one = _IS.fullmatch(text, first.end, second.start) and _behind().match(text, second.end)
    return bool(is_one or _ANSWERS_TO.fullmatch(text, first.end, second.start))


def _add(made: Maker, clause: Clause, part: scene.Ref, whole: scene.Ref) -> None:
    if not clause.negated:
        made.add(part.entity, "PART_OF", whole.entity, "ongoing", clause.start, clause.end)
