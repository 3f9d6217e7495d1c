"""Resolving English names: which thing each candidate means, office-holders as their bodies, short forms, the Secretary, the fund."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from graph import evidence, ids, ontology
from ingest import scene
from ingest.english import chinese, names, outline, vocabulary
from ingest.english.names import Name
from ingest.find import words
from ingest.reference import tables

_POLICY_GENRES = frozenset(("regulation", "plan", "measures", "opinions", "notice", "approval"))
_ACRONYM = re.compile(r" \((?:the |hereafter |hereinafter )?[“\"]?(?P<short>[A-Z][\w&+-]{1,14})[”\"]?\)")
_REFERRED = re.compile(
    r"[(,] ?(?:herein)?(?:after )?referred to (?:in this \w+ )?as (?:the )?[“\"](?P<short>[^”\"\n]{2,60})[”\"]"
)
_MEANS = re.compile(r"[Tt]he term [“\"](?P<short>[A-Z][^”\"\n]{2,40})[”\"] means (?:the )?")
_OR_KNOWN = re.compile(r"known as the [“\"](?P<one>[^”\"\n]{4,90})[”\"] or the [“\"](?P<two>[^”\"\n]{4,90})[”\"]")
_OFFICERS = frozenset("secretary director administrator minister commissioner governor".split())
_LOWER = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?P<head>fund|program|programme|initiative|scheme|pilot|centre|center|hub|network|facility|department|ministry|"
    r"agency|zone|park|partnership|competition|platform|commission|accelerator|university|institute|council|task force|committee)\b(?! of\b)"
)
_REACH = 1500
# Before a name that begins its sentence: a line's start with its label, or the end of the sentence before.
_SENTENCE_OPENS = re.compile(r"(?:^|\n|[.;] )(?: *\(\w{1,4}\) )?(?:The |Each |This )?$")


@dataclass
class Draft:
    """An entity in the making."""

    type: str
    name: str
    head: str = ""
    refs: dict[tuple[int, int], str] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    props: dict[str, evidence.Scalar] = field(default_factory=dict)


@cache
def _chapters() -> dict[str, str]:
    """title/chapter/word of the United States Code → the body that the bare word means there."""
    return {row["title/chapter/word"]: row["body"] for row in tables.rows("us_code_chapters")}


@cache
def _prefixes() -> re.Pattern[str]:
    listed = words.any_of(map(re.escape, words.lexicon("english")["prefixes"]))
    return re.compile(rf"^(?:(?:the|{listed})(?:[’']s)? )+", re.IGNORECASE)


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    table = words.lexicon("english")["offices"]
    return tuple(sorted(table.items(), key=lambda row: -len(row[0])))


def body_of(name: str) -> str:
    """The body that an office-holder's name stands for: Secretary of Commerce → Department of Commerce."""
    for office, body in _offices():
        if name.startswith(office + " "):
            return str(body).format(name[len(office) + 1 :])
    return name


def _key(name: str) -> str:
    """What makes two names one: no article, no country before a body, the last word singular, any case."""
    bare = _prefixes().sub("", name)
    parts = re.sub(r"[“”\"’']", "", bare).lower().split()
    return " ".join([*parts[:-1], vocabulary.singular(parts[-1])]) if parts else name.lower()


def resolve(shadow: scene.Shadow) -> scene.Scene:
    """The scene of an English document."""
    return _Resolver(shadow, outline.outline(shadow)).run()


class _Resolver:
    """Passes in order: named things, own title, short forms, bare heads, then who signs."""

    def __init__(self, shadow: scene.Shadow, view: scene.Outline) -> None:
        self.shadow, self.view, self.text = shadow, view, shadow.text
        code, chapter = outline.CODE.search(self.text[:2000]), outline.CHAPTER.search(self.text[:2000])
        self.code = (code["title"] if code else "", chapter["chapter"] if chapter else "")
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.bound: dict[str, Draft] = {}
        self.scoped: list[tuple[int, str, Draft, bool]] = []
        self.own: Draft | None = None
        pieces = sorted(
            [*((s.start, s.end) for s in view.sentences), *([view.title] if view.title else []), *view.signers]
        )
        self.found = names.find(self.text, pieces, self.code[0])

    def run(self) -> scene.Scene:
        for name in self.found:
            if not name.bare:
                self._take(name)
        self._own_policy()
        self._own_thing()
        self._short_forms()
        self._merge_tails()
        self._bare_heads()
        return self._scene()

    # -- names -----------------------------------------------------------------------------------------------

    def _draft(self, kind: str, key: str, name: str, head: str = "") -> Draft:
        return self.drafts.setdefault((kind, key), Draft(kind, name, head))

    def _take(self, name: Name) -> None:
        if name.number:
            draft = self._draft("Policy", name.number.lower(), name.number, name.head)
            draft.props["doc_no"] = name.number
            reason = f"a reference to {name.number}"
        elif name.type == "Region":
            draft = self._draft("Region", name.key or _key(name.text), name.key or name.text)
            draft.props.update({k: v for k, v in (("code", name.code), ("level", name.level)) if v})
            reason = "gazetteer"
        elif name.type == "TargetGroup":
            draft, reason = self._draft("TargetGroup", name.key, name.key), "a class that the text helps"
        else:
            full = name.key or (_prefixes().sub("", name.text) if name.type == "Agency" else name.text)
            body = body_of(full) if name.type == "Agency" else full
            draft = self._draft(name.type, _key(body), body, name.head)
            reason = (
                f"{name.text}: the head of this body"
                if body != full
                else f"a name with the head {name.head or name.text}"
            )
            if body != full:
                draft.aliases.add(full)
        draft.refs.setdefault((name.start, name.end), reason)

    def _own_policy(self) -> None:
        """The policy that the document itself is, under its title and number; this Act and this section mean it."""
        if self.view.title is None or self.view.doc_type not in _POLICY_GENRES:
            return
        start, end = self.view.title
        named = [n for n in self.found if n.type == "Policy" and n.start == start and not n.bare and n.end < end]
        end = named[0].end if named else end
        title = self.text[start:end].lstrip("§ ")
        section = re.match(r"[\w–-]{1,14}\. (.+)", title) if self.code[0] else None
        number = self.view.number
        name = f"{number} {section[1]}" if section and number else title
        draft = self._draft(
            "Policy",
            (number or _key(name)).lower(),
            name,
            "" if section else vocabulary.singular(title.lower().split()[-1]),
        )
        draft.name = name
        draft.props["self"] = True
        if number:
            draft.props["doc_no"] = number
        draft.refs[(start, end)] = "title of the document"
        for found in self.found:
            if found.head == "own":
                draft.refs[(found.start, found.end)] = f"{found.text}: the document itself"
        self.own = draft

    def _own_thing(self) -> None:
        """What a statute's heading names in lower case (Regional clean hydrogen hubs) is a thing of the text."""
        if self.view.title is None or not self.code[0]:
            return
        start, end = self.view.title
        match = re.match(r"§ *[\w–-]{1,14}\. (?P<name>.+)", self.text[start:end])
        listed = match["name"].split() if match else []
        kind, head = vocabulary.kind_of(listed)
        if (
            match is None
            or kind not in ("Platform", "Programme", "Fund", "Mechanism")
            or any(w[0].isupper() for w in listed[1:])
        ):
            return
        draft = self._draft(kind, _key(match["name"]), match["name"], head)
        stem = re.escape(" ".join([*listed[:-1], vocabulary.singular(listed[-1])]))
        for hit in re.finditer(rf"\b{stem.removesuffix('y')}(?:y|ies|e?s)?\b", self.text[end:], re.IGNORECASE):
            draft.refs.setdefault((end + hit.start(), end + hit.end()), "the thing that the heading names")
        draft.refs.setdefault((start + match.start("name"), end), "named in the heading")

    # -- short forms -----------------------------------------------------------------------------------------

    def _ending(self, at: int) -> Draft | None:
        """The longest thing whose name ends right there."""
        fits = [(s, d) for d in self.drafts.values() for s, e in d.refs if e == at]
        return min(fits, key=lambda f: f[0])[1] if fits else None

    def _starting(self, at: int) -> Draft | None:
        fits = [(e, d) for d in self.drafts.values() for s, e in d.refs if s == at]
        return max(fits, key=lambda f: f[0])[1] if fits else None

    def _short_forms(self) -> None:
        """X (ABC), referred to as “ABC”, the term “ABC” means X, known as the “A” or the “B”."""
        for match in _ACRONYM.finditer(self.text):
            self._bind(match["short"], self._ending(match.start()))
        for match in _REFERRED.finditer(self.text):
            meant = self._ending(match.start()) or self._ending(match.start() - 1)
            if meant is not None and match["short"].islower():
                self.scoped.append((match.end(), match["short"], meant, "subsection" in match[0]))
            self._bind(match["short"], meant)
        for match in _MEANS.finditer(self.text):
            self._bind(match["short"], self._starting(match.end()))
        for match in _OR_KNOWN.finditer(self.text):
            one, two = self._starting(match.start("one")), self._starting(match.start("two"))
            if one is not None and two is not None and one is not two and one.type == two.type:
                self._merge(two, one)

    def _bind(self, short: str, draft: Draft | None) -> None:
        if draft is None or draft.type in ("Region", "TargetGroup"):
            return
        self.bound[short.lower()] = draft
        if short.lower() in vocabulary.heads():
            return
        draft.aliases.add(short)
        for hit in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w])", self.text):
            other = next((d for d in self.drafts.values() if (hit.start(), hit.end()) in d.refs), None)
            if other is not None and other is not draft:
                self._merge(other, draft)
            draft.refs.setdefault((hit.start(), hit.end()), f"{short}: short for {draft.name}")

    def _merge(self, gone: Draft, kept: Draft) -> None:
        for key in [k for k, d in self.drafts.items() if d is gone]:
            self.drafts[key] = kept
        kept.refs.update({at: reason for at, reason in gone.refs.items() if at not in kept.refs})
        kept.aliases |= {gone.name, *gone.aliases}
        self.bound = {k: kept if d is gone else d for k, d in self.bound.items()}

    def _merge_tails(self) -> None:
        """A shorter name that is the tail of exactly one longer name of its kind means that one."""
        listed = {id(d): d for d in self.drafts.values() if d.type not in ("Region", "TargetGroup", "Person", "Policy")}
        keys = {i: _key(d.name) for i, d in listed.items()}
        for i, draft in listed.items():
            if len(keys[i].split()) < 2:
                continue
            longer = [d for j, d in listed.items() if d.type == draft.type and keys[j].endswith(" " + keys[i])
                      and not _divided(d.name, draft.name) and _plural(draft.name) <= _plural(d.name)]  # fmt: skip
            if len(longer) == 1:
                self._merge(draft, longer[0])

    # -- bare heads ------------------------------------------------------------------------------------------

    def _bare_heads(self) -> None:
        places = [(n.start, n.end, n.head, n.text) for n in self.found if n.bare and n.head != "own"]
        places += [(*m.span("head"), m["head"], m["head"]) for s in self.view.sentences
                   for m in _LOWER.finditer(self.text, s.start, s.end)]  # fmt: skip
        taken = [(s, e) for d in self.drafts.values() for s, e in d.refs]
        covered = _cover(len(self.text), taken)
        starts = sorted((s, e, id(d)) for d in self._unique() for s, e in d.refs)
        things = {id(d): d for d in self._unique()}
        for start, end, head, word in sorted(places):
            if covered[start]:
                continue
            draft, why = self._meant(start, head, word, starts, things)
            if draft is not None:
                draft.refs.setdefault((start, end), why)

    def _meant(
        self, at: int, head: str, word: str, starts: list[tuple[int, int, int]], things: dict[int, Draft]
    ) -> tuple[Draft | None, str]:
        if word[0].isupper() and head in self.bound:
            return self.bound[head], f"{word}: defined in the text"
        if scoped := self._in_scope(at, head):
            return scoped, f"{word}: what the text calls so from here on"
        body = _chapters().get("/".join((*self.code, word))) if word[0].isupper() else None
        if body:
            return self._draft("Agency", _key(body), body), f"{word}: what the word means in this chapter of the Code"
        if head in _OFFICERS:
            return self._officer(head, word)
        low, high = bisect_left(starts, (at - _REACH, 0, 0)), bisect_left(starts, (at, 0, 0))
        placed = ((s, things[i]) for s, _e, i in reversed(starts[low:high]))
        near = [(s, draft) for s, draft in placed if draft.head.split()[-1:] == [head]]
        nearest = self._topic(at, near) or (near[0][1] if near else None)
        if nearest is not None:
            return nearest, f"{word}: the nearest {head} named before"
        if word == "Government":
            return self._draft("Agency", "government", word, head), f"{word}: the government that the text speaks of"
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
        titled = [
            d for d in self._unique() if d.type == "Agency" and any(a.lower().startswith(head) for a in d.aliases)
        ]
        if head == "secretary" and not titled:
            titled = [d for d in self._unique() if d.type == "Agency" and d.head == "department"]
        if len(titled) == 1:
            return titled[0], f"{word}: the only body in the text that it can head"
        return self._draft("Agency", head, word, head), f"{word}: an office whose body the text does not name"

    # -- scene -----------------------------------------------------------------------------------------------

    def _unique(self) -> list[Draft]:
        return list({id(d): d for d in self.drafts.values()}.values())

    def _scene(self) -> scene.Scene:
        entities: dict[str, evidence.Entity] = {}
        refs: list[scene.Ref] = []
        of: dict[int, str] = {}
        for draft in self._unique():
            entity = self._entity(draft)
            if not entity.mentions or entity.id in entities:
                continue
            entities[entity.id] = entity
            of[id(draft)] = entity.id
            refs += [scene.Ref(s, e, entity.id, draft.type, why) for (s, e), why in draft.refs.items()]
        refs.sort(key=lambda r: (r.start, -r.end, r.type))
        author = self._author(refs)
        return scene.Scene(self.shadow, self.view, entities, tuple(refs), author)

    def _entity(self, draft: Draft) -> evidence.Entity:
        spans = [(self.shadow.span(s, e), why) for (s, e), why in sorted(draft.refs.items())]
        mentions = tuple({(m.start, m.end): evidence.Mention(m, why) for m, why in spans}.values())
        name = " ".join(draft.name.split())
        chinese_name = self._chinese(draft.type, name)
        if chinese_name:
            draft.props["name_zh"] = chinese_name
        aliases = tuple(sorted(draft.aliases - {name}))
        return evidence.Entity(
            ids.node(draft.type, name), draft.type, name, aliases, mentions, tuple(sorted(draft.props.items()))
        )

    def _chinese(self, kind: str, name: str) -> str:
        """The Chinese name, in a text that speaks of China: other countries have a Ministry of Finance too."""
        if not any(re.fullmatch(r"\d{6}", str(d.props.get("code", ""))) for d in self._unique()):
            return ""
        if kind == "Agency":
            return chinese.body(name)
        return chinese.zone(name) if kind in ontology.load().zones else ""

    def _author(self, refs: list[scene.Ref]) -> str | None:
        """Who speaks: the publisher's line, a letterhead, the title's first words, who announces, a statute's Congress."""
        bodies = [r for r in refs if r.type in ("Agency", "Organization")]
        for start, end in self.view.signers:
            inside = [r for r in bodies if start <= r.start and r.end <= end]
            if inside:
                return inside[0].entity
        title = self.view.title or (0, 0)
        if self.view.doc_type == "news" and (announcer := self._announcer(bodies, title[1])):
            return announcer
        heads = [r for r in bodies if r.start < title[1] + 200 and self._letterhead(r, title)]
        if heads:
            return heads[0].entity
        announcer = self._announcer(bodies, title[1])
        if announcer or not self.code[0]:
            return announcer
        return next((r.entity for r in bodies if self.text[r.start : r.end] == "Congress"), None)

    def _announcer(self, bodies: list[scene.Ref], after: int) -> str | None:
        """The first body in the opening that announces, launches, publishes or awards."""
        announcing = re.compile(
            r"(?: \([^)]{1,40}\))?,?(?: has| have)?(?: today)? (?:announce|launch|publish|unveil|award|release|issue)"
        )
        opening = (r for r in bodies if after <= r.start < after + 700)
        return next((r.entity for r in opening if announcing.match(self.text, r.end)), None)

    def _letterhead(self, ref: scene.Ref, title: tuple[int, int]) -> bool:
        line_start = self.text.rfind("\n", 0, ref.start) + 1
        line_end = self.text.find("\n", ref.end)
        alone = ref.start - line_start <= 6 and (line_end < 0 or line_end - ref.end <= 4)
        return alone or (title[0] <= ref.start <= title[0] + 6)


def _plural(name: str) -> bool:
    last = name.split()[-1].lower()
    return vocabulary.singular(last) != last


def _divided(longer: str, shorter: str) -> bool:
    """Office of X is no tail of … Department Office of X where 'of' stands before: Bank of A and A are two."""
    before = longer[: len(longer) - len(shorter)].rstrip().lower()
    return before.endswith((" of", " for", " and", " on", " of the", ","))


def _cover(length: int, spans: list[tuple[int, int]]) -> bytearray:
    covered = bytearray(length + 1)
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered
