"""What a whole is said to hold: W包括A、B, W由A、B组成, W（A、B）, 实施W，包括A、B, F共1亿元，其中A3000万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest import scene
from ingest.clauses import patterns
from ingest.relate.claims import slots
from ingest.relate.claims.maker import ZONES, Clause, Maker, shown_from, standing

_OF = {
    **dict.fromkeys(ZONES, ZONES),
    **{kind: frozenset((kind,)) for kind in ("Fund", "Project", "Platform", "Organization", "Agency")},
    "Programme": frozenset(("Programme", "Project")),
}
# 其中A3000万元: what is told of a sum's parts, and the sum of each.
_AMONG = re.compile(r"其中[：:，]?(?:安排|用于|含|包括)?[“《]?")
_SUM = re.compile(r"[”》]?(?:[：:（(，]|安排|共|约|计|各|规模|投入|分别|不少于|为)*\d[\d.,]*[万亿]?元")
_SEVERAL = 2


def fits(part: scene.Ref, whole: scene.Ref) -> bool:
    """Whether a thing of the one kind can be part of a thing of the other."""
    return part.type in _OF.get(whole.type, ()) and part.entity != whole.entity


def one_of(*lists: str) -> str:
    """The words of these lists of lexicon/parts.yaml as alternatives of one pattern."""
    return patterns.words_of("parts", *lists).pattern


@cache
def _holds() -> re.Pattern[str]:
    """Between a whole and the list of its parts; `opens` may begin a clause of its own, `near` stands right before the parts."""
    before = rf"[”》）]?(?:的)?(?:{one_of('aspects')})*(?:{one_of('manner')})*"
    said = rf"(?P<of>由)|(?P<opens>{one_of('lists')})|(?P<said>{one_of('holds')})|(?P<near>{one_of('at_once')})"
    return re.compile(rf"{before}(?:{said})了?(?:[一二两三四五六七八九十百]大[^，。；、“]{{1,4}})?[：:]?[“《]?")


@cache
def _made_of() -> re.Pattern[str]:
    return re.compile(one_of("made_of"))


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """PART_OF of what the clause lists as held by the thing that it, or the clause before it, names."""
    if clause.negated:
        return
    made.rule = "contents"
    for whole, parts in _lists(made, clause, before):
        held = [part for part in parts if fits(part, whole)]
        start = shown_from(clause, whole)
        for part in held:
            made.add(part.entity, "PART_OF", whole.entity, standing(clause), start, clause.end, cue="包括")
        if held:
            return
    if any(r.type in ZONES for r in clause.outer):
        _built_around(made, clause, before)
    if any(r.type in ("Fund", "Programme") for r in clause.outer):
        _among(made, clause, before)


def _lists(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> Iterator[tuple[scene.Ref, list[scene.Ref]]]:
    """Each thing that the words say to hold others, with what is named behind them in the clause."""
    text = made.text
    for whole in clause.outer:
        held = any(fits(r, whole) for r in clause.outer if r.start >= whole.end)
        said = _holds().match(text, whole.end, clause.end) if held else None
        if said and not (said["of"] and whole.type == "Agency") and (parts := _listed(made, clause, said)):
            yield whole, parts
    said = _holds().match(text, clause.start, clause.end)
    parts = _listed(made, clause, said) if said and (said["opens"] or said["of"]) else []
    led_in = text[clause.start - 1] in "：:"
    told = [r for r in _told(made, clause, before) if r.type != "Agency"] if parts or led_in else []
    yield from ((whole, parts) for whole in told)
    if led_in:
        yield from ((w, list(clause.outer)) for w in told if _opens_list(text, w.end, clause.start))


# 以A为主体，包括B: no B of A.
_OBLIQUE = re.compile(r"(?:以|依托|由|在|与|同|对|向|从|围绕)[“《]?$")


def _told(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> list[scene.Ref]:
    """What the sentence names before the clause, the last first, without what stands there only as a ground or a partner."""
    named = [(c, r) for c in reversed(before) if c.sentence == clause.sentence for r in reversed(c.outer)]
    return [r for c, r in named if not _OBLIQUE.search(made.text, c.start, r.start)]


# 分为以下三类：
_COUNTED = 10


def _opens_list(text: str, start: int, end: int) -> bool:
    """Whether what stands between a thing and a list of its own clause says that it holds what is listed: W包括：A、B."""
    said = _holds().match(text, start, end)
    return bool(said and (said["opens"] or said["said"]) and end - said.end() <= _COUNTED)


def _listed(made: Maker, clause: Clause, said: re.Match[str]) -> list[scene.Ref]:
    """What is named behind the words that hold it."""
    parts = [r for r in clause.outer if r.start >= said.end()]
    first = parts[0] if parts else None
    if first is None or (said["of"] and not _made_of().search(made.text, first.end, clause.end)):
        return []  # W由A牵头建设 tells who builds W
    if said["near"] or said["said"] == "下属":
        row = slots.row_from(made.text, first, parts[1:]) if first.start == said.end() else []
        return row if len(row) >= _SEVERAL or said["near"] not in ("（", "(") else []
    return parts


@cache
def _core() -> re.Pattern[str]:
    return re.compile(rf"[”]?(?:等[^，。；]{{0,8}})?(?:作为|为)(?:主要|重要)?(?:{one_of('core')})(?=$|[，。；、和与])")


_WITH = re.compile(r"[”》）]?(?:主要|将|拟)?(?:以|将|把)[“]?")


def _built_around(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """W以A、B为核心区: the zones around which a zone is built, that stands right before or at the head of the sentence."""
    zones = [r for r in clause.outer if r.type in ZONES]
    for part in zones:
        row = slots.row_from(made.text, part, zones)
        if not _core().match(made.text, row[-1].end, clause.end):
            continue
        ahead = next((r for r in zones if _WITH.fullmatch(made.text, r.end, part.start)), None)
        told = [r for r in _told(made, clause, before) if r.type in ZONES]
        whole = ahead or (told[-1] if told and _WITH.fullmatch(made.text, clause.start, part.start) else None)
        if whole is None:
            continue
        for one in row:
            made.add(
                one.entity,
                "PART_OF",
                whole.entity,
                standing(clause),
                min(whole.start, clause.start),
                clause.end,
                cue="为核心",
            )


def _among(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """F共1亿元，其中A3000万元、B2000万元: A and B are parts of F, or of the fund that the title names."""
    row = [*(c for c in before if c.sentence == clause.sentence), clause]
    among = _AMONG.search(made.text, row[0].start, clause.end)
    if among is None:
        return
    named = [r for c in row for r in c.outer if r.end <= among.start() and r.type == "Fund"]
    whole = named[-1] if named else made.titled("Fund")
    for part in (r for r in clause.outer if r.start >= among.end() and r.type in ("Fund", "Programme")):
        opens = part.start in (among.end(), clause.start) or made.text[part.start - 1] in "、和及“"
        if (
            whole
            and opens
            and part.entity != whole.entity
            and (costs(made.text, part.end) or made.view.entities[part.entity].name.endswith("子基金"))
        ):
            made.add(part.entity, "PART_OF", whole.entity, standing(clause), row[0].start, clause.end, cue="其中")


def costs(text: str, at: int) -> bool:
    """Whether a sum follows there."""
    return _SUM.match(text, at) is not None
