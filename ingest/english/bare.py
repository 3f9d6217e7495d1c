"""What a bare head means in an English text: the Secretary, the fund, the Center, by definition, chapter, scope or nearness."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ingest import scene
from ingest.english import vocabulary
from ingest.english.candidates import Name
from ingest.english.drafts import Draft, Drafts, key_of
from ingest.reference import tables

_LOWER = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:(?P<level>provincial|municipal|city) (?=government)|administrative |management |zone[’']s )?"
    r"(?P<head>government|city|province|document|plan|strategy|measures|policy|fund|program|programme|initiative|scheme|pilot|centre|center|hub|network|facility|department|ministry|"
    r"agency|zone|park|partnership|competition|platform|commission|accelerator|university|institute|council|task force|committee)\b(?! of\b)"
)
_REACH = 1500
# Before a name that begins its sentence: a line's start with its label, or the end of the sentence before.
_SENTENCE_OPENS = re.compile(r"(?:^|\n|[.;] )(?: *\(\w{1,4}\) )?(?:The |Each |This )?$")


@cache
def _chapters() -> dict[str, str]:
    """title/chapter/word of the United States Code → the body that the bare word means there."""
    return {row["title/chapter/word"]: row["body"] for row in tables.rows("us_code_chapters")}


_TEXTS = frozenset(("document", "plan", "strategy", "measures", "policy"))
_NEAR_TEXT = 320
_PLACES = {"city": "municipal", "province": "provincial"}
_LEVELS = {"provincial government": "provincial", "municipal government": "municipal", "city government": "municipal"}


def _said(match: re.Match[str]) -> tuple[int, int]:
    """From the level to the head: provincial government."""
    return (match.start("level") if match["level"] else match.start("head")), match.end("head")


Scope = tuple[int, str, Draft, bool]  # from where, which word, what it means, whether only in its subsection


class BareHeads:
    """Finds the heads that stand alone and says what each means. `code` is the title and chapter of the United States Code."""

    def __init__(self, drafts: Drafts, view: scene.Outline, code: tuple[str, str], scoped: list[Scope]) -> None:
        """Keep what the passes before have found."""
        self.drafts, self.view, self.code, self.scoped, self.text = drafts, view, code, scoped, drafts.text

    def settle(self, found: list[Name]) -> None:
        """Give every bare head of `found`, and every one in lower case, to what it means."""
        places = [(n.start, n.end, n.head, n.text) for n in found if n.bare and n.head != "own"]
        places += [(*_said(m), m["head"], f"{m['level']} government" if m["level"] else m["head"]) for s in self.view.sentences
                   for m in _LOWER.finditer(self.text, s.start, s.end)]  # fmt: skip
        things = list(self.drafts)
        starts = sorted((s, e, i) for i, d in enumerate(things) for s, e in d.refs)
        covered = _cover(len(self.text), [(s, e) for s, e, _i in starts])
        for start, end, head, word in sorted(places):
            if covered[start]:
                continue
            draft, why = self._meant(start, head, word, starts, things)
            if draft is not None:
                draft.refs.setdefault((start, end), why)

    def _text_of(self, at: int, word: str) -> Draft | None:
        """The plan: the last policy named in the lines right before, whose name ends so if one does."""
        near = [
            (s, d)
            for d in self.drafts
            if d.type == "Policy" and not d.props.get("doc_no")
            for s, e in d.refs
            if at - _NEAR_TEXT < s and e <= at
        ]
        same = [
            (s, d)
            for s, d in near
            if word == "document" or d.head.split()[-1:] == [word] or vocabulary.singular(word) in d.name.lower()
        ]
        return max(same, key=lambda row: row[0])[1] if same else None

    def _place(self, at: int, level: str) -> Draft | None:
        """The Chinese place of a level that is named last before `at`, outside the names of others if there is one."""
        named = [d for d in self.drafts if d.type == "Region" and d.props.get("level") == level and d.props.get("code")]
        placed = [(max(s for s, _e in d.refs if s < at), d) for d in named if any(s < at for s, _e in d.refs)]
        opening = min(named, key=lambda d: min(d.refs), default=None)
        if opening and len(opening.refs) * 2 > sum(len(d.refs) for d in named):
            return opening
        return max(placed, key=lambda p: p[0])[1] if placed else None

    def _government(self, at: int, level: str) -> tuple[Draft | None, str]:
        """The provincial government: that of the Chinese place of this level that is named last."""
        found = self._place(at, level)
        if found is None:
            return None, ""
        place = found.name
        region = "Autonomous Region" in place
        name = f"People's Government of {place}" if region else f"{place} {level.title()} People's Government"
        return self.drafts.get("Agency", key_of(name), name, "government"), f"the {level} government: that of {place}"

    def _meant(
        self, at: int, head: str, word: str, starts: list[tuple[int, int, int]], things: list[Draft]
    ) -> tuple[Draft | None, str]:
        if word[0].isupper() and head in self.drafts.bound:
            return self.drafts.bound[head], f"{word}: defined in the text"
        if scoped := self._in_scope(at, head):
            return scoped, f"{word}: what the text calls so from here on"
        body = _chapters().get("/".join((*self.code, word))) if word[0].isupper() else None
        if body:
            return self.drafts.get(
                "Agency", key_of(body), body
            ), f"{word}: what the word means in this chapter of the Code"
        if head in vocabulary.words_of("officers"):
            return self._officer(head, word)
        if word in _LEVELS:
            return self._government(at, _LEVELS[word])
        if word == "government":
            return None, ""
        if word in _TEXTS:
            return self._text_of(at, word), f"the {word}: the policy named last"
        if word in _PLACES:
            return self._place(at, _PLACES[word]), f"the {word}: the one named last"
        low, high = bisect_left(starts, (at - _REACH, 0, 0)), bisect_left(starts, (at, 0, 0))
        placed = ((s, things[i]) for s, _e, i in reversed(starts[low:high]))
        near = [(s, draft) for s, draft in placed if draft.head.split()[-1:] == [head]]
        nearest = self._topic(at, near) or (near[0][1] if near else None)
        if nearest is not None:
            return nearest, f"{word}: the nearest {head} named before"
        if word == "Government":
            return self.drafts.get(
                "Agency", "government", word, head
            ), f"{word}: the government that the text speaks of"
        return None, ""

    def _in_scope(self, at: int, head: str) -> Draft | None:
        """What the word was given to in the same section: a program … (referred to in this subsection as the “program”)."""
        given = next((row for row in reversed(self.scoped) if row[0] <= at and row[1] == head), None)
        if given is None or (given[3] and any(given[0] < s.start <= at and s.level == 1 for s in self.view.sections)):
            return None
        return given[2]

    def _topic(self, at: int, near: list[tuple[int, Draft]]) -> Draft | None:
        """At the beginning of its sentence a bare head goes on with what an earlier sentence began with."""
        if not _SENTENCE_OPENS.search(self.text, max(0, at - 40), at):
            return None
        return next((d for s, d in near if _SENTENCE_OPENS.search(self.text, max(0, s - 40), s)), None)

    def _officer(self, head: str, word: str) -> tuple[Draft | None, str]:
        """The Secretary: the one department whose secretary or whose name the text has; else the office itself."""
        if not word[0].isupper():
            return None, ""
        titled = [d for d in self.drafts if d.type == "Agency" and any(a.lower().startswith(head) for a in d.aliases)]
        if head == "secretary" and not titled:
            titled = [d for d in self.drafts if d.type == "Agency" and d.head == "department"]
        if titled:
            first = min(titled, key=lambda d: min(d.refs))
            return first, f"{word}: the first body in the text that it can head"
        return self.drafts.get("Agency", head, word, head), f"{word}: an office whose body the text does not name"


def _cover(length: int, spans: list[tuple[int, int]]) -> bytearray:
    covered = bytearray(length + 1)
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered
