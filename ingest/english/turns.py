"""Turns of phrase that make a claim in English: with the approval of, with the support of, apply for, under the programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph import evidence
from ingest import scene
from ingest.english import values
from ingest.english.clauses import Act
from ingest.relate.claims.maker import ZONES, Maker

# upgraded with the approval of the State Council
_APPROVAL = re.compile(r"\b(?:with|upon|after|following|under|received|won|gained|obtained|granted|secured) (?:the )?(?:formal |official |final |prior )?"
                       r"(?:approval|consent|endorsement|permission|recognition) (?:of|from|by) (?:the )?")  # fmt: skip
_SUPPORT = re.compile(
    r"\b[Ww]ith (?:the )?(?:strong |financial |joint |generous |full )?(?:support|backing|funding|assistance|help|aid) (?:of|from) (?:the )?"
)
_SUPPORTED = frozenset(
    ("DemonstrationZone", "HighTechZone", "DevelopmentZone", "Platform", "Project", "Programme", "Organization")
)
_APPROVABLE = frozenset(
    ("DemonstrationZone", "HighTechZone", "DevelopmentZone", "Platform", "Project", "Policy", "Fund")
)


# Support shall be given to the construction of the Platform
_GIVEN = re.compile(
    r"\b(?:[Ss]upport|[Ff]unding|[Ss]ubsidies|[Pp]riority) (?:shall|will|is to) be (?:given|provided|offered|granted) (?:to|for) (?:the )?"
    r"(?:(?:construction|development|establishment|building|operation|expansion) of (?:the )?)?"
)


def _given(made: Maker, sentence: scene.Sentence) -> None:
    """What the text provides for, its author helps."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for match in _GIVEN.finditer(made.text, sentence.start, sentence.end):
        for ref in (r for r in refs if r.start == match.end()):
            made.rule = "SUPPORTS shall be given"
            made.add(
                made.view.author, "SUPPORTS", ref.entity, "planned", sentence.start, sentence.end, cue=match[0].strip()
            )


def said(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """What the turns of phrase of a sentence say."""
    _approvals(made, sentence)
    _supported(made, sentence)
    _applied(made, sentence)
    _given(made, sentence)
    _under(made, sentence, acts)


def _approvals(made: Maker, sentence: scene.Sentence) -> None:
    """Upgraded with the approval of the State Council: what the sentence is about is approved."""
    for match in _APPROVAL.finditer(made.text, sentence.start, sentence.end):
        bodies = [r for r in made.view.within(match.end(), sentence.end, outer=True) if r.start == match.end()]
        things = [r for r in made.view.within(sentence.start, sentence.end, outer=True) if r.type in _APPROVABLE]
        made.rule = "APPROVED with the approval of"
        for body in (b for b in bodies if b.type == "Agency" and things):
            times = values.find_dates(made.text, match.end(), sentence.end)
            made.add(body.entity, "APPROVED", things[0].entity, "done", sentence.start, sentence.end,
                     time=times[0].iso if times else "", cue=match[0].strip())  # fmt: skip


def _supported(made: Maker, sentence: scene.Sentence) -> None:
    """With the support of the Ministry, the Center was built: the Ministry helps what the sentence is about."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for match in _SUPPORT.finditer(made.text, sentence.start, sentence.end):
        givers = [r for r in refs if r.start == match.end() and r.type in ("Agency", "Fund", "Programme")]
        things = [r for r in refs if r.type in _SUPPORTED and (not givers or r.entity != givers[0].entity)]
        made.rule = "SUPPORTS with the support of"
        for giver in (g for g in givers if things):
            made.add(
                giver.entity, "SUPPORTS", things[0].entity, "done", sentence.start, sentence.end, cue=match[0].strip()
            )


# Hefei will apply to the Ministry for a pilot zone
_APPLIES = re.compile(
    r"\b(?P<will>will |plans? to |intends? to |aims? to )?(?:appl(?:y|ies|ied|ying)|bid|bids|bidding|strives?|striving)"
    r" (?:to (?:the )?[A-Z][^,.;]{3,80}? )?for (?:the (?:status|establishment|designation|creation) of )?(?:the |an? )?"
)


def _applied(made: Maker, sentence: scene.Sentence) -> None:
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    for match in _APPLIES.finditer(made.text, sentence.start, sentence.end):
        who = [r for r in refs if r.end <= match.start() and r.type in ("Agency", "Region")]
        what = [r for r in refs if r.start == match.end() and r.type in (*ZONES, "Platform", "Programme", "Policy")]
        made.rule = "APPLIED_FOR apply for"
        if who and what and match.start() - who[-1].end < 30:
            status: evidence.Status = "planned" if match["will"] else "requested"
            made.add(
                who[-1].entity,
                "APPLIED_FOR",
                what[0].entity,
                status,
                sentence.start,
                sentence.end,
                cue=match[0].strip(),
            )


_UNDER = re.compile(r"(?:Under|Through|As part of) (?:the |its )?$")
_GIVING = frozenset(("award", "fund", "allocate", "grant", "invest", "select", "finance", "provide"))


def _under(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """Under the Programme, the Bureau awarded …: the Bureau runs it."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    if (
        not refs
        or refs[0].type not in ("Programme", "Fund")
        or not _UNDER.fullmatch(made.text, sentence.start, refs[0].start)
    ):
        return
    for act in (
        a for a in acts if sentence.start <= a.start < sentence.end and a.verb in _GIVING and a.own and not a.passive
    ):
        if act.agent and made.kind(act.agent) == "Agency" and made.text.startswith(", ", refs[0].end):
            made.rule = f"MANAGES under, {act.verb}"
            made.add(act.agent, "MANAGES", refs[0].entity, act.status, *act.clause, cue="under")
