"""Hostile texts, and a library in which each of them stands wherever a text can stand: names, words, files, people's notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from app_pages import saved, stories
from graph import build, cells, evidence, ids, judgements, library, plain, stores
from queries import own

_ROWS = plain.load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
KINDS = {kind: tuple(row if isinstance(row, str) else row[0] * row[1] for row in rows) for kind, rows in _ROWS.items()}
TEXTS = tuple(text for texts in KINDS.values() for text in texts)
SCRIPT, IMAGE, FRAME = KINDS["markup"][:3]
CITY, ZONE = "450300", "桂林试验开发区"
ALL = "all.txt"
UNREADABLE = f"{IMAGE}.pdf"
_LONGEST = evidence.LONGEST_NAME
_TIME = "2024-01-01T00:00:00"


def make_library(folder: Path) -> Path:
    """A library of a document for each text and one of them all, with people's decisions and views, and the graph built."""
    with library.open_library(folder) as shelf:
        for number, text in enumerate(TEXTS):
            _put(shelf, f"{number}-{text}.txt", text, [text])
            shelf.quarantine(evidence.Source(f"{text}.pdf"), b"%PDF-1.7 rubbish", text)
        _put(shelf, ALL, SCRIPT, TEXTS)
        for one in _judgements():
            shelf.judge(one)
        store = stores.open_store(folder, writable=True)
        build.build(shelf, store)
        store.close()
    _keep_views(folder)
    return folder


def _put(shelf: library.Library, name: str, title: str, texts: Sequence[str]) -> None:
    name = name[:_LONGEST]
    words, made = reading(name, title, texts)
    source = evidence.Source(name, title, title, title, title, tags=(title,), invented=True, note=title)
    shelf.put(source, words.encode(), words, made, "test")


def reading(name: str, title: str, texts: Sequence[str]) -> tuple[str, evidence.Reading]:
    """A document with a line for each text: a body of that name acts for a city and a zone, in words that hold the name."""
    words = "\n".join(f"{text}支持{ZONE}。" for text in texts)
    city = evidence.Entity("city", "Region", "桂林市", properties=(("code", CITY), ("lon", 110.3), ("lat", 25.3)))
    zone = evidence.Entity("zone", "HighTechZone", ZONE)
    entities, claims, grants, measures = [city, zone], [], [], []
    start = 0
    for number, text in enumerate(texts):
        quote = evidence.Span(start, start + len(text), text, cells.Cell(text[:20], 2, 1))
        start += len(text) + len(ZONE) + 4
        entities += _entities(number, text, quote)
        claims += _claims(f"{name} {number}", number, text, quote)
        grants.append(_grant(f"{name} {number}", number, text, quote, len(texts)))
        measures.append(_measure(f"{name} {number}", number, text, quote))
    document = evidence.Document(
        f"Document/{ids.digest(name)}", title[: _LONGEST], "notice", ids.digest(words, length=64), title[:_LONGEST], "a0", "2024-01-01",
        tables=(evidence.Table(title[:20], 1, (title, title)),),
    )  # fmt: skip
    made = evidence.Reading(document, tuple(entities), tuple(claims), tuple(grants), tuple(measures))
    evidence.check(made, words)
    return words, made


_THINGS = {"a": "Agency", "f": "Fund", "p": "Policy", "z": "DevelopmentZone", "m": "Mechanism", "l": "Platform"}


def _entities(number: int, text: str, quote: evidence.Span) -> list[evidence.Entity]:
    """The text as the name of a thing of each kind."""
    name = text[:_LONGEST]
    where = evidence.Mention(quote, text, (("cited", text),))
    own_words = {
        "a": (("region", CITY),),
        "f": (("function", text),),
        "p": (("doc_no", name), ("date_issued", "2021-03-04"), ("theme", text)),
    }
    return [
        evidence.Entity(f"{key}{number}", kind, name, (f"又{text[:400]}",), (where,), own_words.get(key, ()))
        for key, kind in _THINGS.items()
    ]


def _claims(key: str, number: int, text: str, quote: evidence.Span) -> list[evidence.Claim]:
    status = evidence.STATUSES[number % 4]
    facts = (
        (f"a{number}", "SUPPORTS", "zone"), (f"a{number}", "ISSUED", f"p{number}"), (f"z{number}", "LOCATED_IN", "city"),
        (f"a{number}", "MANAGES", f"m{number}"), (f"p{number}", "APPLIES_TO", "city"), (f"a{number}", "SUPPORTS", f"z{number}"),
    )  # fmt: skip
    return [
        evidence.Claim(
            ids.statement("c", verb, target, key), source, verb, target, status, quote, "2021-03", f"a{number}", text,
            qualifiers=(("cells", "A2"), ("note", text)),
        )
        for source, verb, target in facts
    ]  # fmt: skip


def _grant(key: str, number: int, text: str, quote: evidence.Span, texts: int) -> evidence.Grant:
    """A sum for which the document of all texts gives another figure than that of its text, and names another speaker."""
    rank = TEXTS.index(text)
    return evidence.Grant(
        ids.statement("g", key), 10_000 * (200 - rank) + texts, "done" if rank % 4 else "planned", quote, f"f{number}", f"a{number}", "city",
        unit=text, year=2021, stated_by=f"a{(number + 1) % texts}", cue=text, qualifiers=(("cells", "A2"), ("note", text)),
    )  # fmt: skip


def _measure(key: str, number: int, text: str, quote: evidence.Span) -> evidence.Measure:
    return evidence.Measure(
        ids.statement("m", key), "planned", quote, f"a{number}", ("city", "zone"), "2022/2030", text, f"a{number}"
    )


# ---- people -----------------------------------------------------------------------------------------------------------


def node(kind: str, text: str) -> str:
    """The id of the thing of that kind that has the text as its name."""
    return ids.node(kind, text[:_LONGEST])


def _judgements() -> list[judgements.Judgement]:
    """Each text as an author's tag, note and reason; one author tags what every other does."""
    zone, made = node("HighTechZone", ZONE), []
    for text in TEXTS:
        author, tag, body = text[:200], (("tag", text[: judgements.LONGEST_TAG]),), node("Agency", text)
        made.append(judgements.Judgement("tag", body, author, _TIME, "", correction=tag))
        made.append(judgements.Judgement("tag", body, SCRIPT, _TIME, "", correction=tag))
        made.append(judgements.Judgement("note", zone, author, _TIME, text))
        made.append(judgements.Judgement("not_same", body, author, _TIME, text, zone))
    return made


def _blanks() -> str:
    """A question as a colleague may send it, with blanks that are named in Markdown."""
    both = [{"zh": text, "en": text} for text in KINDS["markdown"]]
    params = {f"p{number}": {"type": "string", "optional": True} | text for number, text in enumerate(both)}
    header = {"title": both[0], "question": both[1], "params": params, "columns": {"name": both[2]}, "show": "table"}
    lines = yaml.safe_dump(header, allow_unicode=True, width=100_000).splitlines()
    return "".join(f"//+ {line}\n" for line in lines) + "MATCH (n:Agency) RETURN n.name AS name LIMIT 100"


def _keep_views(folder: Path) -> None:
    """Each text that has a letter as the name of a saved view and of a question of one's own; a story of all of them."""
    address = {"page": ("explore",), "id": (node("HighTechZone", ZONE),)}
    steps = []
    (folder / own.FOLDER).mkdir()
    (folder / own.FOLDER / "blanks.cypher").write_text(_blanks(), "utf-8")
    for text in (text for text in TEXTS if any(sign.isalnum() for sign in text)):
        steps.append(stories.Step(saved.save(folder, saved.View(text, address, text, text)), text))
        own.save(folder, text, "MATCH (n:Agency) RETURN n.id AS id, n.name AS name LIMIT 100", ["id", "name"], {})
    stories.keep(folder, "hostile", stories.Story(SCRIPT, tuple(steps), IMAGE, _TIME))
