"""The commands that ask: a question of the library, own Cypher, a sentence."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commands.common import DEFAULT, JsonOption, LibraryOption, StoreOption, open_store
from commands.printing import err, escape, out, print_rows
from graph import errors

if TYPE_CHECKING:
    from pathlib import Path

    from graph import stores
    from queries import match


_WHY = {
    "outside": "文献图谱里没有这类内容 / this is not what a graph of documents can tell",
    "name": "图谱里没有这个名称 / not in the graph",
    "words": "有的词没有看懂 / some words are not understood",
    "question": "没有找到对应的问题 / no question of the library fits",
}


def query(
    name: Annotated[str | None, typer.Argument(help="A question of the library; none: list them. 问题名称")] = None,
    params: Annotated[list[str] | None, typer.Argument(help="name=value. 参数")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List all questions, your own too. 列出全部问题")] = False,
    cypher: Annotated[str | None, typer.Option("--cypher", help="Own Cypher, reading only. 自写查询")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="name=value for --cypher; JSON values allowed. 参数")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many rows. 最多行数")] = 1000,
    timeout: Annotated[float, typer.Option(help="Seconds for --cypher. 秒数")] = 10.0,
    library: LibraryOption = DEFAULT,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ask a question of the library or one of your own, or run own Cypher. 提问或运行查询。"""
    if cypher is not None:
        from queries import guard, worker

        guard.check(cypher)
        table = worker.run(store or str(library), cypher, _typed(param or []), timeout=timeout, rows=limit)
    elif name is None or listed:
        _list(library, as_json)
        return
    else:
        table = _asked(name, _pairs(params or []), library, store, limit)
    print_rows([dict(zip(table.columns, row, strict=True)) for row in table.rows], as_json)


def _list(library: Path, as_json: bool) -> None:
    """All questions, a person's own first and marked; what is wrong with files that are none goes beside them."""
    import queries
    from queries import own

    mine, wrong = own.load(library)
    for line in wrong:
        err.print(escape(f"⚠ {line}"))
    rows = [
        {"name": q.name, "own": "✓" if q.name in mine else "", "问题": q.question_zh, "question": q.question_en,
         "params": ", ".join(p.name for p in q.params)}
        for q in (*mine.values(), *queries.load().values())
    ]  # fmt: skip
    print_rows(rows, as_json)


def _asked(name: str, given: dict[str, Any], library: Path, store: str, limit: int) -> stores.Table:
    """The answer to a question of the library, or to a person's own: that one is checked and run apart, as what is typed."""
    import queries
    from queries import own

    mine = own.find(library, name)
    if mine and name not in queries.load():
        return own.ask(store or str(library), mine, given, limit)
    known = queries.get(name)
    with open_store(library, store) as opened:
        return opened.run(known.text, queries.check(known, given), limit=limit)


def _pairs(given: list[str]) -> dict[str, Any]:
    pairs = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals:
            raise errors.BadParameter(f"{one!r} is no name=value")
        pairs[key] = value
    return pairs


def _typed(given: list[str]) -> dict[str, Any]:
    """Own Cypher declares no kinds, so 2 and 2.5 are numbers; "2" in quotation marks stays a text."""
    return {key: _literal(value) for key, value in _pairs(given).items()}


def _literal(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def ask(
    sentence: Annotated[str, typer.Argument(help="A question in Chinese or English. 用中文或英文提问")],
    limit: Annotated[int, typer.Option(help="At most so many rows. 最多行数")] = 100,
    library: LibraryOption = DEFAULT,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Answer a sentence, or say that it is not understood. 用一句话提问。"""
    import queries
    from ingest import naming
    from queries import match

    with open_store(library, store) as opened:
        spelt = any(char.isascii() and char.isalpha() for char in sentence)
        names = match.of_store(opened, naming.english) if spelt else match.of_store(opened)
        found = match.understand(sentence, names)
        choice = found.choice
        table = queries.ask(opened, choice.query, choice.params, limit) if choice else None
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows] if table else []
    if as_json:
        typer.echo(json.dumps(_understood(found) | {"rows": rows}, ensure_ascii=False, indent=1))
        return
    _tell_understood(found)
    if table:
        print_rows(rows, False)


def _understood(found: match.Understood) -> dict[str, Any]:
    choice = found.choice
    return {
        "asked": found.text, "understood": choice is not None, "query": choice.query if choice else None,
        "params": dict(choice.shown) if choice else {}, "ids": dict(choice.params) if choice else {},
        "words": [asdict(used) for used in choice.used] if choice else [], "why": found.why, "unknown": list(found.unknown),
        "alternatives": [{"query": a.query, "params": dict(a.shown), "missing": list(a.missing)} for a in found.alternatives],
    }  # fmt: skip


def _tell_understood(found: match.Understood) -> None:
    import queries

    if found.choice:
        query = queries.get(found.choice.query)
        out.print(f"[bold]{escape(query.question_zh)} / {escape(query.question_en)}[/]", highlight=False)
        for used in found.choice.used:
            meant = f" → {used.param} = {found.choice.shown[used.param]}" if used.param else ""
            out.print(escape(f"  “{used.words}”{meant}"), highlight=False)
    else:
        unknown = f": {', '.join(found.unknown)}" if found.unknown else ""
        out.print(escape(f"{_WHY[found.why]}{unknown}"), highlight=False)
        for sentence in found.corrected:
            out.print(escape(f"  → {sentence}"), highlight=False)
    for other in found.alternatives:
        query = queries.get(other.query)
        filled = " ".join(f"{name}={value}" for name, value in other.shown.items())
        out.print(
            escape(f"  ? {query.title_zh} / {query.title_en}  ({other.query} {filled})"), style="dim", highlight=False
        )
