"""A policy's life: issued, in effect, on trial, valid until, amended, repealed, as far as the text says."""

from __future__ import annotations

import datetime
import re

from ingest import values
from ingest.find import words
from ingest.resolve.board import Board, Draft

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_FROM_ISSUE = re.compile(
    r"自(?:印发|发布|公布|下发|颁布|签发)之日(?:起)?(?:(?P<days>\d{1,3})(?:日|天)后)?(?:起)?(?:施行|实施|执行|生效|试行)"
)
_FROM_DAY = re.compile(rf"自(?P<day>{_DAY})(?:起)?(?:正式)?(?:施行|实施|执行|生效|试行)")
_VALID_YEARS = re.compile(
    r"(?:有效期|试行期|执行期限?|实施期限?)(?:限)?(?:暂定)?(?:为)?(?P<years>\d|[一二两三四五六七八九十])年"
)
_VALID_TO = re.compile(
    rf"(?:有效期|试行期|执行期限?|实施期限?)(?:限)?(?:暂定)?(?:为|至|到|截至)+(?P<day>{_DAY})|(?:有效期|执行)?至(?P<until>{_DAY})(?:止|废止|失效)"
)
_ENDS = ("有效期", "试行期", "执行期", "实施期", "日止", "日废止", "日失效")
_TRIAL = re.compile(r"[（(](?:试行|暂行)[）)]|试行|暂行")
_AMENDED = re.compile(r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)[^\n]{0,80}?(?:修正|修订)")
_REPEALED = re.compile(r"同时废止|一并废止|予以废止|废止|停止执行|不再执行")
_COUNT = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def resolve_lifetimes(board: Board) -> None:
    """Write the dates of its life on the document's own policy, and the end of those that it repeals."""
    own = board.own_policy
    if own is None:
        return
    issued = board.outline.date
    if issued:
        own.props["date_issued"] = issued
    effective = _effective(board.text, issued)
    if effective:
        own.props["date_effective"] = effective
    expiry = _expiry(board.text, effective or issued)
    if expiry:
        own.props["date_expiry"] = expiry
    own.props["in_force"] = _force(board.text, own)
    _repeal(board, own, effective or issued)


def _effective(text: str, issued: str | None) -> str | None:
    fixed = _last(_FROM_DAY, text)
    if fixed:
        return values.date_iso(fixed["day"])
    relative = _last(_FROM_ISSUE, text)
    if relative and issued and len(issued) == 10:
        later = datetime.timedelta(days=int(relative["days"] or 0))
        return (datetime.date.fromisoformat(issued) + later).isoformat()
    return None


def _expiry(text: str, start: str | None) -> str | None:
    fixed = _last(_VALID_TO, text, _ENDS)
    if fixed:
        return values.date_iso(fixed["day"] or fixed["until"])
    years = _last(_VALID_YEARS, text, _ENDS)
    if years is None or start is None or len(start) != 10:
        return None
    count = _COUNT.get(years["years"]) or int(years["years"])
    begin = datetime.date.fromisoformat(start)
    # The last day on which it holds is the day before its anniversary.
    ended = begin.replace(year=begin.year + count, day=min(begin.day, 28) if begin.month == 2 else begin.day)
    return (ended - datetime.timedelta(days=1)).isoformat()


def _last(pattern: re.Pattern[str], text: str, signs: tuple[str, ...] = ("自",)) -> re.Match[str] | None:
    """The last match: such clauses end a text, and earlier ones speak of something else."""
    return max(words.where(pattern, text, signs), key=re.Match.start, default=None)


def _force(text: str, own: Draft) -> str:
    if _TRIAL.search(own.name):
        return "trial"
    return "amended" if _AMENDED.search(text, 0, 1200) else "in force"


def _repeal(board: Board, own: Draft, since: str | None) -> None:
    """《…》（文号）同时废止: titles in the same sentence before the word."""
    for match in _REPEALED.finditer(board.text):
        begin = max(board.text.rfind(stop, 0, match.start()) for stop in "。；\n") + 1
        for draft, start in board.starting(begin, match.start(), "Policy"):
            if draft is not own and board.text[start - 1 : start] in "《〈（(":
                draft.props["in_force"] = "repealed"
                if since:
                    draft.props.setdefault("date_repealed", since)
