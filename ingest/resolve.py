"""Resolving: which thing each candidate means, its fullest name, and the readable reason.

Candidates of one meaning become one entity: same name, short and full form, number and title, 我厅 and the signer,
a bare 示范区 and the nearest fitting zone before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph import evidence, ids
from ingest import find, scene
from ingest.find import places, words
from ingest.find.kinds import Found

_ZONES = ("DemonstrationZone", "HighTechZone", "DevelopmentZone")


@dataclass
class Draft:
    """An entity in the making: names met, refs gathered."""

    type: str
    name: str
    names: set[str] = field(default_factory=set)
    refs: list[tuple[int, int, str]] = field(default_factory=list)
    props: dict[str, evidence.Scalar] = field(default_factory=dict)
    composed: set[str] = field(default_factory=set)

    def add(self, found: Found, reason: str) -> None:
        """Take a candidate in."""
        self.refs.append((found.start, found.end, reason))
        self.names.add(found.text)
        if found.composed:
            self.composed.add(found.composed)


@dataclass(frozen=True)
class Context:
    """Where the document speaks from: its province, its city or county (codes), and the signer's level."""

    province: str = ""
    municipal: str = ""
    county: str = ""
    level: str = ""

    def region(self, word: str) -> str:
        """The code that 省, 市, 区, 县 or 自治区 stands for in this document."""
        if word.endswith(("自治区", "省")):
            return self.province
        if word.endswith(("市", "州")):
            if self.municipal:
                return self.municipal
            return self.province if self.province[:2] in ("11", "12", "31", "50") else ""
        if word.endswith("区") and self.province[:2] in ("15", "45", "54", "64", "65") and self.level != "county":
            return self.province
        return self.county


def resolve(shadow: scene.Shadow, outline: scene.Outline) -> scene.Scene:
    """The scene of a document: its entities with every place that names them."""
    found = find.find(shadow.text)
    return Resolver(shadow, outline, found).run()


class Resolver:
    """Resolves one document in passes: regions and bodies, named things, short forms, then anaphors."""

    def __init__(self, shadow: scene.Shadow, outline: scene.Outline, found: list[Found]) -> None:
        self.shadow, self.outline, self.text = shadow, outline, shadow.text
        self.found = found
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.at: dict[tuple[int, int, str], Draft] = {}
        self.context = self._context()
        self.author: Draft | None = None
        self.proposal: Draft | None = None

    def run(self) -> scene.Scene:
        """All passes in order."""
        self._regions()
        self._bodies()
        self.author = self._author()
        self._texts()
        self._named()
        self._plain()
        self._merge_short()
        self._aliases()
        self._anaphors()
        self._own_policy()
        return self._scene()

    # -- context ---------------------------------------------------------------------------------------------

    def _context(self) -> Context:
        """From the signer's, the title's or the addressee's place, else the place named most."""
        zones = [*self.outline.signers, *([self.outline.title] if self.outline.title else [])]
        if self.outline.addressees:
            zones.append(self.outline.addressees)
        regions = [f for f in self.found if f.type == "Region" and f.place is not None]
        for start, end in zones:
            here = [f for f in regions if start <= f.start and f.end <= end and f.place and f.place.code]
            if here and here[0].place:
                return self._at(here[0].place)
        counts: dict[str, int] = {}
        for f in regions:
            if f.place and f.place.code and f.note != "ambiguous":
                counts[f.place.province] = counts.get(f.place.province, 0) + 1
        best = max(counts, key=lambda c: (counts[c], c), default="")
        national = any(f.head.startswith("国务院") for f in self.found if f.type == "Agency" and self._signed(f))
        return Context() if national else Context(province=best, level="provincial" if best else "")

    def _signed(self, f: Found) -> bool:
        return any(s <= f.start and f.end <= e for s, e in self.outline.signers)

    def _at(self, place: places.Place) -> Context:
        table = places.by_code()
        if place.level == "provincial":
            return Context(place.code, "", "", "provincial")
        if place.level == "municipal":
            return Context(place.province, place.code, "", "municipal")
        parent = table.get(place.parent)
        municipal = place.parent if parent is not None and parent.level == "municipal" else ""
        return Context(place.province, municipal, place.code, "county")

    # -- passes ----------------------------------------------------------------------------------------------

    def _draft(self, kind: str, name: str, key: str = "") -> Draft:
        return self.drafts.setdefault((kind, key or ids.fold_text(name)), Draft(kind, name))

    def _take(self, found: Found, draft: Draft, reason: str = "") -> None:
        draft.add(found, reason or found.reason)
        self.at[(found.start, found.end, found.type)] = draft

    def _region_draft(self, code: str) -> Draft | None:
        place = places.by_code().get(code)
        if place is None:
            return None
        draft = self._draft("Region", place.name, f"code:{code}")
        draft.props.update({"code": code, "level": place.level})
        return draft

    def _regions(self) -> None:
        near = frozenset(
            f.place.code for f in self.found if f.type == "Region" and f.place and f.place.level == "municipal"
        )
        for f in self.found:
            if f.type != "Region":
                continue
            if f.note == "pronoun":
                draft = self._region_draft(self.context.region(f.text[1:]))
                if draft:
                    self._take(f, draft, f"{f.text}: the region the document speaks from")
                continue
            place = f.place
            if f.note == "ambiguous":
                hit = next((h for h in places.find(f.text)), None)
                place = hit.choose(self.context.province, near) if hit else None
            if place is None:
                continue
            made = self._region_draft(place.code) if place.code else self._draft("Region", place.name)
            if made:
                self._take(f, made)

    def _bodies(self) -> None:
        for f in self.found:
            if f.type != "Agency" or f.bare:
                continue
            name = self._body_name(f)
            if name:
                draft = self._draft("Agency", name)
                self._take(f, draft)
                place = self._place_of(f)
                if place:
                    draft.props["region"] = place

    def _place_of(self, f: Found) -> str:
        """Code of the division that a body belongs to, empty for a national one."""
        inside = [
            r
            for r in self.found
            if r.type == "Region" and r.place and r.start >= f.start and r.end <= f.end and r.place.code
        ]
        if f.composed:
            inside = [r for r in self.found if r.type == "Region" and r.place and r.start == f.start]
        if inside and inside[-1].place:
            return inside[-1].place.code
        word = re.match(r"自治区|省|市|州|县|区", f.text)
        return self.context.region(word[0]) if word else ""

    def _body_name(self, f: Found) -> str:
        if f.note == "national":
            return self._national_name(f)
        if f.note == "branch":
            return ("中国" + f.text) if f.text.startswith("人民银行") else f.text
        text = f.composed or f.text
        if f.note == "管委会":
            return (
                re.sub(r"管委会$", "管理委员会", text)
                .replace("高新区", "高新技术产业开发区")
                .replace("经开区", "经济技术开发区")
                .replace("国家高新", "高新")
            )
        code = self._place_of(f)
        place = places.by_code().get(code)
        if place is None:
            return self._placeless(f)
        base = self._full_place(place)
        if f.note == "党委":
            return f"中国共产党{base}委员会"
        if f.note == "党委部门":
            return f"中共{base}委{self._office(f.head)}"
        return base + (f.head or text)

    @staticmethod
    def _office(head: str) -> str:
        functions = words.lexicon("bodies")["functions"]
        if head.endswith("办") and head[:-1] in functions:
            return f"{functions[head[:-1]]}委员会办公室"
        return head

    def _full_place(self, place: places.Place) -> str:
        """A county's body carries its city or municipality only where the document stands above it."""
        if place.level == "county" and place.province[:2] in ("11", "12", "31", "50"):
            return places.by_code()[place.province].name + place.name
        return place.name

    def _placeless(self, f: Found) -> str:
        ministries = words.lexicon("bodies")["ministries"]
        if f.head in ministries:
            return f.head
        if f.text == f.head and f.note in ("厅",) and self.context.province:
            return places.by_code()[self.context.province].name + f.head
        if f.note in ("委", "委员会") and not self.context.province:
            return "国家" + f.head
        if f.note in ("局", "委", "委员会") and (self.context.municipal or self.context.county):
            return places.by_code()[self.context.municipal or self.context.county].name + f.head
        return f.head if len(f.text) >= 4 else ""

    def _national_name(self, f: Found) -> str:
        local = f.text in (
            "林业局",
            "知识产权局",
            "医保局",
            "药监局",
            "旅游局",
            "海洋局",
            "邮政局",
            "国资委",
            "卫生健康委",
            "体育局",
        )
        if local and self.context.province:
            full = f.head.removeprefix("国务院").removeprefix("国家")
            return places.by_code()[self.context.municipal or self.context.province].name + full
        return f.head

    def _author(self) -> Draft | None:
        """The signer: an agency in the signature, else in the title's beginning, else by the number's stem."""
        for start, end in [*self.outline.signers, *([self.outline.title] if self.outline.title else [])]:
            for (s, e, kind), draft in sorted(self.at.items(), key=lambda item: (item[0][0], -item[0][1])):
                if kind == "Agency" and start <= s and e <= end and s - start <= 2:
                    return draft
        match = re.search(r"(?:发布机构|发文机关|来源|发布单位|发文单位)[：:\s]*", self.text[:1500])
        if match:
            for (s, _e, kind), draft in sorted(self.at.items(), key=lambda item: item[0][0]):
                if kind == "Agency" and 0 <= s - match.end() <= 3:
                    return draft
        return None

    def _texts(self) -> None:
        """Policies by title and number, proposals: a number in brackets right after a title is the title's own."""
        titled = [f for f in self.found if f.type in ("Policy", "Proposal") and not f.number]
        by_end = {f.end: f for f in titled}
        numbered: dict[tuple[int, int], Found] = {}
        for f in self.found:
            if f.type == "Policy" and f.number:
                before = f.start - 1
                while before > 0 and self.text[before] in "（(》 ，":
                    before -= 1
                owner = by_end.get(before + 1)
                if owner is not None and owner.type == "Policy" and "》" in self.text[before + 1 : f.start]:
                    numbered[(owner.start, owner.end)] = f
                    continue
                if self.outline.number_at == (f.start, f.end):
                    continue
                self._take(f, self._numbered(f.number, f.text))
        for f in titled:
            if f.type == "Proposal" or (self.outline.doc_type == "reply" and f.head in ("建议", "提案")):
                self._proposal(f)
                continue
            if self.outline.title and f.note == "unquoted" and self.outline.title[0] <= f.start < self.outline.title[1]:
                continue
            number = numbered.get((f.start, f.end))
            draft = self._draft("Policy", f.text)
            self._take(f, draft)
            if number is not None:
                draft.props["doc_no"] = number.number
                self._take(number, draft, "number after the title")
                self.drafts.setdefault(("Policy", ids.fold_text(number.number)), draft)
        for f in self.found:
            if f.type == "Proposal" and f.number:
                self._proposal(f)

    def _numbered(self, number: str, text: str) -> Draft:
        draft = self._draft("Policy", number)
        draft.props.setdefault("doc_no", number)
        draft.names.add(text)
        return draft

    def _proposal(self, f: Found) -> None:
        if self.outline.doc_type == "reply" and self.proposal is not None:
            draft = self.proposal
        else:
            draft = self._draft("Proposal", f.text)
            self.proposal = self.proposal or draft
        if f.number:
            draft.props["number"] = f.number
            draft.name = f.text if not re.match(r"第.*号$", f.text) else f.text + "建议"
        self._take(f, draft)

    def _named(self) -> None:
        """Zones, funds, programmes, platforms, mechanisms, policies by head, organisations, meetings, persons, groups."""
        for f in self.found:
            if f.type in ("Region", "Agency", "Proposal") or f.bare or (f.start, f.end, f.type) in self.at or f.number:
                continue
            if self._swallowed(f):
                continue
            name = self._full_name(f)
            if name:
                draft = self._draft(f.type, name)
                draft.names.add(f.text)
                self._take(f, draft)

    def _swallowed(self, f: Found) -> bool:
        """A name inside a longer name of a kind that does not nest: 科学院 inside an agency, 试点 inside a policy's head."""
        if f.type == "Organization" and any(
            o.type == "Agency" and o.start <= f.start and f.end <= o.end for o in self._near(f)
        ):
            return True
        title = self.outline.title
        if f.note == "unquoted" and title and title[0] <= f.start < title[1]:
            return True
        inside_title = any(o.type in ("Policy", "Proposal") and o.reason == "title in 《》" and o.start <= f.start and f.end <= o.end and o is not f
                           for o in self._near(f))  # fmt: skip
        if f.type == "Policy" and inside_title:
            return True
        if f.type == "TargetGroup" and inside_title:
            return True
        if f.type in ("Programme", "Mechanism", "Organization", "Fund", "Platform") and inside_title:
            return f.note == "unplaced"
        longer = [o for o in self._near(f) if o is not f and not o.bare and (o.end - o.start) > (f.end - f.start)]
        if f.type == "Programme" and any(o.type == "Fund" and o.end - f.end <= 4 for o in longer):
            return True
        return f.type == "Organization" and any(o.type == "Platform" and o.start == f.start for o in longer)

    def _near(self, f: Found) -> Iterable[Found]:
        return (o for o in self._window(f.start) if o.start <= f.start and o.end >= f.end)

    def _window(self, position: int) -> list[Found]:
        if not hasattr(self, "_sorted"):
            self._sorted = self.found
        from bisect import bisect_right

        if not hasattr(self, "_starts"):
            self._starts = [f.start for f in self.found]
        high = bisect_right(self._starts, position)
        return self.found[max(0, high - 30) : high]

    def _full_name(self, f: Found) -> str:
        name = f.composed or f.text
        if f.type == "TargetGroup":
            return f.composed
        if f.type == "Meeting":
            return self._meeting_name(name)
        if f.type == "HighTechZone":
            return self._high_tech(name)
        if f.type == "DevelopmentZone":
            name = re.sub(r"经开区$", "经济技术开发区", name)
        return self._expand(name)

    def _high_tech(self, name: str) -> str:
        """桂林国家高新区 → 桂林国家高新技术产业开发区; places lose 市."""
        name = re.sub(r"(?<=[一-鿿]{2})市(?=国家|高新)", "", name)
        name = re.sub(r"国家级高新", "国家高新", name)
        return re.sub(r"(?:高新区|高新技术开发区|高新产业开发区)$", "高新技术产业开发区", name)

    def _expand(self, name: str) -> str:
        """自治区X, 市X, 我市X: the level word gives way to the region's full name."""
        match = re.match(r"(?:我|本)?(自治区|省|市)(?!级|际|场|属|直)", name)
        place = places.by_code().get(self.context.region(match[1])) if match else None
        return place.name + name[match.end() :] if match and place else name

    def _meeting_name(self, name: str) -> str:
        if name.startswith("党的"):
            return name
        return self._expand(name)

    def _plain(self) -> None:
        """X专项 beside X专项资金 is the fund by its short name."""
        for (kind, key), draft in list(self.drafts.items()):
            if kind == "Programme" and ("Fund", key + "资金") in self.drafts:
                self._merge(draft, self.drafts[("Fund", key + "资金")])

    def _merge_short(self) -> None:
        """Short and long forms of one name: same head and the short one's characters in order inside one long name only."""
        for kind in {d.type for d in self.drafts.values()} - {"Region", "Agency", "Person", "TargetGroup", "Meeting"}:
            drafts = sorted(
                {id(d): d for d in self.drafts.values() if d.type == kind}.values(), key=lambda d: len(d.name)
            )
            for i, brief in enumerate(drafts):
                longer = [d for d in drafts[i + 1 :] if self._shortens(brief, d)]
                longer = [d for d in longer if not any(o is not d and self._shortens(d, o) for o in longer)]
                if len(longer) == 1:
                    self._merge(brief, longer[0])

    def _shortens(self, brief: Draft, full: Draft) -> bool:
        a, b = _core(brief.name), _core(full.name)
        if a == b:
            return True
        if brief.props.get("doc_no") and full.props.get("doc_no"):
            return False
        if brief.type == "Policy":
            return len(a) >= 8 and _inside(a, b) and len(a) >= 0.6 * len(b)
        if brief.type in _ZONES and a[-3:] != b[-3:]:
            return False
        if brief.type == "HighTechZone":
            return _inside(a.replace("国家", ""), b) and a[:2] == b[:2]
        if a[-2:] != b[-2:] and not b.startswith(a):
            return False
        places_a, places_b = self._placed(brief), self._placed(full)
        if places_a and places_b and not places_a <= places_b:
            return False
        level = re.compile(r"国家级|省级|市级|自治区级")
        if (level.search(a) is None) != (level.search(b) is None) and level.search(a):
            return False
        return (b.endswith(a) and len(a) >= 5) or (
            _inside(a, b) and len(a) >= 5 and (len(a) >= 0.6 * len(b) or bool(places_a))
        )

    def _placed(self, draft: Draft) -> set[str]:
        return {p.code for h in places.find(draft.name) for p in h.places[:1]}

    def _merge(self, brief: Draft, full: Draft) -> None:
        full.refs.extend((s, e, r + f"; short for {full.name}") for s, e, r in brief.refs)
        full.names |= brief.names
        full.composed |= brief.composed
        for name, value in brief.props.items():
            full.props.setdefault(name, value)
        for key, draft in list(self.drafts.items()):
            if draft is brief:
                self.drafts[key] = full
        for where, draft in list(self.at.items()):
            if draft is brief:
                self.at[where] = full

    def _aliases(self) -> None:
        """（以下简称“新区”） and 称之为“科技城20条”: the quoted word means the name before it."""
        for match in re.finditer(
            r"[（(](?:以下)?(?:统称|简称|下称)(?:为)?[：:]?[“\"]?([^”\"（）()]{2,16})[”\"]?[）)]", self.text
        ):
            owner = self._ending(match.start())
            if owner is None:
                continue
            nick = self.drafts.get((owner.type, ids.fold_text(match[1])))
            if nick is not None and nick is not owner:
                self._merge(nick, owner)
            for again in re.finditer(re.escape(match[1]), self.text):
                covered = any(
                    s <= again.start() and again.end() <= e and (e - s) > len(match[1]) for (s, e, _k) in self.at
                )
                if covered or again.start() < match.start(1):
                    continue
                owner.refs.append((again.start(), again.end(), f"short form given for {owner.name}"))
                owner.names.add(match[1])
        for match in re.finditer(r"(?:称之为|又称|被称为|即|简称)“([^”]{3,16})”", self.text):
            nick = self.at.get((match.start(1), match.end(1), "Policy"))
            before = [
                (s, d)
                for (s, e, k), d in self.at.items()
                if k == "Policy" and e < match.start() and match.start() - e < 60 and d is not nick
            ]
            if nick is not None and before:
                self._merge(nick, max(before, key=lambda p: p[0])[1])

    def _ending(self, position: int) -> Draft | None:
        ending = [(e - s, d) for (s, e, k), d in self.at.items() if e == position and k not in ("TargetGroup",)]
        return max(ending, key=lambda p: p[0])[1] if ending else None

    def _anaphors(self) -> None:
        """我厅, 该委, bare 示范区: the author, the last body named, the nearest fitting name before (or after, in titles)."""
        for f in self.found:
            if not f.bare or (f.start, f.end, f.type) in self.at:
                continue
            if f.note == "pronoun":
                self._pronoun(f)
            elif not any(
                (s, e) != (f.start, f.end) and s <= f.start and f.end <= e and k not in ("Policy", "Proposal")
                for (s, e, k) in self.at
                if s > f.start - 40
            ):
                self._bare(f)

    def _pronoun(self, f: Found) -> None:
        if f.text[0] in "我本":
            draft = self.author if self.author and self.author.name[-1] in "厅局会部府办室委行" else None
            draft = draft if f.text[-1] in "厅局委办部会院行" else None
        elif f.text[0] in "你贵":
            draft = self._addressee()
        elif f.text[0] == "该":
            draft = self._before(
                f.start, ("Agency",), lambda d: d.name.endswith({"委": "委员会"}.get(f.text[-1], f.text[-1]))
            )
        else:
            draft = None
        if draft is not None:
            self._take(f, draft, f"{f.text}: {draft.name}")

    def _addressee(self) -> Draft | None:
        if not self.outline.addressees:
            return None
        start, end = self.outline.addressees
        inside = sorted((s, d.name, d) for (s, e, k), d in self.at.items() if k == "Agency" and start <= s and e <= end)
        return inside[0][2] if inside else None

    def _before(self, position: int, kinds: tuple[str, ...], fits: Callable[[Draft], bool]) -> Draft | None:
        best = None
        for (_s, e, k), d in self.at.items():
            if k in kinds and e <= position and fits(d) and (best is None or e > best[0]):
                best = (e, d)
        return best[1] if best else None

    def _bare(self, f: Found) -> None:
        if (f.type == "Programme" or f.note == "class") and not (f.note == "class" and f.type in _ZONES):
            return
        core = re.sub(r"^(?:国家级?|省级|自治区级?)", "", f.text)
        kinds = _ZONES if f.type in _ZONES else (f.type,)
        if f.note == "class" and f.type == "HighTechZone":
            return
        draft = self._before(
            f.start, kinds, lambda d: _core(d.name).endswith(_core(core)) or any(n.endswith(core) for n in d.names)
        )
        if draft is None and f.type in _ZONES:
            after = [
                (s, d)
                for (s, _e, k), d in self.at.items()
                if k in kinds and s > f.start and any(n.endswith(core) for n in d.names)
            ]
            names = {id(d) for _s, d in after}
            draft = after[0][1] if len(names) == 1 else None
        if draft is not None:
            self._take(f, draft, f"{f.text}: nearest fitting name before, {draft.name}")

    def _own_policy(self) -> None:
        """A policy text is the document and a policy; what it issues (印发《…》) is the policy meant."""
        self.self_policy: Draft | None = None
        if self.outline.doc_type in ("reply", "news", "explainer", "other", "list", "report") or not self.outline.title:
            return
        start, end = self.outline.title
        title = re.sub(r"\s", "", self.text[start:end])
        issued = re.search(r"(?:印发|发布|公布)《?(.{4,}?)》?的(?:通知|公告)$", title)
        name = issued[1] if issued else title
        draft = self._draft("Policy", name)
        draft.props["self"] = True
        if self.outline.number:
            draft.props.setdefault("doc_no", self.outline.number)
        draft.refs.append((start, end, "title of the document"))
        self.self_policy = draft

    # -- scene -----------------------------------------------------------------------------------------------

    def _scene(self) -> scene.Scene:
        drafts = list({id(d): d for d in self.drafts.values() if d.refs}.values())
        entities, refs, names = {}, [], {}
        for draft in drafts:
            entity = self._entity(draft)
            while entity.id in entities:
                entity = evidence.Entity(
                    entity.id + "'", entity.type, entity.name, entity.aliases, entity.mentions, entity.properties
                )
            entities[entity.id] = entity
            names[id(draft)] = entity.id
            refs += [
                scene.Ref(s, e, entity.id, draft.type, r)
                for s, e, r in {(s, e): (s, e, r) for s, e, r in draft.refs}.values()
            ]
        refs.sort(key=lambda r: (r.start, -r.end, r.type))
        author = names.get(id(self.author)) if self.author else None
        return scene.Scene(self.shadow, self.outline, entities, tuple(refs), author, self._voices(refs))

    def _voices(self, refs: list[scene.Ref]) -> dict[int, str]:
        voices = {}
        for section in self.outline.sections:
            if section.voice:
                inside = [
                    r for r in refs if r.type == "Agency" and section.voice[0] <= r.start and r.end <= section.voice[1]
                ]
                if inside:
                    voices[section.index] = inside[-1].entity
        return voices

    def _entity(self, draft: Draft) -> evidence.Entity:
        name = self._best(draft)
        mentions = {}
        for start, end, reason in draft.refs:
            span = self.shadow.span(start, end)
            mentions[(span.start, span.end)] = evidence.Mention(span, reason)
        aliases = tuple(sorted({n for n in draft.composed | {draft.name} if n != name and len(n) > 1}))
        ordered = tuple(mentions[k] for k in sorted(mentions))
        return evidence.Entity(
            ids.node(draft.type, name), draft.type, name, aliases, ordered, tuple(sorted(draft.props.items()))
        )

    @staticmethod
    def _best(draft: Draft) -> str:
        return draft.name


_CORE = re.compile(
    r"[《》“”\"（）()·\s]|关于|的(?=若干|通知|意见|办法|请示)|(?<=[一-鿿]{2})市(?=国家|可持续|高新|建设)|建设(?=国家)"
)


def _core(name: str) -> str:
    """The letters of a name that distinguish it."""
    return _CORE.sub("", name).replace("科创", "科技创新").replace("高新区", "高新技术产业开发区")


def _inside(short: str, long: str) -> bool:
    """Whether the characters of the short form stand in the long one in order."""
    position = 0
    for char in short:
        position = long.find(char, position) + 1
        if position == 0:
            return False
    return True
