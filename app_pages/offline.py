"""One HTML file that needs nothing else: graphs, charts, tables and pages to walk in, with their words, in both languages, with no request.

Names and quotes are data in the file: JSON in which nothing can end the element it stands in, written by the script with
textContent. A policy in the file lets nothing run but its own scripts and lets nothing be asked for.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

from app_pages import data, figures, graph_view, grids, marks, saved, texts, widgets
from graph import ontology

_WORDS = (
    "offline.about", "offline.pick", "offline.evidence", "offline.facts", "offline.before", "offline.next", "language.zh",
    "language.en", "offline.app", "figure.absent", "document.invented", "offline.more", "offline.open", "offline.statements",
    "offline.rest", "offline.close", "offline.keys", "offline.filter", "offline.rows", "offline.sort", "offline.opens",
    "offline.swipe", "offline.unfold", "offline.fold", "offline.zoom", "explore.fit", "explore.zoom_in", "explore.zoom_out",
)  # fmt: skip
Made = TypeVar("Made")
LANGUAGES: tuple[texts.Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Step:
    """One view of the file: its name, what is said about it, and its graph, its chart, its table or its page in each language."""

    name: str
    text: str
    drawn: Mapping[texts.Lang, figures.Figure] = field(default_factory=dict)
    plates: Mapping[texts.Lang, marks.Plate] = field(default_factory=dict)
    grids: Mapping[texts.Lang, grids.Grid] = field(default_factory=dict)
    leaves: Mapping[texts.Lang, widgets.El] = field(default_factory=dict)


def step(view: saved.View, text: str) -> Step:
    """A saved view as a step of the file."""
    if not figures.can(view.address):
        return Step(view.name, text)
    drawn = {}
    for language in LANGUAGES:
        with texts.speaking(language):
            made = figures.make(view.name, view.address, view.places)
            # Where nobody put anything, the page lays the graph out as the app does.
            drawn[language] = made if view.places else replace(made, places={})
    return Step(view.name, text, drawn)


def charted(name: str, text: str, plate: Callable[[], marks.Plate]) -> Step:
    """A chart as a step of the file; `plate` makes it in the language that is spoken."""
    return Step(name, text, plates=_spoken(plate))


def tabled(name: str, text: str, grid: Callable[[], grids.Grid | None]) -> Step:
    """A table as a step of the file, or its words alone where there is none; `grid` makes it in the language that is spoken."""
    made = _spoken(grid)
    return Step(name, text, grids={code: one for code, one in made.items() if one and one.rows})


def leafed(name: str, text: str, leaf: Callable[[], widgets.El | None]) -> Step:
    """A page as a step of the file, or its words alone where there is none; `leaf` makes it in the language that is spoken."""
    return Step(name, text, leaves={code: one for code, one in _spoken(leaf).items() if one})


def _spoken(make: Callable[[], Made]) -> dict[texts.Lang, Made]:
    """What is made in each language."""
    made = {}
    for language in LANGUAGES:
        with texts.speaking(language):
            made[language] = make()
    return made


def page(title: str, steps: Sequence[Step], language: texts.Lang) -> bytes:
    """The file, in UTF-8, opened in that language."""
    *scripts, look = graph_view.offline(any(step.drawn for step in steps), any(step.leaves for step in steps))
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"""<!doctype html>
<html lang="{"en" if language == "en" else "zh-CN"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<style>{look}</style>
</head>
<body>
<script type="application/json" id="data">{embed(_content(title, steps, language))}</script>
{"".join(f'<script type="module">{script}</script>' for script in scripts)}
</body>
</html>
""".encode()


def embed(value: Any) -> str:
    """JSON that may stand in a script element: no letter of it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _hash(script: str) -> str:
    """How the policy names a script that may run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


# ---- content --------------------------------------------------------------------------------------------------------


def _content(title: str, steps: Sequence[Step], language: str) -> dict[str, Any]:
    return {
        "title": title,
        "language": language,
        "steps": [_step(one) for one in steps],
        "look": graph_view.sheet_look() if any(step.leaves for step in steps) else "",
        "words": {code: _words(code) for code in LANGUAGES},
    }


def _words(language: texts.Lang) -> dict[str, str]:
    with texts.speaking(language):
        said = {key.rpartition(".")[2]: texts.say(key, n="{n}") for key in _WORDS}
        return said | {f"status.{name}": texts.status(name) for name in ontology.load().statuses}


def _step(one: Step) -> dict[str, Any]:
    first = next(iter(one.drawn.values()), None)
    entries = [entry for plate in one.plates.values() for entry in plate.entries]
    entries += [entry for grid in one.grids.values() for row in grid.rows for entry in row.entries]
    said = marks.known(entries)
    charts = {code: marks.content(plate, said) for code, plate in one.plates.items()}
    tables = {code: grids.content(grid, said) for code, grid in one.grids.items()}
    notes = [note for chart in charts.values() for note in chart["notes"]]
    notes += [note for table in tables.values() for row in table["rows"] for note in row["notes"]]
    opened = {key for note in notes for key in note["keys"]}
    statuses = data.statements(opened) if opened else {}
    return {
        "charts": charts,
        "tables": tables,
        "leaves": {code: leaf.plain() for code, leaf in one.leaves.items()},
        "sources": {key: asdict(said[key]) | {"status": statuses[key][0]} for key in sorted(opened)},
        "name": one.name,
        "text": one.text,
        "places": {key: [x, y, int(pinned)] for key, (x, y, pinned) in first.places.items()} if first else {},
        "pictures": {code: dict(figure.drawn) for code, figure in one.drawn.items()},
        "notes": [_note(note) for note in first.notes] if first else [],
        "heads": {code: _heads(code, figure) for code, figure in one.drawn.items()},
    }


def _note(note: figures.Note) -> dict[str, Any]:
    return {
        "link": note.link["id"],
        "number": note.number,
        "more": note.more,
        "said": [asdict(one) for one in note.said],
    }


def _heads(language: texts.Lang, figure: figures.Figure) -> dict[str, str]:
    """What each link says, in one line."""
    with texts.speaking(language):
        return {str(note.link["id"]): figures.heading(note) for note in figure.notes}
