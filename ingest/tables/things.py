"""The things that the rows of a table name: each once, with all the cells that name it and that give its properties."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph import evidence, ontology
from ingest.tables import mapping, names, reasons, values
from ingest.tables.view import Text, View


class Thing(NamedTuple):
    """An entity as one row names it: its id and type, and the words that name it there."""

    id: str
    type: str
    text: Text


@dataclass
class _Draft:
    """An entity in the making."""

    id: str
    named: names.Named
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[evidence.Mention] = field(default_factory=list)
    properties: dict[str, evidence.Scalar] = field(default_factory=dict)
    grounds: dict[str, evidence.Span] = field(default_factory=dict)


class Things:
    """All things of one file. `home` is the code of the region where names are understood unless a row says otherwise."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._drafts: dict[str, _Draft] = {}
        self._meant: dict[tuple[int, str, str], _Draft] = {}

    def entities(self) -> tuple[evidence.Entity, ...]:
        """Everything named, in order of the first naming."""
        return tuple(
            evidence.Entity(
                d.id, d.named.type, d.named.name, tuple(a for a in d.aliases if a != d.named.name), tuple(d.mentions),
                tuple(sorted(d.properties.items())), tuple(sorted(d.grounds.items())),
            )
            for d in self._drafts.values()
        )  # fmt: skip

    def add(self, named: names.Named) -> str:
        """The id of a thing that the file is about without a cell that names it."""
        return self._draft(named).id

    def _draft(self, named: names.Named) -> _Draft:
        identity = names.key(named)
        known = self._drafts.get(identity)
        if known is None:
            known = self._drafts[identity] = _Draft(identity, named, properties=dict(named.properties))
        return known

    def named(self, view: View, told: evidence.Pairs) -> dict[str, list[Thing]]:
        """What the current row names, by label. Of entities with one label the first whose conditions hold is meant."""
        found: dict[str, list[Thing]] = {}
        for spec in view.spec.entities:
            if spec.label not in found and view.holds(spec.when):
                things = self._of(view, spec, told)
                if things:
                    found[spec.label] = things
        return found

    def _of(self, view: View, spec: mapping.Entity, told: evidence.Pairs) -> list[Thing]:
        region = view.text(spec.region)
        within = (names.region_code(region.words, self.home) if region else "") or self.home
        return [self._thing(view, spec, text, within, told) for text in view.texts(spec.name)]

    def _thing(self, view: View, spec: mapping.Entity, text: Text, within: str, told: evidence.Pairs) -> Thing:
        if spec.properties:
            draft = self._described(view, spec, text, within)
        else:
            # A name means the same in each row that speaks from the same region.
            key = (id(spec), text.words, within)
            draft = self._meant.get(key) or self._meant.setdefault(key, self._draft(_meant(spec, text, within)))
        if text.span is not None:
            draft.mentions.append(evidence.Mention(text.span, _reason(view, text, draft.named), told))
        for alias in (a for value in spec.aliases for a in view.texts(value)):
            _alias(view, draft, alias, told)
        return Thing(draft.id, draft.named.type, text)

    def _described(self, view: View, spec: mapping.Entity, text: Text, within: str) -> _Draft:
        """The thing that a cell names, with the properties that its row gives it."""
        named = _meant(spec, text, within)
        own = _properties(view, spec, named.type)
        draft = self._draft(_identified(named, {name: value for name, (value, _) in own.items()}))
        for name, (value, source) in own.items():
            _learn(view, draft, name, value, source)
        return draft


def _meant(spec: mapping.Entity, text: Text, within: str) -> names.Named:
    return names.Named(spec.types[-1], text.words) if spec.as_written else names.resolve(spec.types, text.words, within)


def _identified(named: names.Named, own: dict[str, evidence.Scalar]) -> names.Named:
    """The thing with the code or number that its row gives, which say better than a name which one it is."""
    given = {name: own[name] for name in ("code", "doc_no") if name in own}
    return replace(named, properties=tuple((dict(named.properties) | given).items())) if given else named


def _reason(view: View, text: Text, named: names.Named) -> str:
    header = view.header(text.span) if text.span else ""
    return f"{header}: {text.words} → {named.name}" if named.name != text.words else header


def _alias(view: View, draft: _Draft, alias: Text, told: evidence.Pairs) -> None:
    if alias.words == draft.named.name:
        return
    draft.aliases[alias.words] = None
    if alias.span is not None:
        draft.mentions.append(evidence.Mention(alias.span, view.header(alias.span), told))


# ---- properties ------------------------------------------------------------------------------------------------------


def _properties(view: View, spec: mapping.Entity, kind: str) -> dict[str, tuple[evidence.Scalar, Text]]:
    """The properties that the row gives, as the ontology types them."""
    found: dict[str, tuple[evidence.Scalar, Text]] = {}
    types = ontology.load().labels[kind].properties
    for name, source in spec.properties:
        text = view.text(source)
        if text is None or name not in types:
            continue
        if types[name] == "date" and values.never(text.words):
            continue
        value = _typed(name, types[name], text.words)
        if value is None:
            view.fault(text, reasons.no_property(types[name], name))
        else:
            found[name] = (value, text)
    return found


def _typed(name: str, kind: str, words: str) -> evidence.Scalar | None:
    """A cell's words as a property of that type; None where they are none."""
    if name == "level":
        return values.level(words)
    if kind in ("float", "integer"):
        figure = values.number(words)
        return figure if figure is None or kind == "float" else int(figure)
    if kind == "boolean":
        return values.truth(words)
    return (values.iso(words) or None) if kind == "date" else words


def _learn(view: View, draft: _Draft, name: str, value: evidence.Scalar, text: Text) -> None:
    """Take a property over; a later row that says otherwise is a fault."""
    known = draft.grounds.get(name)
    if known is not None and draft.properties[name] != value:
        row = str(known.cell.row) if known.cell else "?"
        view.fault(text, reasons.other_value(row, draft.properties[name], draft.named.name))
        return
    draft.properties[name] = value
    if text.span is not None and known is None:
        draft.grounds[name] = text.span
