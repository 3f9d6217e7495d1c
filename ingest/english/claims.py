"""All claims of an English document: from its verbs and joining words, its grants, its own policy, and what names say by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph import evidence
from ingest import scene
from ingest.english import frames, links, outline, partners, turns
from ingest.english.clauses import Act
from ingest.english.frames import TOOLS
from ingest.relate.claims.maker import ZONES, Maker

_OPENING = 12


def find_claims(
    view: scene.Scene, acts: Sequence[Act], document: str, own: str | None, grants: Sequence[evidence.Grant] = ()
) -> tuple[evidence.Claim, ...]:
    """All claims of an English document. `own` is the policy that the document itself is, if any."""
    made = Maker(view, document, own)
    frames.acted(made, acts, own)
    for sentence in view.outline.sentences:
        if not sentence.heading:
            links.linked(made, sentence)
            partners.joined(made, sentence, acts)
            turns.said(made, sentence, acts)
            _targets(made, sentence, own)
    made.rule = "grants"
    for grant in grants:
        if grant.beneficiary and view.entities[grant.beneficiary].type != "TargetGroup":
            for source in (grant.fund, grant.agency):
                made.put(
                    source,
                    "SUPPORTS",
                    grant.beneficiary,
                    grant.status,
                    grant.quote,
                    grant.stated_by,
                    str(grant.year or ""),
                    grant.cue,
                )
    _own_policy(made, own)
    _names(made)
    return tuple(sorted(made.found.values(), key=lambda c: (c.quote.start, c.id)))


def _targets(made: Maker, sentence: scene.Sentence, own: str | None) -> None:
    """A class that is helped: by the tool named before it in the sentence, else by the policy that the document is."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for ref in (r for r in refs if r.type == "TargetGroup"):
        tools = [r for r in refs if _helps(made.text, r, ref)]
        subject = tools[-1].entity if tools else own
        made.rule = "targets"
        made.add(subject, "TARGETS", ref.entity, "ongoing" if tools else "planned", *_around(made.view, sentence, ref))


# The document applies to firms; firms may apply for vouchers; talents under the Plan can receive …
_APPLIES_TO = re.compile(
    r"[^.;]{0,60}\b(?:appl(?:y|ies) to|covers?|supports?|encourages?|targets?|helps?|is open to|is aimed at) [^.;]{0,80}"
)
_OFFERED = re.compile(
    r"[^.;]{0,70}\b(?:apply for|under|receive|access|through|benefit from|eligible for|enjoy|obtain) (?:an? |the )?"
)


def _helps(text: str, tool: scene.Ref, group: scene.Ref) -> bool:
    """Whether a class is what a tool, or a policy that is said to apply to it, is for."""
    if tool.end <= group.start:
        near = group.start - tool.end < 160
        return near and (
            tool.type in TOOLS or (tool.type == "Policy" and bool(_APPLIES_TO.fullmatch(text, tool.end, group.start)))
        )
    return tool.type in TOOLS and bool(_OFFERED.fullmatch(text, group.end, tool.start))


def _around(view: scene.Scene, sentence: scene.Sentence, ref: scene.Ref) -> tuple[int, int]:
    """The piece of the sentence between semicolons that holds the ref."""
    text = view.shadow.text
    start = max(text.rfind(";", sentence.start, ref.start) + 1, sentence.start)
    end = text.find(";", ref.end, sentence.end)
    return start, end if end >= 0 else sentence.end


# -- the document and its names ------------------------------------------------------------------------------


_ON_GROUNDS = re.compile(
    r"\b(?:pursuant to|in accordance with|to implement|in order to implement|under|based on|in line with) (?:the )?$",
    re.IGNORECASE,
)


def _own_policy(made: Maker, own: str | None) -> None:
    """Issued by its author on its date; based on what its opening names; helping the thing that its heading names."""
    view = made.view
    if own is None or view.outline.title is None:
        return
    made.rule = "provisions"
    made.add(view.author, "ISSUED", own, "done", *view.outline.title, time=view.outline.date or "")
    text = view.shadow.text
    for ref in view.within(*view.outline.title):
        if ref.type in ("Platform", "Programme", "Fund"):
            made.add(own, "SUPPORTS", ref.entity, "planned", *view.outline.title, cue="named in the heading")
    if outline.is_statute(view.outline):
        return
    for sentence in view.outline.sentences[:_OPENING]:
        for ref in view.within(sentence.start, sentence.end, outer=True):
            if ref.type in ("Policy", "Meeting") and _ON_GROUNDS.search(text, sentence.start, ref.start):
                made.add(own, "BASED_ON", ref.entity, "done", sentence.start, sentence.end)


def _names(made: Maker) -> None:
    """A zone lies in the place that its name begins with; a policy or fund is about the zone, else the region, in its name."""
    view, made.rule = made.view, "names"
    fullest: dict[str, scene.Ref] = {}
    for ref in view.refs:
        fullest[ref.entity] = max(fullest.get(ref.entity, ref), ref, key=lambda r: r.end - r.start)
    for entity in view.entities.values():
        longest = fullest[entity.id]
        inside = [r for r in view.within(longest.start, longest.end) if r.entity != entity.id]
        regions = [r for r in inside if r.type == "Region"]
        if entity.type in ZONES | {"Platform"}:
            # China (Shanghai) Pilot Free Trade Zone lies in the place in brackets.
            bracketed = [r for r in regions if view.shadow.text[r.start - 1] == "(" and r.start > longest.start]
            first = (r for r in regions if r.start == longest.start and view.shadow.text[r.end] != "-")
            for region in _first(bracketed or first):
                made.add(entity.id, "LOCATED_IN", region.entity, "ongoing", longest.start, longest.end, confidence=0.7)
        if entity.type in ZONES:
            for place in _hyphenated(view, entity.name):
                made.add(entity.id, "LOCATED_IN", place, "ongoing", longest.start, longest.end, confidence=0.7)
        if entity.type in ("Policy", "Fund") and not entity.prop("doc_no"):
            zones = [r for r in inside if r.type in ZONES]
            for spot in _first(zones or regions):
                made.add(entity.id, "APPLIES_TO", spot.entity, "ongoing", longest.start, longest.end, confidence=0.7)


def _hyphenated(view: scene.Scene, name: str) -> list[str]:
    """The places of the Hefei-Wuhu-Bengbu Demonstration Zone, as far as the text names them."""
    places = name.split(" ")[0].split("-")
    regions = {e.name: e.id for e in view.entities.values() if e.type == "Region"}
    return [regions[place] for place in places if place in regions] if len(places) > 1 else []


def _first(refs: Iterable[scene.Ref]) -> list[scene.Ref]:
    return list(refs)[:1]
