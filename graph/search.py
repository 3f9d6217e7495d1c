"""Search in the library: one SQLite index over character bigrams of names, aliases, quotes and documents."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph import fold, ids
from graph import progress as progress_room

SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(grams, id UNINDEXED, label UNINDEXED, name UNINDEXED,
  written UNINDEXED, field UNINDEXED, weight UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
"""
_RANK = {"name": 0, "alias": 1, "quote": 3, "document": 4}
_STATEMENTS = ("Claim", "Grant", "Measure")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: the node, what was matched, and a score (smaller is better)."""

    id: str
    label: str
    name: str
    matched: str
    score: float


def grams(text: str) -> str:
    """Character bigrams of Chinese and whole lower-case words of the rest, as space-separated tokens.

    >>> grams("高新区 Zone")
    '高新 新区 高 新 区 zone'
    """
    folded = ids.fold_text(text.replace(" ", "\x1f")).replace("\x1f", " ")
    tokens: list[str] = []
    for run in re.findall(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+", folded):
        if "\u3400" <= run[0] <= "\u9fff":
            tokens += [run[i : i + 2] for i in range(len(run) - 1)] + list(run)
        else:
            tokens.append(run)
    return " ".join(tokens)


def index(
    db: sqlite3.Connection, graph: fold.Graph, texts: Sequence[tuple[str, str]], progress: progress_room.Progress
) -> None:
    """Fill the index from a graph and the documents' texts."""
    db.execute("DELETE FROM terms")
    rows = list(_rows(graph))
    names = {n.id: str(n.properties.get("name", "")) for n in graph.nodes if n.label == "Document"}
    rows += [(grams(text), doc, "Document", names.get(doc, doc), text[:200], "document", 0) for doc, text in texts]
    for done in range(0, len(rows), 2000):
        db.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?)", rows[done : done + 2000])
        progress("index", min(done + 2000, len(rows)), len(rows))


def _rows(graph: fold.Graph) -> Iterator[tuple[str, str, str, str, str, str, int]]:
    tables = {n.id for n in graph.nodes if n.label == "Document" and n.properties.get("reference")}
    for node in graph.nodes:
        if node.properties.get("document") in tables:
            continue  # a row's words are the names of its things, which are found by themselves
        name, count = str(node.properties.get("name", "")), int(str(node.properties.get("documents") or 0))
        if node.label in _STATEMENTS:
            quote = str(node.properties.get("quote", ""))
            yield grams(quote), node.id, node.label, name, quote, "quote", count
            continue
        yield grams(name), node.id, node.label, name, name, "name", count
        aliases = node.properties.get("aliases") or ()
        for alias in aliases if isinstance(aliases, tuple) else ():
            yield grams(alias), node.id, node.label, name, alias, "alias", count


def find(db: sqlite3.Connection, text: str, limit: int, labels: Sequence[str]) -> tuple[Hit, ...]:
    """Best hits, one for each node: exact name, then its beginning, alias, a part of the name, quotes and documents."""
    wanted = [f'"{t}"' for t in grams(text).split() if t.isalnum()]
    if not wanted:
        return ()
    query = " AND ".join(w if "\u3400" <= w[1] <= "\u9fff" else w + "*" for w in wanted)
    sql = "SELECT id, label, name, written, field, weight, bm25(terms) FROM terms WHERE terms MATCH ?"
    if labels:
        sql += f" AND label IN ({','.join('?' * len(labels))})"
    best: dict[str, Hit] = {}
    for row in db.execute(sql, (query, *labels)):
        hit = _scored(text, *row)
        if hit.id not in best or hit.score < best[hit.id].score:
            best[hit.id] = hit
    return tuple(sorted(best.values(), key=lambda h: (h.score, h.name, h.id))[:limit])


def _scored(text: str, id: str, label: str, name: str, written: str, field: str, weight: int, relevance: float) -> Hit:
    folded, wanted = ids.fold_text(written), ids.fold_text(text)
    score = float(_RANK[field])
    if field in ("name", "alias"):
        score += 0.0 if folded == wanted else 0.4 if folded.startswith(wanted) else 1.5
    score += max(-0.3, relevance / 100) - min(weight, 50) / 500
    return Hit(id, label, name, written, round(score, 4))
