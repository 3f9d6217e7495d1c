"""Turns of phrase that make a claim in English: with the approval of, with the support of, apply for, under the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_SUPPORTERS = frozenset(("Agency", "Fund", "Programme"))
_SUPPORTED = ZONES | {"Platform", "Project", "Programme", "Organization"}
_APPROVABLE = ZONES | {"Platform", "Project", "Policy", "Fund"}
_APPLICABLE = ZONES | {"Platform", "Programme", "Policy"}
# Who applies stands less than so many characters before the verb.
_NEAR = 30
# Support shall be given to the construction of the Platform
_GIVEN = re.compile(
    r"\b(?:[Ss]upport|[Ff]unding|[Ss]ubsidies|[Pp]riority) (?:shall|will|is to) be (?:given|provided|offered|granted) (?:to|for) (?:the )?"
    r"(?:(?:construction|development|establishment|building|operation|expansion) of (?:the )?)?"
)
# Hefei will apply to the Ministry for a pilot zone
_APPLIES = re.compile(
    r"\b(?P<will>will |plans? to |intends? to |aims? to )?(?:appl(?:y|ies|ied|ying)|bid|bids|bidding|strives?|striving)"
    r" (?:to (?:the )?[A-Z][^,.;]{3,80}? )?for (?:the (?:status|establishment|designation|creation) of )?(?:the |an? )?"
)
_UNDER = re.compile(r"(?:Under|Through|As part of) (?:the |its )?$")
_GIVING = frozenset(("award", "fund", "allocate", "grant", "invest", "select", "finance", "provide"))


def said(made: Maker, sentence: scene.Sentence, acts: Sequence[Act]) -> None:
    """What the turns of phrase of a sentence say."""
    refs = made.view.within(sentence.start, sentence.end, outer=True)
    if refs:
        _approved(made, sentence, refs)
        _supported(made, sentence, refs)
        _applied(made, sentence, refs)
        _given(made, sentence, refs)
        _under(made, sentence, refs[0], acts)


def _led_in(
    made: Maker, turn: re.Pattern[str], sentence: scene.Sentence, refs: Sequence[scene.Ref]
) -> Iterator[tuple[re.Match[str], scene.Ref]]:
    """Each place of a turn, with the name right behind it."""
    for match in turn.finditer(made.text, sentence.start, sentence.end):
        yield from ((match, ref) for ref in refs if ref.start == match.end())


def _approved(made: Maker, sentence: scene.Sentence, refs: Sequence[scene.Ref]) -> None:
    """Upgraded with the approval of the State Council: what the sentence is about is approved."""
    thing = next((r for r in refs if r.type in _APPROVABLE), None)
    made.rule = "APPROVED with the approval of"
    for match, body in _led_in(made, _APPROVAL, sentence, refs):
        if thing and body.type == "Agency":
            times = values.find_dates(made.text, match.end(), sentence.end)
            made.add(body.entity, "APPROVED", thing.entity, "done", sentence.start, sentence.end,
                     time=times[0].iso if times else "", cue=match[0].strip())  # fmt: skip


def _supported(made: Maker, sentence: scene.Sentence, refs: Sequence[scene.Ref]) -> None:
    """With the support of the Ministry, the Center was built: the Ministry helps what the sentence is about."""
    made.rule = "SUPPORTS with the support of"
    for match, giver in _led_in(made, _SUPPORT, sentence, refs):
        thing = next((r for r in refs if r.type in _SUPPORTED and r.entity != giver.entity), None)
        if thing and giver.type in _SUPPORTERS:
            made.add(giver.entity, "SUPPORTS", thing.entity, "done", sentence.start, sentence.end, cue=match[0].strip())


def _applied(made: Maker, sentence: scene.Sentence, refs: Sequence[scene.Ref]) -> None:
    """Hefei will apply for a pilot zone: the body or place right before it."""
    made.rule = "APPLIED_FOR apply for"
    for match, thing in _led_in(made, _APPLIES, sentence, refs):
        who = [r for r in refs if r.end <= match.start() and r.type in ("Agency", "Region")]
        if thing.type in _APPLICABLE and who and match.start() - who[-1].end < _NEAR:
            status: evidence.Status = "planned" if match["will"] else "requested"
            made.add(
                who[-1].entity,
                "APPLIED_FOR",
                thing.entity,
                status,
                sentence.start,
                sentence.end,
                cue=match[0].strip(),
            )


def _given(made: Maker, sentence: scene.Sentence, refs: Sequence[scene.Ref]) -> None:
    """What the text provides for, its author helps."""
    made.rule = "SUPPORTS shall be given"
    for match, thing in _led_in(made, _GIVEN, sentence, refs):
        made.add(
            made.view.author, "SUPPORTS", thing.entity, "planned", sentence.start, sentence.end, cue=match[0].strip()
        )


def _under(made: Maker, sentence: scene.Sentence, first: scene.Ref, acts: Sequence[Act]) -> None:
    """Under the Programme, the Bureau awarded …: the Bureau runs it."""
    if first.type not in ("Programme", "Fund") or not _UNDER.fullmatch(made.text, sentence.start, first.start):
        return
    for act in (
        a for a in acts if sentence.start <= a.start < sentence.end and a.verb in _GIVING and a.own and not a.passive
    ):
        if act.agent and made.kind(act.agent) == "Agency" and made.text.startswith(", ", first.end):
            made.rule = f"MANAGES under, {act.verb}"
            made.add(act.agent, "MANAGES", first.entity, act.status, *act.clause, cue="under")
