"""Resolving English names: which thing each candidate means, office-holders as their bodies, short forms, the Secretary, the fund."""

from __future__ import annotations

import re

from graph import evidence, ids, ontology
from ingest import scene
from ingest.english import author, chinese, names, outline, vocabulary
from ingest.english.bare import BareHeads, Scope
from ingest.english.candidates import Name
from ingest.english.drafts import Draft, Drafts, body_of, key_of, without_prefix

_POLICY_GENRES = frozenset(("regulation", "plan", "measures", "opinions", "notice", "approval"))
_ACRONYM = re.compile(r" \((?:the |hereafter |hereinafter )?[“\"]?(?P<short>[A-Z][\w&+-]{1,14})[”\"]?\)")
_REFERRED = re.compile(
    r"[(,] ?(?:herein)?(?:after )?referred to (?:in this \w+ )?as (?:the )?[“\"](?P<short>[^”\"\n]{2,60})[”\"]"
)
_MEANS = re.compile(r"[Tt]he term [“\"](?P<short>[A-Z][^”\"\n]{2,40})[”\"] means (?:the )?")
_OR_KNOWN = re.compile(r"known as the [“\"](?P<one>[^”\"\n]{4,90})[”\"] or the [“\"](?P<two>[^”\"\n]{4,90})[”\"]")


def resolve(shadow: scene.Shadow) -> scene.Scene:
    """The scene of an English document."""
    return _Resolver(shadow, outline.outline(shadow)).run()


class _Resolver:
    """Passes in order: named things, own title, short forms, bare heads, then who signs."""

    def __init__(self, shadow: scene.Shadow, view: scene.Outline) -> None:
        self.shadow, self.view, self.text = shadow, view, shadow.text
        code, chapter = outline.CODE.search(self.text[:2000]), outline.CHAPTER.search(self.text[:2000])
        self.code = (code["title"] if code else "", chapter["chapter"] if chapter else "")
        self.drafts = Drafts(self.text)
        self.scoped: list[Scope] = []
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
        self.drafts.merge_tails()
        self.drafts.merge_zones()
        BareHeads(self.drafts, self.view, self.code, self.scoped).settle(self.found)
        return self._scene()

    # -- names -----------------------------------------------------------------------------------------------

    def _take(self, name: Name) -> None:
        if name.number:
            draft = self.drafts.get("Policy", name.number.lower(), name.number, name.head)
            draft.props["doc_no"] = name.number
            reason = f"a reference to {name.number}"
        elif name.type == "Region":
            draft = self.drafts.get("Region", name.key or key_of(name.text), name.key or name.text)
            draft.props.update({k: v for k, v in (("code", name.code), ("level", name.level)) if v})
            reason = "gazetteer"
        elif name.type == "TargetGroup":
            draft, reason = self.drafts.get("TargetGroup", name.key, name.key), "a class that the text helps"
        else:
            full = name.key or (without_prefix(name.text) if name.type == "Agency" else name.text)
            body = body_of(full) if name.type == "Agency" else full
            draft = self.drafts.get(name.type, key_of(body), body, name.head)
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
        draft = self.drafts.get(
            "Policy",
            (number or key_of(name)).lower(),
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
        draft = self.drafts.get(kind, key_of(match["name"]), match["name"], head)
        stem = re.escape(" ".join([*listed[:-1], vocabulary.singular(listed[-1])]))
        for hit in re.finditer(rf"\b{stem.removesuffix('y')}(?:y|ies|e?s)?\b", self.text[end:], re.IGNORECASE):
            draft.refs.setdefault((end + hit.start(), end + hit.end()), "the thing that the heading names")
        draft.refs.setdefault((start + match.start("name"), end), "named in the heading")

    # -- short forms -----------------------------------------------------------------------------------------

    def _short_forms(self) -> None:
        """X (ABC), referred to as “ABC”, the term “ABC” means X, known as the “A” or the “B”."""
        for match in _ACRONYM.finditer(self.text):
            self.drafts.bind(match["short"], self.drafts.ending(match.start()))
        for match in _REFERRED.finditer(self.text):
            meant = self.drafts.ending(match.start()) or self.drafts.ending(match.start() - 1)
            if meant is not None and match["short"].islower():
                self.scoped.append((match.end(), match["short"], meant, "subsection" in match[0]))
            self.drafts.bind(match["short"], meant)
        for match in _MEANS.finditer(self.text):
            self.drafts.bind(match["short"], self.drafts.starting(match.end()))
        for match in _OR_KNOWN.finditer(self.text):
            one, two = self.drafts.starting(match.start("one")), self.drafts.starting(match.start("two"))
            if one is not None and two is not None and one is not two and one.type == two.type:
                self.drafts.merge(two, one)

    # -- scene -----------------------------------------------------------------------------------------------

    def _scene(self) -> scene.Scene:
        entities: dict[str, evidence.Entity] = {}
        refs: list[scene.Ref] = []
        # Chinese names only in a text that speaks of China: other countries have a Ministry of Finance too.
        of_china = any(re.fullmatch(r"\d{6}", str(d.props.get("code", ""))) for d in self.drafts)
        for draft in self.drafts:
            entity = self._entity(draft, of_china)
            if not entity.mentions or entity.id in entities:
                continue
            entities[entity.id] = entity
            refs += [scene.Ref(s, e, entity.id, draft.type, why) for (s, e), why in draft.refs.items()]
        refs.sort(key=lambda r: (r.start, -r.end, r.type))
        speaker = author.author(self.text, self.view, refs, bool(self.code[0]))
        return scene.Scene(self.shadow, self.view, entities, tuple(refs), speaker)

    def _entity(self, draft: Draft, of_china: bool) -> evidence.Entity:
        spans = [(self.shadow.span(s, e), why) for (s, e), why in sorted(draft.refs.items())]
        mentions = tuple({(m.start, m.end): evidence.Mention(m, why) for m, why in spans}.values())
        name = " ".join(draft.name.split())
        chinese_name = _chinese(draft.type, name) if of_china else ""
        if chinese_name:
            draft.props["name_zh"] = chinese_name
        aliases = tuple(sorted(draft.aliases - {name}))
        return evidence.Entity(
            ids.node(draft.type, name), draft.type, name, aliases, mentions, tuple(sorted(draft.props.items()))
        )


def _chinese(kind: str, name: str) -> str:
    """The Chinese name of a body or a zone."""
    if kind == "Agency":
        return chinese.body(name)
    return chinese.zone(name) if kind in ontology.load().zones else ""
