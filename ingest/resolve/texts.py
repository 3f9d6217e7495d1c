"""Policies by title and number, proposals by number and title, and the document's own policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import ids
from ingest.find.kinds import Found
from ingest.resolve import names
from ingest.resolve.board import Board, Draft


def resolve_texts(board: Board) -> None:
    """A number in brackets right after a title is the title's own; other numbers are policies known by number."""
    titled = [f for f in board.found if f.type in ("Policy", "Proposal") and not f.number and not f.bare]
    numbered = dict(_numbered(board, {f.end: f for f in titled}))
    for f in titled:
        if f.type == "Proposal" or (board.outline.doc_type == "reply" and f.head in ("建议", "提案")):
            _proposal(board, f)
        elif not (f.note == "unquoted" and _in_title(board, f)) and not names.swallowed(board, f):
            number = numbered.get((f.start, f.end))
            draft = _titled(board, f, number)
            board.take(f, draft)
            _own_number(board, draft, number)
    for f in board.found:
        if f.type == "Proposal" and f.number:
            _proposal(board, f)


def _titled(board: Board, f: Found, number: Found | None) -> Draft:
    """The policy of that title; the same title under another number is another policy."""
    draft = board.draft("Policy", _in_full(f.text))
    known = board.outline.number if _is_own(board, f.text) else None
    if number is None or draft.props.get("doc_no", known or number.number) == number.number:
        return draft
    return board.draft("Policy", _in_full(f.text), f"{ids.fold_text(f.text)} {ids.fold_text(number.number)}")


def _is_own(board: Board, title: str) -> bool:
    """Whether the document itself goes by that title, or hands it out."""
    span = board.outline.title
    return span is not None and ids.fold_text(title) in ids.fold_text(board.text[slice(*span)].replace("\n", ""))


# 《清洁生产促进法》 is a national law; a 办法 is none.
_LAW = re.compile(r"(?!中华人民共和国)[一-鿿]{2,14}(?<!办)法")


_HANDED = re.compile(r".{2,30}(?:印发|转发|发布)〈(?P<name>[^〈〉]+)〉的通知")


def _in_full(title: str) -> str:
    handed = _HANDED.fullmatch(title)
    if handed:
        return handed["name"]
    return f"中华人民共和国{title}" if _LAW.fullmatch(title) else title


def _in_title(board: Board, f: Found) -> bool:
    title = board.outline.title
    return title is not None and title[0] <= f.start < title[1]


def _numbered(board: Board, by_end: dict[int, Found]) -> Iterator[tuple[tuple[int, int], Found]]:
    """Numbers by the title that they follow; a number without one is taken as a policy of its own."""
    for f in board.found:
        if f.type != "Policy" or not f.number:
            continue
        before = f.start - 1
        while before > 0 and board.text[before] in "（(》” ，":
            before -= 1
        owner = by_end.get(before + 1)
        gap = board.text[before + 1 : f.start]
        if owner is not None and owner.type == "Policy" and ("》" in gap or "（" in gap):
            yield (owner.start, owner.end), f
        elif board.outline.number_at != (f.start, f.end) and f.number != board.outline.number:
            draft = board.draft("Policy", f.number)
            draft.props.setdefault("doc_no", f.number)
            board.take(f, draft)


def _own_number(board: Board, draft: Draft, number: Found | None) -> None:
    if number is None:
        return
    alone = board.known("Policy", number.number)
    draft.props["doc_no"] = number.number
    board.take(number, draft, "number after the title")
    if alone is not None and alone is not draft:
        board.merge(alone, draft)
    board.drafts[("Policy", ids.fold_text(number.number))] = draft


def _proposal(board: Board, f: Found) -> None:
    """A reply answers one proposal, by number and by title."""
    known = next(iter(board.distinct("Proposal")), None)
    draft = known if known and board.outline.doc_type == "reply" else board.draft("Proposal", f.text)
    if f.number:
        draft.props["number"] = f.number
        draft.name = f.text if not re.match(r"第.*号$", f.text) else f.text + "建议"
    board.take(f, draft)


# A reply, a report, a news item is a document only; the other genres are policies too.
_NO_POLICY = frozenset(("reply", "news", "explainer", "other", "list", "report"))
_ISSUED = re.compile(r"(?:印发|发布|公布|下发|转发)《?(?P<name>.{4,}?)》?(?:及相关配套文件)?的?(?:通知|公告)$")
_HANDED_OUT = re.compile(
    r"现(?:将|予)?(?:《[^》]+》)?(?:印发|予以印发|发布|公布|予以公布|下发|转发)(?:给你们|如下|施行)?"
)
_OWN_WORDS = re.compile(
    r"本(?:办法|条例|规定|细则|实施细则|方案|实施方案|意见|实施意见|措施|政策|规划|计划|行动计划|规则|通知|决定|若干措施|若干政策|指南)(?!性)"
)


def resolve_own_policy(board: Board) -> None:
    """A policy text is the document and a policy; what it issues (印发《…》) is the policy meant."""
    draft = _from_title(board) or _from_handing_out(board) or _from_opening(board)
    if draft is None:
        return
    draft.props["self"] = True
    if board.outline.number:
        draft.props.setdefault("doc_no", board.outline.number)
    board.own_policy = draft
    for match in _OWN_WORDS.finditer(board.text):
        board.refer(match.start(), match.end(), draft, f"{match[0]}: the text speaks of itself")


def _from_title(board: Board) -> Draft | None:
    span = board.outline.title
    if span is None or board.outline.doc_type in _NO_POLICY:
        return None
    title = re.sub(r"\s", "", board.text[slice(*span)])
    issued = _ISSUED.search(title)
    draft = board.draft("Policy", issued["name"].strip("《》") if issued else title.strip("《》"))
    draft.refs.append((*span, "title of the document"))
    return draft


_OPENING = re.compile(
    r"现(?:结合[^，。]{2,20}，)?(?:将|就)(?P<what>[^，。；：\n]{4,60}?)(?P<tail>(?:的)?(?:有关|相关|具体)?(?:工作|事项|事宜)?)(?:的)?(?P<verb>通知|提出|制定|公布|公告|通告)?(?:以下|如下)?(?P<kind>通知|实施意见|指导意见|意见|政策措施|措施|决定|公告|通告|方案|办法)?(?:如下|下发)?[：:。]"
)


def _from_opening(board: Board) -> Draft | None:
    """现就…有关工作通知如下 in a text that shows no title: the policy is named by what it is about."""
    if board.outline.title or board.outline.doc_type in ("reply", "news", "explainer"):
        return None
    match = _OPENING.search(board.text, 0, 900)
    kind = (match["kind"] or (match["verb"] if match["verb"] in ("通知", "公告", "通告") else "")) if match else ""
    if match is None or not kind:
        return _from_making(board)
    what = re.sub(r"有关(?:工作|事项|事宜)?$|提出$", "", match["what"])
    if not what:
        return None
    who = board.author.name if board.author else ""
    draft = board.draft("Policy", f"{who}关于{what}的{kind}")
    end = match.end("kind") if match["kind"] else match.end("verb")
    draft.refs.append((match.start("what"), end, "what the text says it is about"))
    return draft


_MAKING = re.compile(
    r"(?:制定|提出)(?P<self>(?:如下|以下)(?P<kind>(?:实施|指导|若干|工作|行动|分工)?(?:意见|办法|措施|政策|规定|细则|方案)))"
)


def _from_making(board: Board) -> Draft | None:
    """特制定如下实施意见 in a text that shows no title: the policy is named by its kind alone, a 分工方案 by the meeting whose tasks it parts."""
    match = _MAKING.search(board.text, 0, 900)
    if match is None:
        return None
    meeting = next((d for d, _start in board.starting(0, match.start(), "Meeting")), None)
    parts_out = meeting is not None and match["kind"] == "分工方案"
    draft = board.draft("Policy", f"{meeting.name}重点任务分工方案" if meeting and parts_out else match["kind"])
    draft.refs.append((*match.span("self"), "what the text says it makes"))
    return draft


def _from_handing_out(board: Board) -> Draft | None:
    """《…》已经…审议通过，现印发给你们: the title named first in the letter is the policy."""
    match = _HANDED_OUT.search(board.text, 0, 700)
    if match is None or board.outline.doc_type in ("reply", "news", "explainer"):
        return None
    for draft, start in board.starting(0, match.end(), "Policy"):
        opening = board.text[max(0, start - 6) : start]
        if re.search(r"(?:^|[：:\n。]|将|予)《$", opening):
            return draft
    return None
