"""A person's own questions: files beside the library, in the form of the built-in ones, always asked as typed text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

import queries
from graph import errors, stores
from queries import guard, worker

FOLDER = "queries"
PREFIX = "mine:"
LONGEST = 80
_PARAM = re.compile(r"\$(\w+)")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)


def load(library: Path) -> tuple[dict[str, queries.Query], tuple[str, ...]]:
    """The questions in a library's folder by name (`mine:…`), and what is wrong with files that are none."""
    found, wrong = {}, []
    for file in sorted((library / FOLDER).glob("*.cypher")):
        try:
            found[PREFIX + file.stem] = queries.parse(PREFIX + file.stem, file.read_text("utf-8"))
        except (errors.QueryError, UnicodeDecodeError, OSError) as error:
            wrong.append(f"{file.name}: {error}")
    return found, tuple(wrong)


def params_of(text: str) -> tuple[str, ...]:
    """The parameters that a text names, in their order; none inside quotation marks or comments.

    >>> params_of("MATCH (n {name: $name}) WHERE n.kind <> '$price' RETURN n LIMIT $most")
    ('name', 'most')
    """
    return tuple(dict.fromkeys(_PARAM.findall(_LITERAL.sub(" ", text))))


def save(library: Path, title: str, text: str, columns: Sequence[str], example: Mapping[str, Any]) -> str:
    """Keep a text as a question of that title; returns its name. Raises BadParameter where that cannot be, QueryRefused."""
    stem = re.sub(r"[^\w-]+", "_", title.strip())[:LONGEST].strip("_")
    if not stem:
        raise errors.BadParameter("请给出名称 / a question needs a title")
    guard.check(text)
    folder = library / FOLDER
    file = folder / f"{stem}.cypher"
    if file.exists():
        raise errors.BadParameter(f"已有同名查询：{title} / there is a question of this name: {title}")
    source = _source(" ".join(title.split()), text, columns, example)
    queries.parse(PREFIX + stem, source)
    try:
        folder.mkdir(exist_ok=True)
        file.write_text(source, "utf-8")
    except OSError as error:
        raise errors.BadParameter(f"无法写入 {folder} / cannot write to {folder}: {error}") from error
    return PREFIX + stem


def find(library: Path, name: str) -> queries.Query | None:
    """The person's own question of that name, with or without `mine:` before it."""
    return load(library)[0].get(PREFIX + name.removeprefix(PREFIX))


def remove(library: Path, name: str) -> str:
    """Take a question out; returns its file's text, with which it can be put back. Raises BadParameter where there is none."""
    file = _file(library, name)
    try:
        source = file.read_text("utf-8")
        file.unlink()
    except OSError as error:
        raise errors.BadParameter(f"无法删除 {name} / cannot take out {name}: {error}") from error
    return source


def put_back(library: Path, name: str, source: str) -> None:
    """Undo `remove`. Raises BadParameter where another question has that name by now."""
    folder = library / FOLDER
    file = folder / f"{name.removeprefix(PREFIX)}.cypher"
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(source)
    except OSError as error:
        raise errors.BadParameter(f"无法放回 {name} / cannot put back {name}: {error}") from error


def _file(library: Path, name: str) -> Path:
    """The file of a question, looked for among those that are there: a name comes out of an address, and makes no path."""
    stem = name.removeprefix(PREFIX)
    found = next((file for file in (library / FOLDER).glob("*.cypher") if file.stem == stem), None)
    if found is None:
        raise errors.BadParameter(f"没有这个查询：{name} / there is no question of this name: {name}")
    return found


def _source(title: str, text: str, columns: Sequence[str], example: Mapping[str, Any]) -> str:
    """The file: header lines in YAML, then the text without its comments on lines of their own."""
    both = {"zh": title, "en": title}
    header: dict[str, Any] = {"title": both, "question": dict(both)}
    params = params_of(text)
    if params:
        header["params"] = {name: {"type": _kind(example.get(name)), "zh": name, "en": name} for name in params}
    header |= {"columns": {name: {"zh": name, "en": name} for name in columns}, "show": "table"}
    if params and example:
        header["example"] = {name: example[name] for name in params if name in example}
    lines = yaml.safe_dump(header, allow_unicode=True, sort_keys=False, width=10_000).splitlines()
    body = "\n".join(line for line in text.strip().splitlines() if not line.startswith("//"))
    return "\n".join(["//+ " + line for line in lines] + [body]) + "\n"


def _kind(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "string"
    return "integer" if isinstance(value, int) else "float"


def ask(target: str, query: queries.Query, params: Mapping[str, Any], rows: int) -> stores.Table:
    """The answer to a person's own question: checked and run apart like whatever is typed."""
    guard.check(query.text)
    return worker.run(target, query.text, queries.check(query, params), timeout=10.0, rows=rows)
