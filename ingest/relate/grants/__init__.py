"""Grants: sums of money that somebody gives, promises or plans, with fund, giver, beneficiary, year and projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph import evidence, ids
from ingest import clauses as parts
from ingest import scene, values
from ingest.clauses import purses
from ingest.relate.grants import columns, founded, givers, places, receivers, terms
from ingest.relate.grants.places import Place

_BACK = re.compile(r"(?:上述|该项?|前述|此项)(?:资金|经费|投资|基金|专项)")
_SOURCE = re.compile(r"(?:据|根据)([^，。；]{2,24}?)(?:统计|反馈|介绍|报告|测算|通报|初步统计)")
_RECEIVES = re.compile(r"(?:支持|资助|补助|奖励|下达|拨付|给予|对|向|给|为|与|和|安排|划拨)了?$")
_PAID = re.compile(
    r"(?:所需|上述|以上|奖补|补助|奖励)(?:资金|经费)[^，。；\n]{0,4}(?:从|在|由)[^，。；\n]{2,40}?(?:中|里)?(?:安排|列支|支出|解决|支付|统筹)"
)
_DRAWN = re.compile(
    r"(?:从|在)(?P<fund>[^，。；]{2,40}?)(?:中|里|内)(?:予以)?(?:列支|兑付|兑现|安排|支付|支出|拨付|解决|统筹)"
)
_PAYS_IN = re.compile(r"(?:已|将|首期|分别|各|再|另)*(?:出资|注资|认缴|承担|匹配|配套)[^，。；\d]{0,6}$")
_SHARE = re.compile(r"的?\d[\d.]*%")
_EACH = re.compile(r"[单每]个?$")
# A segment that begins so has a receiver of its own.
_NEW_RECEIVER = re.compile(r"[^，。；]{0,6}?(?:对|凡|支持|鼓励|给予|向)")
# In an account what follows is out of the sum of the sentence before: 研发项目：600万元。含揭榜项目2项200万元.
_SHARES = re.compile(r"其中|包含|包括|含")
_LONGEST = 150


def find_grants(
    view: scene.Scene, clauses: Sequence[parts.Clause] = (), document: str = ""
) -> tuple[evidence.Grant, ...]:
    """Every sum given, promised or planned. `clauses` bring agent and status; else the sentence's own cues do."""
    found: list[evidence.Grant] = []
    by_sentence: dict[int, list[parts.Clause]] = {}
    for clause in clauses:
        by_sentence.setdefault(clause.sentence, []).append(clause)
    reader = _Reader(view, document)
    for index, sentence in enumerate(view.outline.sentences):
        sums = values.find_amounts(view.shadow.text, sentence.start, sentence.end)
        if sums:
            found += reader.sentence(sentence, sums, by_sentence.get(index, []))
    found += columns.find(view, reader.document, reader.titled)
    return tuple(_once(_financed(view, found)))


def _financed(view: scene.Scene, found: list[evidence.Grant]) -> list[evidence.Grant]:
    """所需资金从X中安排 behind the promises of a paragraph names the fund of those that name none."""
    for paid in _PAID.finditer(view.shadow.text):
        funds = [r for r in view.within(paid.start(), paid.end()) if r.type == "Fund"]
        if not funds:
            continue
        begin, at = (view.shadow.origin[p] for p in (view.shadow.text.rfind("\n", 0, paid.start()) + 1, paid.start()))
        found = [
            replace(g, fund=funds[0].entity) if g.fund is None and begin <= g.quote.start < at else g for g in found
        ]
    return found


def _titled(view: scene.Scene, title: tuple[int, int]) -> list[str]:
    """The funds that the title names, by a mention there or by a name that stands in it."""
    named = dict.fromkeys(r.entity for r in view.within(*title) if r.type == "Fund")
    words = view.shadow.text[slice(*title)]
    known = [e.id for e in view.entities.values() if e.type == "Fund" and len(e.name) >= 6 and e.name in words]
    return list(named) or known


def _once(found: Iterable[evidence.Grant]) -> list[evidence.Grant]:
    """Two equal sums in one sentence get ids of their own by the order in which they stand."""
    seen: dict[str, int] = {}
    kept = []
    for grant in found:
        seen[grant.id] = seen.get(grant.id, 0) + 1
        kept.append(
            grant if seen[grant.id] == 1 else replace(grant, id=ids.statement("g", grant.id, str(seen[grant.id])))
        )
    return kept


# 甲、乙分别安排1亿元和2亿元, 甲、乙分得1亿元和2亿元.
_SHARED = ("分别", "分得", "分获", "各获")


class _Reader:
    """Reads the sums of one document in order; a part of a sum takes over what its whole has."""

    def __init__(self, view: scene.Scene, document: str) -> None:
        self.view, self.text = view, view.shadow.text
        title = view.outline.title
        # Without an id, number and title keep equal sentences of two documents apart.
        self.document = document or (view.outline.number or "") + (self.text[slice(*title)] if title else "")
        self.judge = places.Judge(view)
        self.provisions = self.judge.provisions
        # A policy about one fund (…专项资金管理办法, …补贴细则) gives out of it.
        titled = _titled(view, places.head(view))
        deals = self.provisions or self.judge.deals_out
        self.titled = titled[0] if len(titled) == 1 else None
        self.own_fund = self.titled if deals else None
        self.last_fund: str | None = None
        self.last: evidence.Grant | None = None

    def sentence(
        self, sentence: scene.Sentence, sums: list[values.Amount], clauses: list[parts.Clause]
    ) -> list[evidence.Grant]:
        """The grants of one sentence."""
        found: list[evidence.Grant] = []
        goes_on = self.judge.deals_out and _SHARES.match(self.text, sentence.start)
        before: evidence.Grant | None = self.last if goes_on else None
        row = [places.find(self.text, sentence, sums, i) for i in range(len(sums))]
        for i, place in enumerate(row):
            near = i == 0 or place.segment[0] <= sums[i - 1].start
            whole = before if before is not None and near else None
            part = whole is not None and self.judge.is_part(place)
            if not part and before is not None and self.judge.tier(place):
                part, whole = True, before
            if not part and not self.judge.given(place):
                before = None if not self.judge.threshold(place) else before
                continue
            if part and self.judge.measures(place):
                before = None
                continue
            clause = next((c for c in clauses if c.start <= place.sum.start < c.end), None)
            own = self.judge.behind(place)
            receiver = (
                own.entity if own else self._share(row, i) or self._receiver(place, whole if part else None, found)
            )
            before = self._grant(place, clause, whole if part else None, receiver)
            self.last, self.last_fund = before, before.fund or self.last_fund
            found.append(before)
        return found

    def _receiver(self, place: Place, whole: evidence.Grant | None, earlier: list[evidence.Grant]) -> str | None:
        """Named with the sum, else that of its whole, of the sum that 上述资金 means, or of the tier before (…；首次上市的，补助…)."""
        label = self.judge.label(place)
        if label:
            named = [r for r in self.view.within(*label) if r.type in receivers.NAMED or r.type == "TargetGroup"]
            return named[0].entity if named and self.text[named[0].start] not in "本我全" else None
        if founded.payer(self.view, place) and (into := founded.fed(self.view, place)):
            return into
        goes_on = place.lead > place.clause[0] and self.last
        found = receivers.find(self.view, place, place.lead if goes_on else place.segment[0], self.provisions)
        if found or whole:
            return found or (whole.beneficiary if whole else None)
        if self.last and _BACK.search(self.text, place.clause[0], place.sum.start):
            return self.last.beneficiary
        new = _NEW_RECEIVER.match(self.text, place.segment[0], place.sum.start)
        return earlier[-1].beneficiary if self.provisions and earlier and not new else self._named_in_own_fund(place)

    def _named_in_own_fund(self, place: Place) -> str | None:
        """人才租房补贴 is for 人才: the class in the name of the fund that the policy is about."""
        own = self.own_fund if self._fund(place) == self.own_fund else None
        named = [r for r in self.view.refs if own and r.entity == own]
        inside = (i for r in named for i in self.view.within(r.start, r.end) if i.type == "TargetGroup")
        return next((i.entity for i in inside), None)

    def _grant(
        self, place: Place, clause: parts.Clause | None, whole: evidence.Grant | None, beneficiary: str | None
    ) -> evidence.Grant:
        view, fund = self.view, self._fund(place) or (whole.fund if whole else None)
        kind = terms.kind(view, place, whole, self.provisions)
        standing = kind in ("rate", "ceiling") and not self.provisions
        year = None if standing else terms.year(view, place, self.provisions) or (whole.year if whole else None)
        status, cue = terms.status(view, place, clause, whole, (kind, year, self.provisions))
        quote = self._quote(place)
        return evidence.Grant(
            id=ids.statement("g", self.document, str(place.sum.value), beneficiary or "", fund or "", quote.text),
            amount=place.sum.value, status=status, quote=quote, fund=fund, agency=self._giver(place, clause, whole),
            beneficiary=beneficiary, currency=place.sum.currency, amount_from=place.sum.lower,
            unit=terms.unit(view, place) or (whole.unit if whole else None), year=year,
            projects=terms.projects(view, place) if kind in ("awarded", "size") else None, kind=kind, cue=cue,
            stated_by=self._source(place) or view.stated_by(place.sum.start),
        )  # fmt: skip

    def _share(self, places: list[Place], i: int) -> str | None:
        """成都、德阳、绵阳分别为1200万元、1300万元和1500万元: as many names as sums pair off."""
        chain = [j for j, p in enumerate(places) if p.clause == places[i].clause]
        at = max(self.text.rfind(word, places[i].clause[0], places[i].sum.start) for word in _SHARED)
        if at < 0 or len(chain) < 2:
            return None
        chain = [j for j in chain if places[j].sum.start > at]
        named = [r for r in self.view.within(places[i].clause[0], at, outer=True) if r.type in receivers.NAMED]
        return named[chain.index(i)].entity if len(named) == len(chain) else None

    def _fund(self, place: Place) -> str | None:
        """The nearest fund before the sum in its segment, else right after it; 上述资金 is the last one named.

        A bare 奖励 behind the sum is the gift, and a fund of which a share is taken (按国拨资金的10%) only its measure.
        """
        label = self.judge.label(place)
        if label:
            return next((r.entity for r in self.view.within(*label) if r.type == "Fund"), self.own_fund)
        if _BACK.search(self.text, place.clause[0], place.sum.start):
            named = [r for r in self.view.refs if r.type == "Fund" and r.end <= place.sum.start]
            return self.last_fund or (named[-1].entity if named else None)
        if payer := founded.payer(self.view, place):
            return payer
        after = [
            r for r in self.view.within(place.sum.end, place.clause[1]) if r.type == "Fund" and r.end - r.start > 2
        ]
        if after and after[0].start - place.sum.end <= 6:
            return after[0].entity
        if into := founded.find(self.view, place):
            return into
        before = [r for r in self.view.within(place.segment[0], place.sum.start) if r.type == "Fund"]
        before = [
            r
            for r in before
            if not _SHARE.match(self.text, r.end) and not _EACH.search(self.text[r.start - 2 : r.start])
        ]
        return before[-1].entity if before else self._drawn_on(place) or self._heads(place) or self.own_fund

    def _drawn_on(self, place: Place) -> str | None:
        """给予10万元补贴，由A从F中列支: the fund that the money is drawn from."""
        drawn = _DRAWN.search(self.text, place.sum.end, place.segment[1])
        named = self.view.within(*drawn.span("fund"), outer=True) if drawn else []
        return next((r.entity for r in reversed(named) if r.type == "Fund"), None)

    def _heads(self, place: Place) -> str | None:
        """The one fund in the nearest heading above the sum: 第三章 科技创新券."""
        outline = self.view.outline
        for section in outline.ancestry(outline.sections[place.sentence.section]):
            if section.index and section.head_end - section.start <= 30 and section.head_end < place.sum.start:
                named = {r.entity for r in self.view.within(section.start, section.head_end) if r.type == "Fund"}
                if len(named) == 1:
                    return named.pop()
        return None

    def _agency(self, place: Place, clause: parts.Clause | None) -> str | None:
        """Who gives: a body before the verb; an unnamed purse (省级财政) is the speaker only if that keeps it."""
        lead = self.text[place.segment[0] : place.sum.start]
        spoken = self.view.speaker(place.sum.start)
        agent = clause.agent if clause else None
        acts = agent if agent and self.view.entities[agent].type == "Agency" else spoken
        if self.provisions:
            return acts
        if self._source(place) or (re.search("到位", lead) and "财政" not in lead) or place.sum.kind == "size":
            return None
        near = [r for r in self.view.within(place.clause[0], place.sum.start, outer=True) if r.type == "Agency"]
        near = [r for r in near if not _RECEIVES.search(self.text[max(place.clause[0], r.start - 4) : r.start])]
        if near:
            return near[-1].entity
        if re.search(r"财政(?!厅|局|部|所)", self.text[place.clause[0] : place.sum.start]):
            return spoken if spoken and "财政" in self.view.entities[spoken].name else None
        return acts

    def _giver(self, place: Place, clause: parts.Clause | None, whole: evidence.Grant | None) -> str | None:
        """其中A出资2亿元，B出资1亿元: the body right before the sum's own verb, none where it is no public one; else as before."""
        said = _PAYS_IN.search(self.text, place.lead, place.sum.start)
        near = self.view.within(place.lead, said.start(), outer=True) if said else []
        if said and near and near[-1].end == said.start() and near[-1].type in ("Agency", "Organization"):
            return near[-1].entity if near[-1].type == "Agency" else None
        told = givers.find(self.view, place) or purses.spending(self.view, place.clause[0], place.sum.start)
        return told or (whole.agency if whole else self._agency(place, clause))

    def _source(self, place: Place) -> str | None:
        """据某市统计: that city speaks."""
        said = _SOURCE.search(self.text, place.sentence.start, place.sum.start)
        if not said:
            return None
        refs = [r for r in self.view.within(*said.span(1)) if r.type in ("Agency", "Organization", "Region")]
        return refs[-1].entity if refs else None

    def _quote(self, place: Place) -> evidence.Span:
        """The segment that holds the sum; when that is long, the clauses next to the sum."""
        start, end = place.segment
        if end - start > _LONGEST:
            early = self.text.rfind("，", start, max(start, place.clause[0] - 1))
            near = max(early + 1, start) if place.sum.end - early <= _LONGEST else place.clause[0]
            start = near if place.sum.end - near <= _LONGEST else max(place.lead, place.sum.start - _LONGEST // 2)
            end = min(place.clause[1], place.sum.end + _LONGEST // 2)
        while end > start and self.text[end - 1] in "。；，\n ":
            end -= 1
        while start < end and self.text[start] in "，；、 \n":
            start += 1
        return self.view.shadow.span(start, end)
