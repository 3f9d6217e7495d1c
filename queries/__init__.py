"""The question library: one file a question, with its header; loaded, checked and asked on either store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from graph import errors, plain, stores

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "node": str,
    "date": str,
    "integer": int,
    "float": (int, float),
}
THEMES = ("bodies", "places", "policies", "platforms", "money", "promises", "evidence", "network")
SHOWS = ("table", "graph", "map", "timeline", "sankey", "bar")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a question. `kind` names the node labels that a form offers; `default` None means it must be given.

    `words` says which words of a typed sentence fill a text: `part` of a name, such a part or
    a `free` word, a `place`, the `label` of a kind, or `any`.
    """

    name: str
    type: str
    zh: str
    en: str
    kind: tuple[str, ...] = ()
    default: Any = None
    optional: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One question with its text. `columns` holds (name, zh, en); `ordered` when the row order is stated.

    `ask` holds the ways in which people ask it, as `queries/match` reads them; `theme` what it is about, one of THEMES,
    empty for a person's own question.
    """

    name: str
    title_zh: str
    title_en: str
    question_zh: str
    question_en: str
    params: tuple[Param, ...]
    columns: tuple[tuple[str, str, str], ...]
    show: str
    ordered: bool
    example: Mapping[str, Any]
    text: str
    ask: tuple[str, ...] = ()
    theme: str = ""


@cache
def load() -> dict[str, Query]:
    """All questions of the library by name. Raises QueryError naming the file that is wrong."""
    folder = resources.files(__package__)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".cypher")), key=lambda f: f.name)
    return {Path(f.name).stem: parse(Path(f.name).stem, f.read_text("utf-8")) for f in files}


def parse(name: str, source: str) -> Query:
    """A question from its file's text: header lines (`//+ `) in YAML, then one statement. Raises QueryError."""
    lines = source.splitlines()
    header = "\n".join(line[4:] for line in lines if line.startswith("//+"))
    text = "\n".join(line for line in lines if not line.startswith("//")).strip().rstrip(";")
    try:
        data = plain.load(header)
        made = Query(
            name, data["title"]["zh"], data["title"]["en"], data["question"]["zh"], data["question"]["en"],
            tuple(_param(key, dict(body)) for key, body in (data.get("params") or {}).items()),
            tuple((key, body["zh"], body["en"]) for key, body in data["columns"].items()),
            data["show"], bool(data.get("order")), data.get("example") or {}, text,
            tuple(data.get("ask") or ()), data.get("theme", ""),
        )  # fmt: skip
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise errors.QueryError(f"queries/{name}.cypher: broken header ({error})") from error
    for key, body in {**data["columns"], **(data.get("params") or {})}.items():
        # In YAML `{en: low, high}` is a word and a second key without one.
        bare = [part for part, value in body.items() if value is None and part != "default"]
        if bare:
            raise errors.QueryError(f"queries/{name}.cypher: {key}: words with a comma need quotes ({', '.join(bare)})")
    if made.theme and made.theme not in THEMES:
        raise errors.QueryError(f"queries/{name}.cypher: unknown theme ({made.theme}); one of {', '.join(THEMES)}")
    if made.show not in SHOWS or not text:
        raise errors.QueryError(f"queries/{name}.cypher: unknown way to show it ({made.show}) or no statement")
    return made


def _param(name: str, body: dict[str, Any]) -> Param:
    kind = body.get("kind") or ()
    kinds = tuple(kind) if isinstance(kind, list) else (kind,) if kind else ()
    return Param(
        name, body["type"], body["zh"], body["en"], kinds, body.get("default"), bool(body.get("optional")),
        body.get("words", ""),
    )  # fmt: skip


def get(name: str) -> Query:
    """A question by name. Raises UnknownQuery with the names there are."""
    known = load()
    if name not in known:
        raise errors.UnknownQuery(f"no question called {name}; there are: {', '.join(known)}")
    return known[name]


def ask(
    store: stores.Store, name: str, params: Mapping[str, Any] | None = None, limit: int | None = None
) -> stores.Table:
    """The answer to a question of the library. Raises UnknownQuery and BadParameter."""
    query = get(name)
    return store.run(query.text, check(query, params or {}), limit=limit)


def check(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters of the right kinds, defaults filled in. Raises BadParameter saying what is wrong."""
    unknown = sorted(set(given) - {p.name for p in query.params})
    if unknown:
        raise errors.BadParameter(
            f"{query.name} takes no {', '.join(unknown)}; it takes {', '.join(p.name for p in query.params) or 'nothing'}"
        )
    return {p.name: _value(query, p, given.get(p.name, p.default)) for p in query.params}


def _value(query: Query, param: Param, value: Any) -> Any:
    if value is None or value == "":
        if param.optional:
            return None
        raise errors.BadParameter(f"{query.name} needs {param.name} ({param.zh} / {param.en})")
    if param.type in ("integer", "float") and isinstance(value, str):
        try:
            value = int(value) if param.type == "integer" else float(value)
        except ValueError as error:
            raise errors.BadParameter(f"{query.name}: {param.name} must be a number, not {value!r}") from error
    if not isinstance(value, _TYPES[param.type]):
        raise errors.BadParameter(f"{query.name}: {param.name} must be a {param.type}, not {value!r}")
    return value
