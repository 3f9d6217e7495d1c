"""Anaphors: 我厅, 该委, 其, 该市, a bare 示范区 or 管委会 mean something named elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left

from ingest import scene
from ingest.find import names, rules
from ingest.find.kinds import Found
from ingest.resolve.board import ZONES, Board, Draft
from ingest.resolve.sameness import core

_OFFICES = "厅局委办部会院行署"
_FORMS = {"委": "委员会", "办": "办公室"}


def resolve_anaphors(board: Board) -> None:
    """Each bare candidate in the order of the text; what finds no antecedent names nothing."""
    covered = _Covered(board)
    for f in board.found:
        told = (f.start, f.end) in board.told or (f.start, f.end, f.type) in board.at
        if not f.bare or told or covered.holds(f):
            continue
        draft = _pronoun(board, f) if f.note == "pronoun" else _bare(board, f)
        if draft is not None:
            board.take(f._replace(type=draft.type), draft, f"{f.text}: {_why(f)}, {draft.name}")


def _why(f: Found) -> str:
    if f.note != "pronoun":
        return "nearest fitting name before"
    return {"我": "who signs", "本": "who signs", "你": "who is addressed", "贵": "who is addressed"}.get(
        f.text[0], "named last before"
    )


class _Covered:
    """Whether a longer name, titles aside, already holds a place."""

    def __init__(self, board: Board) -> None:
        self.spans = sorted((s, e) for (s, e, k) in board.at if k not in ("Policy", "Proposal", "Region"))

    def holds(self, f: Found) -> bool:
        at = bisect_left(self.spans, (f.start + 1, 0))
        return any(
            s <= f.start and f.end <= e and (s, e) != (f.start, f.end) for s, e in self.spans[max(0, at - 12) : at]
        )


def _pronoun(board: Board, f: Found) -> Draft | None:
    if f.type == "Thing":
        return _that(board, f)
    first, last = f.text[0], f.text[-1]
    if first in "我本":
        speaker = _speaker(board, f.start)
        named = speaker is not None and speaker.name[-1] in "厅局会府部办室委行署院司处"
        return _parent(board, speaker, last) if speaker and named and last in _OFFICES else None
    if first in "你贵":
        return _addressee(board)
    if first == "该" and f.type == "Region":
        return board.before(f.start, ("Region",), lambda d: d.name.endswith(last))
    if first == "该":
        return board.before(f.start, ("Agency",), lambda d: d.name.endswith(_FORMS.get(last, last)))
    return None


def _parent(board: Board, speaker: Draft, form: str) -> Draft:
    """我部, said by a department of a ministry, is the ministry."""
    if speaker.name[-1] not in "司处":
        return speaker
    whole = [
        d
        for d in board.distinct("Agency")
        if d.name.endswith(_FORMS.get(form, form)) and speaker.name.startswith(d.name)
    ]
    return whole[0] if whole else speaker


# What 该 with these nouns may mean; of the others only what is named by the very noun.
_KINDS = {"项目": ("Project", "Programme"), "工程": ("Project", "Programme"), "园区": ZONES, "公司": ("Organization",)}
_NAMED = ("Fund", "Programme", "Platform", "Organization", "Project", *ZONES)


def _that(board: Board, f: Found) -> Draft | None:
    """该项目, 该基金: what was named last before in the same passage; 试点工作: the only pilot of the document."""
    if f.text[0] != "该":
        pilots = [d for d in board.distinct("Programme") if d.name.endswith(f.head)]
        return pilots[0] if len(pilots) == 1 else None
    kinds = _KINDS.get(f.head, _NAMED)
    found = board.before(f.start, kinds, lambda d: f.head in _KINDS or d.name.endswith(f.head))
    return found if found is not None and _same_passage(board, found, f.start) else None


def _speaker(board: Board, position: int) -> Draft | None:
    """Whose turn or section it is, else who signs the document."""
    turn = scene.turn_at(board.turns, position)
    if turn is not None:
        return turn
    for section in board.outline.ancestry(board.outline.section_at(position)):
        inside = board.starting(*section.voice, "Agency") if section.voice else []
        if inside:
            return inside[-1][0]
    return board.author


def _addressee(board: Board) -> Draft | None:
    if not board.outline.addressees:
        return None
    inside = board.starting(*board.outline.addressees, "Agency")
    return inside[0][0] if inside else None


# 完善利益共享|机制, 建立平台: a tool of another name, or one that is yet to be; only alone the word means the one told of before.
_TOOLS = frozenset(("Fund", "Mechanism", "Platform"))
# 专项资金 and 科技创新中心 tell which one is meant where the title names it, 平台 does not.
_TELLING = 4
_ALONE = re.compile(
    r"(?:^|[^一-鿿、”]|[该本此各]|上述|前述|所述|[对将把由向从在以按经为给使于]|根据|通过|发挥|依托|利用|使用|纳入|进入|加入|用好|作为|申请|完善|是指[^，。；]{1,40}的)$"
)


def _is_another(board: Board, f: Found) -> bool:
    """Whether the words before a bare head tell that it is not what was named before, a group and what the title names aside."""
    if f.type not in _TOOLS or f.head.endswith(rules.groups()):
        return False
    titled = (
        board.outline.title is not None
        and len(f.text) >= _TELLING
        and f.text in board.text[slice(*board.outline.title)]
    )
    return not titled and not _ALONE.search(board.text, max(0, f.start - 45), f.start)


def _bare(board: Board, f: Found) -> Draft | None:
    """The nearest name before that ends as the bare head does; in front of all of them the only one after."""
    if f.type == "Agency":
        if f.note != names.OFFICE:
            return _committee(board, f)
        return board.before(f.start, ("Agency",), lambda d: d.name.endswith(f.head))
    if (f.type == "Programme" or f.note == "class") and not (f.note == "class" and f.type in ZONES):
        return None
    if f.note == "class" and f.type == "HighTechZone":
        return None
    if _is_another(board, f):
        return None
    head = re.sub(r"^(?:国家级?|省级|自治区级?)", "", f.text)
    kinds = ZONES if f.type in ZONES else (f.type,)

    def fits(draft: Draft) -> bool:
        return core(draft.name).endswith(core(head)) or any(n.endswith(head) for n in draft.names)

    fitting = [d for d in board.distinct(*kinds) if fits(d)]
    if len(fitting) == 1:
        before = any(e <= f.start for _s, e, _r in fitting[0].refs)
        return fitting[0] if before or f.type in ZONES else None
    # Of several the one named last, but only where it is near: 自贸试验区 among eight of them means them all.
    near = board.before(f.start, kinds, fits) if fitting else None
    if near is None or not _same_passage(board, near, f.start):
        return None
    return near


_PARKS = ("HighTechZone", "DevelopmentZone")


def _committee(board: Board, f: Found) -> Draft | None:
    """The committee named last before or alone; where none is, that of the zone whose head it bears (高新区管委会) or of the one zone, in the text or its title."""
    head = f.text.removesuffix("管委会")

    def bears(draft: Draft) -> bool:
        name = draft.name.removesuffix("管理委员会")
        return core(name).endswith(core(head)) or any(n.endswith(head) for n in draft.names)

    bodies = [d for d in board.distinct("Agency") if d.name.endswith("管理委员会") and bears(d)]
    if bodies:
        return board.before(f.start, ("Agency",), lambda d: d in bodies) or (bodies[0] if len(bodies) == 1 else None)
    parks = board.distinct(*_PARKS)
    zone = board.before(f.start, _PARKS, bears) if head or len(parks) == 1 else _titled(board, parks)
    if zone is None:
        return None
    name = f"{zone.name}管理委员会"
    return board.known("Agency", name) or board.draft("Agency", name)


def _titled(board: Board, parks: list[Draft]) -> Draft | None:
    """The one zone that the title names."""
    start, end = board.outline.title or (0, 0)
    named = [d for d in parks if any(start <= s and e <= end for s, e, _ in d.refs)]
    return named[0] if len(named) == 1 else None


_NEAR = 300


def _same_passage(board: Board, draft: Draft, position: int) -> bool:
    """Whether the antecedent stands in the same section, or not far before it where there are no sections."""
    last = max((e for _s, e, _r in draft.refs if e <= position), default=0)
    section = board.outline.section_at(position)
    return last >= section.start if section.index else position - last < _NEAR
