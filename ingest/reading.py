"""From the text of one document to its reading: outline, scene, clauses, claims, grants, measures."""

from __future__ import annotations

import re

from graph import bulk, evidence, ids
from ingest import clauses, english, language, resolve, scene, shadow, structure, synonyms
from ingest.relate import claims, grants, measures

Related = tuple[tuple[evidence.Claim, ...], tuple[evidence.Grant, ...], tuple[evidence.Measure, ...]]


# A reading is many small objects and no cycle: the collector would walk them again and again.
@bulk.uncollected()
def read(text: str, sha256: str, name: str = "") -> evidence.Reading:
    """Read one document. `name` stands in for a title that the text does not show.

    Every quote and mention of the result is an exact piece of `text`.
    """
    cleaned = shadow.clean(text)
    chinese = language.of(text) == "zh"
    view = resolve.resolve(cleaned, structure.outline(cleaned)) if chinese else english.resolve_scene(cleaned)
    document = _document(view, sha256, name)
    own = next((e.id for e in view.entities.values() if e.prop("self")), None)
    said, sums, acts = (_relate if chinese else english.relate)(view, document.id, own)
    return evidence.Reading(document, _kept(view.entities), said, sums, acts)


def _document(view: scene.Scene, sha256: str, name: str) -> evidence.Document:
    outline = view.outline
    own = next((e for e in view.entities.values() if e.prop("self")), None)
    title = _title(view, own.name if own else "", name)
    issuer = view.entities[view.author].name if view.author else None
    return evidence.Document(
        id=ids.document(outline.number, issuer, title, outline.date, sha256), title=title, doc_type=outline.doc_type, sha256=sha256,
        number=outline.number, issued_by=view.author, date=outline.date, language=outline.language,
    )  # fmt: skip


def _relate(view: scene.Scene, document: str, own: str | None) -> Related:
    """Claims, grants and measures of a Chinese scene."""
    view = synonyms.common(view)
    found = clauses.split(view)
    sums = grants.find_grants(view, found, document)
    acts = measures.find_measures(view, found, document)
    return claims.find_claims(view, found, document, own, sums, acts), sums, acts


def _title(view: scene.Scene, own: str, file: str) -> str:
    """The title that the text shows, else what it calls itself unless that is but its kind (本意见), else the file's name
    where it is in the text's script, else its first words."""
    if view.outline.title:
        return "".join(view.shadow.text[slice(*view.outline.title)].split("\n"))
    if len(own) > _KIND:
        return own
    if file and (view.outline.language == "en" or _HAN.search(file)):
        return file
    said = (view.shadow.text[s.start : s.end] for s in view.outline.sentences)
    words = next(
        (s for s in said if len(s) > _KIND and (len(s) > _FIRST or s[-1] not in "：:") and not _FIELD.match(s)),
        view.shadow.text.strip(),
    )
    return words if len(words) <= _FIRST else words[: _FIRST - 1] + "…"


_FIELD = re.compile(r"[一-鿿]{2,6}[：:]|[（(]?\d{4}年\d{1,2}月")
_HAN = re.compile(r"[一-鿿]")
# Characters of a name that tells no more than the kind of text (实施意见), and of the first words that stand for a title.
_KIND, _FIRST = 4, 40


def _kept(entities: dict[str, evidence.Entity]) -> tuple[evidence.Entity, ...]:
    """All entities, in order of their first mention."""
    return tuple(sorted(entities.values(), key=lambda e: (e.mentions[0].span.start if e.mentions else 0, e.id)))
