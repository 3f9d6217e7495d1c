"""What a part is said to be of its whole: A是W的组成部分, A、B同属W, A纳入W, A获W立项, W“A”项目, A为W所属."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ingest import scene
from ingest.relate.claims import slots
from ingest.relate.claims.contents import fits, one_of
from ingest.relate.claims.maker import ZONES, Clause, Maker, shown_from, standing

_ALSO = r"[”》）]?(?:目前|现|均|都|同|也|又|并|已|共同|一并|行政上|整体|分别)*"
# Verbs that lie in a place as well as in a whole: L位于Z is a part of Z only where it lies in it.
_LIES = ("位于", "坐落")
# 承担W“A”课题, W项目“A”, W“揭榜挂帅”——“A”专题: the part stands in quotation marks right behind its whole.
_BESIDE = re.compile(r"(?:[一-鿿]{0,6}(?:项目|课题|专题|专项|任务|方向)|“[^，。；“”]{2,8}”)?(?:——|—|：|（)?“")


@cache
def _is() -> re.Pattern[str]:
    """Between a part and its whole where what it is of it must follow: 是, 作为."""
    return re.compile(rf"{_ALSO}(?:是|为|系|作为|成为|建设成为|打造成)(?:了)?[^，。；、“]{{0,10}}?[“《]?")


@cache
def _belongs() -> re.Pattern[str]:
    return re.compile(rf"{_ALSO}(?:(?:同|从)?属于?|隶属于?|归属于?)[“《]?")


@cache
def _of_it() -> re.Pattern[str]:
    """Behind a whole: 的重要组成部分, 园区之一."""
    noun = rf"(?:{one_of('quality')}|的)*(?:{one_of('part')})(?:之一)?(?=$|[，。；、：）)\s和与及])"
    return re.compile(rf"[”》）]?的?(?:{noun}|[^，。；的]{{0,8}}之一|(?:旗下|名下|项下|下属)的?[^，。；]{{0,8}})")


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('joins')})(?:了|到)?(?:\d{{4}}年度?|首批|全省|全国)?[“《]?$")


@cache
def _on() -> re.Pattern[str]:
    """Between a part and the verb that joins it to its whole, or the next of the parts."""
    return re.compile(rf"{slots.JOINT.pattern}|[”》）]?的?(?:{one_of('by_the_way')})*")


@cache
def _wins() -> re.Pattern[str]:
    return re.compile(
        rf"[”》）]?(?:项目|课题)?(?:成功|已|先后|首次|均|双双|又|再次|一举|顺利)*(?:{one_of('wins')})(?:了)?(?:国家|省|市)?[“《]?"
    )


@cache
def _framed() -> re.Pattern[str]:
    return re.compile(rf"[”》]?(?:的)?(?:{one_of('frames')})(?:之?[内下中]|$|[，。；])")


_DONE_IN = re.compile(r"[”》）]?(?:已|现|均|拟|将)*(?:在|于|放在|置于|放入|装进)[“《]?")
# The longest verb with what may stand before the name.
_JOINING = 12


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """PART_OF of what the clause, or the sentence before it, says to be part of a thing in the clause."""
    if clause.negated:
        return
    made.rule = "members"
    for whole in clause.outer:
        for part in _said_of(made, clause, before, whole):
            start = shown_from(clause, part)
            made.add(part.entity, "PART_OF", whole.entity, standing(clause), start, clause.end, cue="属于")
    _owned(made, clause, before)
    for part, whole in _of_the_topic(made, clause, before):
        made.add(part.entity, "PART_OF", whole.entity, standing(clause), clause.start, clause.end, cue="纳入")


def _said_of(made: Maker, clause: Clause, before: tuple[Clause, ...], whole: scene.Ref) -> Iterator[scene.Ref]:
    text = made.text
    ahead = [r for r in clause.outer if r.end <= whole.start]
    named = [r for c in before if c.sentence == clause.sentence for r in c.outer]
    if not any(fits(r, whole) for r in (*ahead, *named[:1])):
        return  # the words are looked at only where there is something that could be a part
    is_one = _of_it().match(text, whole.end, clause.end) is not None
    for part in (r for r in ahead if fits(r, whole)):
        if _is_of(text, part.end, whole, is_one):
            row = slots.row_of_last(text, [r for r in ahead if r.end <= part.end], slots.JOINT)
            yield from (r for r in row if fits(r, whole))
        won = part.type == "Project" and _wins().fullmatch(text, part.end, whole.start)
        framed = _DONE_IN.fullmatch(text, part.end, whole.start) and _framed().match(text, whole.end, clause.end)
        if won or framed:
            yield part
    yield from _joined(made, clause, whole, ahead)
    if named and fits(named[0], whole) and _is_of(text, clause.start, whole, is_one):
        yield named[0]


def _is_of(text: str, at: int, whole: scene.Ref, is_one: bool) -> bool:
    """Whether the words from there to the whole say that something is of it; `is_one`: what follows the whole says of what kind."""
    said = _belongs().fullmatch(text, at, whole.start) or (is_one and _is().fullmatch(text, at, whole.start))
    return bool(said)


@cache
def _its() -> re.Pattern[str]:
    """Behind a part: 为其核心区; what 其 means is what the sentence is about."""
    return re.compile(
        rf"[”》）]?(?:是|为|系|作为|成为)其(?:{one_of('quality')}|的)*(?:{one_of('part', 'core')})(?=$|[，。；、])"
    )


_TAKES_IN = re.compile(r"(?:新|一并|同步|再|首批|又|将|并)*(?:纳入|并入|吸纳|增补|新增|整合)[“《]?")
_SPENT_IN = re.compile(r"(?:在|从|由)[“《]?$")
_SPENDS = re.compile(
    r"[”》]?(?:中|内|里)?(?:先后|累计|专门|已|共)*(?:安排|支持|立项|列支|部署|启动|实施|设立|资助)(?:了)?[“《]?"
)


def _of_the_topic(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> Iterator[tuple[scene.Ref, scene.Ref]]:
    """W规划50平方公里，A为其核心区; W扩容，新纳入A、B; 在W中安排“A”等项目."""
    text, told = made.text, [r for c in before if c.sentence == clause.sentence for r in c.outer]
    for part in clause.outer:
        if _its().match(text, part.end, clause.end):
            yield from ((part, whole) for whole in [r for r in told if fits(part, r)][:1])
        if part.type == "Project":
            ahead = [r for r in clause.outer if fits(part, r) and _SPENDS.fullmatch(text, r.end, part.start)]
            yield from ((part, r) for r in ahead if _SPENT_IN.search(text, clause.start, r.start))
    first = clause.outer[0] if clause.outer else None
    if first and first.type in ZONES and _TAKES_IN.fullmatch(text, clause.start, first.start):
        wholes = [r for r in told if fits(first, r)]
        yield from ((part, whole) for part in slots.row_from(text, first, clause.outer) for whole in wholes[:1])


def _owned(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """W的L, W建成，其L…: a platform of a platform, a section of a zone."""
    named = [r for c in before for r in c.outer[:1]]
    for part in (r for r in clause.outer if r.type == "Platform" or r.type in ZONES):
        opened = slots.opened(made.text, part)
        whole = next((r for r in clause.outer if r.type == "Platform" and made.text[r.end : opened] == "的"), None)
        if whole is None and made.text[opened - 1] == "其":
            ahead = [r for r in clause.outer if r.end <= opened]
            whole = next(iter(ahead or named[-1:]), None)
        if whole and fits(part, whole):
            made.add(part.entity, "PART_OF", whole.entity, standing(clause), clause.start, clause.end, cue="其")


def _joined(made: Maker, clause: Clause, whole: scene.Ref, ahead: list[scene.Ref]) -> Iterator[scene.Ref]:
    """A纳入W: what stands right before the verb, and the things joined to it."""
    said = _joining().search(made.text, max(clause.start, whole.start - _JOINING), whole.start)
    if not said or (said[0].startswith(_LIES) and made.text[whole.end : whole.end + 1] not in "内中"):
        return
    yield from slots.row_before(made.text, [r for r in ahead if fits(r, whole)], said.start(), _on(), _on())


def beside(made: Maker) -> None:
    """PART_OF of a project or a line of a programme that stands in quotation marks right behind the programme."""
    made.rule = "members"
    for whole, part in pairwise(scene.outermost(list(made.view.refs))):
        quoted = made.text.startswith("“", part.start)
        between = made.text[whole.end : part.start + quoted]
        if whole.type == "Programme" and fits(part, whole) and _BESIDE.fullmatch(between):
            made.add(part.entity, "PART_OF", whole.entity, "ongoing", *made.around(part))
