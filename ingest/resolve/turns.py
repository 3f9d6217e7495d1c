"""Turns: who speaks where a text without a signature quotes people (news, interviews), and which outlet tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import words
from ingest.resolve.board import Board, Draft

_BODIES = ("Agency", "Organization")
# Characters between a body and the name of the person who holds its office.
_FAR = 24
_ASKS = re.compile(r"记者|主持人|问|提问|编者按")
_LABEL = re.compile(
    r"(?:^|(?<=\n))[ 　]*(?P<who>[一-鿿·]{1,12}(?:[ 　][一-鿿]{1,2})?)(?:[（(][^）)\n]{1,12}[）)])?[：:](?=[^\n]{6})"
)
_HEAD = 600
# What the line under a headline tells behind the outlet.
_BESIDE = "[作记]者|通讯员|编辑|时间|日期|发布|责编"


def resolve_turns(board: Board) -> None:
    """Set the board's turns, pieces of the text with the body that speaks in each, and the outlet of a news text."""
    if board.outline.doc_type == "reply":
        board.turns = sorted(_relayed(board), key=lambda turn: turn[0])
    if board.outline.doc_type not in ("news", "explainer", "other"):
        return
    offices = dict(_offices(board))
    board.turns = sorted((*_labelled(board, offices), *_quoted(board, offices)), key=lambda turn: turn[0])
    if board.author is None:
        board.teller = _outlet(board)


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns: only offices stand there; somebody says what follows; an unnamed spokesperson; an outlet."""
    data = words.lexicon("turns")
    offices, ranks = (words.any_of(data[k]) for k in ("offices", "ranks"))
    says, unnamed = (words.any_of(data[k]) for k in ("says", "unnamed"))
    outlet = rf"[一-鿿]{{2,10}}?(?:{words.any_of(data['outlets'])})"
    return (
        re.compile(rf"(?:(?:{ranks})*(?:{offices})[、兼和 　]*)+"),
        re.compile(rf"(?:在[^，。\n]{{1,24}}?)?(?:{says})"),
        re.compile(rf"(?:{unnamed})(?:在[^，。\n]{{1,24}}?)?(?:{says})"),
        re.compile(
            rf"来源[：:][ 　]*(?P<source>{outlet}|[一-鿿]{{2,10}}报)(?![一-鿿])|来源[：:][ 　]*(?P<paper>[一-鿿]{{2,10}}?报)(?={_BESIDE})"
            rf"|(?:^|(?<=\n))[ 　]*(?P<dateline>{outlet})(?:讯|[^，。\n]{{0,8}}\d{{1,2}}日(?:电|讯))[ 　（(]"
        ),
    )


def _offices(board: Board) -> Iterator[tuple[str, Draft]]:
    """Names of persons with the body whose office the text says they hold (X局党组书记、局长某某)."""
    alone = _grammar()[0]
    bodies = [(end, body) for (_, end, kind), body in board.at.items() if kind in _BODIES]
    persons = [(start, person) for (start, _, kind), person in board.at.items() if kind == "Person"]
    for start, person in persons:
        near = [(end, body) for end, body in bodies if start - _FAR <= end < start]
        yield from ((person.name, body) for end, body in near if alone.fullmatch(board.text, end, start))


def _labelled(board: Board, offices: dict[str, Draft]) -> Iterator[tuple[int, int, Draft]]:
    """Turns of an interview: a line that a person's name opens, up to the next one (某某：我们…)."""
    marks = [(m.start("who"), _who(m["who"], offices)) for m in _LABEL.finditer(board.text)]
    marks = [mark for mark in marks if mark[1] or _ASKS.match(board.text, mark[0])]
    for i, (begin, body) in enumerate(marks):
        end = marks[i + 1][0] if i + 1 < len(marks) else len(board.text)
        if body:
            yield begin, end, body


def _who(label: str, offices: dict[str, Draft]) -> Draft | None:
    """The body of the person whom the label names, in full or by surname and office (某局长)."""
    bare = re.sub(r"[ 　]", "", label)
    if bare in offices:
        return offices[bare]
    called = [body for name, body in offices.items() if bare[0] == name[0] and _grammar()[0].fullmatch(bare, 1)]
    return called[0] if len(called) == 1 else None


def _quoted(board: Board, offices: dict[str, Draft]) -> Iterator[tuple[int, int, Draft]]:
    """What somebody says in a news text: from the verb of saying to the end of the paragraph or the next one who speaks."""
    _, says, unnamed, _ = _grammar()
    found: list[tuple[int, Draft]] = []
    for (_start, end, kind), draft in board.at.items():
        said = (
            says.match(board.text, end)
            if kind == "Person"
            else unnamed.match(board.text, end)
            if kind in _BODIES
            else None
        )
        body = draft if kind in _BODIES else offices.get(draft.name)
        if said and body:
            found.append((said.end(), body))
    found.sort(key=lambda item: item[0])
    for i, (begin, body) in enumerate(found):
        line = board.text.find("\n", begin)
        ends = [e for e in (line, found[i + 1][0] if i + 1 < len(found) else -1) if e >= 0]
        yield begin, min(ends, default=len(board.text)), body


# 省财政厅反馈：…, 教育厅还表示，…: a letter passes on what another body says.
_RELAYS = re.compile(r"(?:还|也|均|已|来函|回函|书面)*(?:反馈|表示|答复|回复|介绍|说明)(?:意见)?(?:[，：:]|如下[：:])")
_OPENS = re.compile(
    r"(?:^|[\n。；：])[ 　]*(?:[一二三四五六七八九十\d（()）]{1,4}[、.．]? ?)?(?:据|此外，|同时，|另据)?$"
)
_OURSELVES = re.compile(r"[。；](?:下一步，|下步，|同时，|此外，|为此，)?我(?:厅|局|委|办|部|们)")


def _relayed(board: Board) -> Iterator[tuple[int, int, Draft]]:
    """What a letter passes on of another body: to the end of the paragraph, the next such body, or where the writer speaks again."""
    found: list[tuple[int, Draft]] = []
    for (start, end, kind), draft in board.at.items():
        said = _RELAYS.match(board.text, end) if kind in _BODIES else None
        if said and draft is not board.author and _OPENS.search(board.text, max(0, start - 12), start):
            found.append((said.end(), draft))
    found.sort(key=lambda item: item[0])
    for i, (begin, body) in enumerate(found):
        line = board.text.find("\n", begin)
        limit = min(line if line >= 0 else len(board.text), *(b for b, _ in found[i + 1 : i + 2]), len(board.text))
        again = _OURSELVES.search(board.text, begin, limit)
        yield begin, again.start() + 1 if again else limit, body


def _outlet(board: Board) -> Draft | None:
    """Who tells a news text: 来源：某某日报, 某某新闻网讯."""
    match = _grammar()[3].search(board.text, 0, _HEAD)
    if match is None:
        return None
    group = match.lastgroup or "source"
    outlet = board.known("Organization", match[group]) or board.draft("Organization", match[group])
    outlet.refs.append((*match.span(group), "who tells the news"))
    return outlet
