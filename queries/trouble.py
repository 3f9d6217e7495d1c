"""What is wrong with a typed query: in Chinese and English, with the line and the column where it is."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from graph import errors

_PARSED = re.compile(r"\[(?P<code>CG\d+)\] line (?P<line>\d+):(?P<column>\d+) (?P<what>.*)", re.DOTALL)
_ODD = re.compile(r"(?:mismatched input|Unexpected token) '(?P<odd>[^']*)'(?:; expected (?P<wanted>.*))?")
_NAMED = re.compile(r"Undefined variable '(?P<name>\w+)'|Missing parameter:? \$?(?P<param>\w+)")
_SIGN = re.compile(r"Unexpected character '(?P<sign>.)' at position (?P<at>\d+)")
_NOT_ALLOWED = re.compile(
    r"not allowed|only reading is allowed here, not (?P<clause>\w+)|[函过][数程] (?P<name>[\w.]+)"
)
_SIGNS = {
    "RPAREN": ")",
    "LPAREN": "(",
    "RBRACKET": "]",
    "LBRACKET": "[",
    "RBRACE": "}",
    "LBRACE": "{",
    "COLON": ":",
    "COMMA": ",",
}
_WORDS = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "ORDER BY", "LIMIT", "SKIP", "UNWIND", "UNION", "DISTINCT",
)  # fmt: skip
_TOLD = {
    "CG1103": ("应以 MATCH、WITH、UNWIND、CALL 或 RETURN 开头", "a query begins with MATCH, WITH, UNWIND, CALL or RETURN"),
    "CG1002": ("文字没有结束的引号", "a text has no closing quotation mark"),
}  # fmt: skip
_CLAUSES = {
    "Create": "CREATE", "Merge": "MERGE", "Delete": "DELETE", "Set": "SET", "Remove": "REMOVE", "LoadCsv": "LOAD CSV",
    "LoadCSV": "LOAD CSV", "Foreach": "FOREACH", "DetachDelete": "DELETE",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trouble:
    """A message in both languages and where it applies; line and column count from 1, 0 where that is not known."""

    zh: str
    en: str
    line: int = 0
    column: int = 0


def explain(text: str, error: errors.PolicyGraphError) -> Trouble:
    """What is wrong with a query and where, from the error that its check or its run ended in."""
    said = str(error)
    parsed = _PARSED.search(said)
    if parsed:
        zh, en = _grammar(parsed["code"], parsed["what"])
        return Trouble(zh, en, *_within(text, int(parsed["line"]), int(parsed["column"])))
    named = _NAMED.search(said)
    if named:
        return _unknown(text, named["name"], named["param"])
    sign = _SIGN.search(said)
    if sign:
        return _strange(text, sign["sign"], int(sign["at"]))
    zh, slash, en = said.partition(" / ")
    refused = _NOT_ALLOWED.search(said)
    word = (_CLAUSES.get(refused["clause"] or "", refused["clause"]) or refused["name"]) if refused else ""
    zh = zh if slash else f"查询引擎报告：{said}"
    return Trouble(zh, en if slash else said, *_place(text, rf"\b{re.escape(word)}\b" if word else _open_path(said)))


def _grammar(code: str, what: str) -> tuple[str, str]:
    if code in _TOLD:
        return _TOLD[code]
    odd = _ODD.search(what)
    if not odd:
        return f"语法有误：{what}", f"syntax: {what}"
    shown = f"“{odd['odd']}”" if odd["odd"] else "查询的结尾"
    shown_en = f"“{odd['odd']}”" if odd["odd"] else "the end of the query"
    meant = difflib.get_close_matches(odd["odd"].upper(), _WORDS, 1)
    if meant and meant[0] != odd["odd"].upper():
        return f"{shown}不该在这里，是不是 {meant[0]}？", f"{shown_en} is not expected here; did you mean {meant[0]}?"
    signs = [_SIGNS.get(name, name) for name in re.findall(r"\w+", odd["wanted"] or "") if name != "EOF"]
    wanted = signs[0] if len(signs) == 1 else ""
    return (
        f"{shown}不该在这里{f'，此前应有 {wanted}' if wanted else ''}",
        f"{shown_en} is not expected here{f'; {wanted} should come before it' if wanted else ''}",
    )


def _unknown(text: str, name: str | None, param: str | None) -> Trouble:
    if param:
        return Trouble(f"参数 ${param} 没有值", f"the parameter ${param} has no value", *_place(text, rf"\${param}\b"))
    return Trouble(f"没有叫 {name} 的变量", f"there is no variable called {name}", *_place(text, rf"\b{name}\b"))


def _strange(text: str, sign: str, at: int) -> Trouble:
    where = _line_and_column(text, min(at, len(text)))
    if sign.isalpha():
        return Trouble(
            f"名称里有“{sign}”，要写在反引号里，如 `{sign}…`",
            f"a name with “{sign}” in it is written between backticks, as in `{sign}…`", *where,
        )  # fmt: skip
    return Trouble(f"“{sign}”不该在这里", f"“{sign}” is not expected here", *where)


def _open_path(said: str) -> str:
    return r"\*\s*(?:\d+\s*\.\.)?\s*(?=[\]{])|\*[\d.\s]*" if "*1..4" in said or "8 步" in said else ""


def _place(text: str, pattern: str) -> tuple[int, int]:
    found = re.search(pattern, text, re.IGNORECASE) if pattern else None
    return _line_and_column(text, found.start()) if found else (0, 0)


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """The parser may point behind the end of a line; the last place there is what people see."""
    lines = text.split("\n")
    line = min(line, len(lines))
    return line, min(column, len(lines[line - 1]) + 1)
