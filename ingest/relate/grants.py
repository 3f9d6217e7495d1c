"""Grants: sums of money that somebody gives, promises or plans, with fund, giver, beneficiary, year and projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph import evidence, ids
from ingest import clauses as parts
from ingest import scene, values
from ingest.clauses import status
from ingest.find import words

_ZONES = ("DemonstrationZone", "HighTechZone", "DevelopmentZone")
_NAMED = frozenset((*_ZONES, "Region", "Organization", "Platform", "Project"))
_TOPICS = frozenset((*_ZONES, "Organization", "Platform", "Project"))
_JOINERS = re.compile(r"(?:[/／][一-鿿]{1,3})?[、，和及与或]{0,2}(?:分别|各)?(?:为|是|最高)?")
# What a list of sums leaves when the sums are taken out: 1000元/人、5000元/人标准给予….
_SUMS = re.compile(r"[/／][户项人家年亩件个次]|[、和及]|\d[\d,.]*(?:万|亿)?元")
_STANDARD = re.compile(r"(?:奖励|补贴|补助|资助|扶持)(?:标准|金额|额度)[：:][^：:]*$")
_PART = re.compile(r"[、，]?(?:其中|另外?|分别|再|各)|、|[^，；。]{0,16}分别")
_PROJECTS = re.compile(r"项目(?:共|共计|合计)?(\d{1,5})[项个]|(\d{1,5})[项个](?:[^，。；、\d]{0,10}项目|课题|[、，])")
_UNIT = re.compile(r"每(?:个|一)?(项目|项|家|户|人|名|平方米|亩|台|辆|年|月|篇|件|次)|单(项|户|个)|(人|户)均")
_UNITS = {"项目": "项", "家": "户", "名": "人", "个": "项"}
_BACK = re.compile(r"(?:上述|该项?|前述|此项)(?:资金|经费|投资|基金|专项)")
_VERBS = re.compile(r"支持|资助|补助|奖励|奖补|补贴|下达|拨付|给予|划拨|对|向|给|用于|安排|助力|帮助")
_LEAD_IN = re.compile(r"(?:[一二三四五六七八九]是|其中|此外|同时|\d{4}年|去年|今年|[，“（ ])*")
_SOURCE = re.compile(r"(?:据|根据)([^，。；]{2,24}?)(?:统计|反馈|介绍|报告|测算|通报|初步统计)")
_RECEIVES = re.compile(r"(?:支持|资助|补助|奖励|下达|拨付|给予|对|向|给|为|与|和|安排|划拨)了?$")
_GIVES = re.compile(r"(?:下达|拨付|划拨|给予|安排)了?$")
_ZONE_HEAD = re.compile(r"示范区|试验区|先行区|高新区|新区|科技城|园区")
_LONGEST = 150


@dataclass(frozen=True)
class _Place:
    """A sum in its sentence: `lead` is what stands between the sum before it (or its clause's start) and it."""

    sum: values.Amount
    sentence: scene.Sentence
    segment: tuple[int, int]
    clause: tuple[int, int]
    lead: int


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
    return tuple(_once(found))


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


@cache
def _any(*names: str) -> re.Pattern[str]:
    listed = [word for name in names for word in words.lexicon("money")[name]]
    plain = [w if "(?" in w else re.escape(w) for w in listed]
    return re.compile("|".join(sorted(plain, key=len, reverse=True)))


@cache
def _measured() -> re.Pattern[str]:
    """A word that says what the sum measures, right before it, with adverbs and verbs of growth between."""
    between = f"(?:{_any('between').pattern}|[（）\\d.%、])*"
    return re.compile(rf"(?:{_any('measures').pattern}){between}$")


@cache
def _after(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:的)?(?:{_any(name).pattern})(?!贴息|补贴|补助|风险|奖|扶持|支持)")


class _Reader:
    """Reads the sums of one document in order; a part of a sum takes over what its whole has."""

    def __init__(self, view: scene.Scene, document: str) -> None:
        self.view, self.text = view, view.shadow.text
        title = view.outline.title
        # Without an id, number and title keep equal sentences of two documents apart.
        self.document = document or (view.outline.number or "") + (self.text[slice(*title)] if title else "")
        self.provisions = status.prescribes(view.outline, view.shadow.text)
        self.last_fund: str | None = None
        self.last: evidence.Grant | None = None

    def sentence(
        self, sentence: scene.Sentence, sums: list[values.Amount], clauses: list[parts.Clause]
    ) -> list[evidence.Grant]:
        """The grants of one sentence."""
        found: list[evidence.Grant] = []
        before: evidence.Grant | None = None
        places = [self._place(sentence, sums, i) for i in range(len(sums))]
        for i, place in enumerate(places):
            whole = before if before is not None and place.segment[0] <= sums[i - 1].start else None
            part = whole is not None and self._is_part(place)
            if not part and not self._given(place):
                before = None if not self._threshold(place) else before
                continue
            if part and self._measures(place):
                before = None
                continue
            clause = next((c for c in clauses if c.start <= place.sum.start < c.end), None)
            before = self._grant(place, clause, whole if part else None, self._share(places, i))
            self.last, self.last_fund = before, before.fund or self.last_fund
            found.append(before)
        return found

    def _place(self, sentence: scene.Sentence, sums: list[values.Amount], i: int) -> _Place:
        at, end = sums[i].start, sums[i].end
        cut = max((self.text.rfind(c, sentence.start, at) for c in "；;"), default=-1)
        stop = min((p for p in (self.text.find(c, end, sentence.end) for c in "；;") if p >= 0), default=sentence.end)
        segment = (max(cut + 1, sentence.start), stop)
        comma = max(self.text.rfind(c, segment[0], at) for c in "，：")
        close = min((p for p in (self.text.find(c, end, stop) for c in "，。") if p >= 0), default=stop)
        clause = (max(comma + 1, segment[0]), close)
        lead = max(clause[0], sums[i - 1].end if i else 0)
        return _Place(sums[i], sentence, segment, clause, lead)

    def _is_part(self, place: _Place) -> bool:
        """A sum that goes on from the one before: 100万元、50万元和20万元; 其中2020年2.61亿元; A、B分别为…"""
        lead = self.text[place.lead : place.sum.start]
        return bool(_JOINERS.fullmatch(lead) or _PART.match(lead))

    def _measures(self, place: _Place) -> bool:
        return bool(_measured().search(self.text[place.lead : place.sum.start]))

    def _threshold(self, place: _Place) -> bool:
        """300万元以上的企业 is a condition; 给予300万元以上奖励 is none."""
        tail = self.text[place.sum.end : place.sum.end + 6]
        near = self.text[max(place.lead, place.sum.start - 8) : place.sum.start]
        return bool(_any("threshold").match(tail)) and not _any("giving").search(near)

    def _given(self, place: _Place) -> bool:
        """Whether somebody gives this sum, by the words of its clause; a condition, a result, a measure is no gift."""
        lead, tail = self.text[place.lead : place.sum.start], self.text[place.sum.end : place.clause[1]]
        fund = any(r.type == "Fund" for r in self.view.within(place.lead, place.sum.start))
        if (
            self._threshold(place)
            or _after("results").match(tail)
            or (self._measures(place) and not self._fund_ends(place))
        ):
            return False
        behind = _SUMS.sub("", tail)[:12]
        if fund or _any("giving").search(lead) or _any("giving").search(behind):
            return True
        if _STANDARD.search(self.text[place.segment[0] : place.clause[0]]):
            return True
        if _any("spending").search(lead) and self._public(place):
            return True
        rate = _any("rate").search(lead) or re.search(r"奖(?!励|金|补)|标准", lead)
        earlier = self.text[place.segment[0] : place.lead]
        if _any("funds").search(lead) and (_any("giving").search(earlier) or place.lead > place.clause[0]):
            return bool(_any("giving").search(earlier))
        return (place.sum.kind == "size" and "基金" in lead) or bool(rate and _any("giving").search(earlier))

    def _fund_ends(self, place: _Place) -> bool:
        """中央预算内投资8600万元: the measuring word is the end of a fund's name."""
        return any(
            r.type == "Fund" and place.sum.start - r.end <= 2 for r in self.view.within(place.lead, place.sum.start)
        )

    def _public(self, place: _Place) -> bool:
        lead = self.text[place.segment[0] : place.sum.start]
        if re.search(r"企业[^，。；]{0,8}(?:投入|支出|筹)|社会(?:资本|力量)", lead):
            return False
        spoken = self.view.speaker(place.sum.start)
        ours = bool(spoken) and self.view.entities[spoken].type == "Agency" and not self.provisions if spoken else False
        organised = [r for r in self.view.within(place.clause[0], place.sum.start) if r.type == "Organization"]
        return bool(_any("public").search(lead)) or (ours and not organised)

    def _grant(
        self, place: _Place, clause: parts.Clause | None, whole: evidence.Grant | None, share: str | None
    ) -> evidence.Grant:
        fund = self._fund(place) or (whole.fund if whole else None)
        kind = self._kind(place, whole)
        back = bool(_BACK.search(self.text, place.clause[0], place.sum.start))
        beneficiary = share or self._beneficiary(place) or (whole.beneficiary if whole else None)
        if back and self.last and not beneficiary:
            beneficiary = self.last.beneficiary
        agency = whole.agency if whole else self._agency(place, clause)
        unit = self._unit(place) or (whole.unit if whole else None)
        quote = self._quote(place)
        status, cue = self._status(place, clause, kind, whole)
        return evidence.Grant(
            id=ids.statement("g", self.document, str(place.sum.value), beneficiary or "", fund or "", quote.text),
            amount=place.sum.value, status=status, quote=quote, fund=fund, agency=agency, beneficiary=beneficiary,
            currency=place.sum.currency, amount_from=place.sum.lower, unit=unit, year=self._year(place),
            projects=self._projects(place) if kind in ("awarded", "size") else None, kind=kind, cue=cue,
            stated_by=self._source(place) or self.view.speaker(place.sum.start),
        )  # fmt: skip

    def _share(self, places: list[_Place], i: int) -> str | None:
        """成都、德阳、绵阳分别为1200万元、1300万元和1500万元: as many names as sums pair off."""
        chain = [j for j, p in enumerate(places) if p.clause == places[i].clause]
        at = self.text.rfind("分别", places[i].clause[0], places[i].sum.start)
        if at < 0 or len(chain) < 2:
            return None
        chain = [j for j in chain if places[j].sum.start > at]
        named = [r for r in self.view.within(places[i].clause[0], at, outer=True) if r.type in _NAMED]
        return named[chain.index(i)].entity if len(named) == len(chain) else None

    def _fund(self, place: _Place) -> str | None:
        """The nearest fund before the sum in its segment, else right after it; 上述资金 is the last one named."""
        if _BACK.search(self.text, place.clause[0], place.sum.start):
            named = [r for r in self.view.refs if r.type == "Fund" and r.end <= place.sum.start]
            return self.last_fund or (named[-1].entity if named else None)
        after = [r for r in self.view.within(place.sum.end, place.clause[1]) if r.type == "Fund"]
        if after and after[0].start - place.sum.end <= 6:
            return after[0].entity
        before = [r for r in self.view.within(place.segment[0], place.sum.start) if r.type == "Fund"]
        return before[-1].entity if before else None

    def _beneficiary(self, place: _Place) -> str | None:
        """Who is helped: named after the verb of giving, else inside the fund's name, else the segment's topic."""
        start, end = place.segment[0], place.clause[1]
        if place.lead > place.clause[0] and self.last:
            start = place.lead
        helped = self._helped(start, end) or self._helped_in_fund(place)
        if helped:
            return helped
        topic = self.view.within(place.segment[0], place.sum.start, outer=True)
        if topic and topic[0].type in _TOPICS and _LEAD_IN.fullmatch(self.text, place.segment[0], topic[0].start):
            return topic[0].entity
        return None

    def _helped(self, start: int, end: int) -> str | None:
        verbs = list(_VERBS.finditer(self.text, start, end))
        for verb in reversed(verbs):
            refs = self.view.within(verb.end(), end, outer=True)
            near = [r for r in refs if r.start - verb.end() <= 24 and "，" not in self.text[verb.end() : r.start]]
            zones = [r for r in near if r.type in _ZONES]
            named = [r for r in near if r.type in _NAMED]
            if named and zones and re.search("建设|创建", self.text[named[0].end : zones[0].start]):
                return zones[0].entity
            classes = list(dict.fromkeys(r.entity for r in near if r.type == "TargetGroup"))
            if named or len(classes) == 1:
                return named[0].entity if named else classes[0]
        return None

    def _helped_in_fund(self, place: _Place) -> str | None:
        """下达示范区专项经费, 下达某市中央预算内投资: the fund's own name begins with whom it helps."""
        funds = [f for f in self.view.within(*place.segment) if f.type == "Fund" and f.end <= place.sum.start]
        for fund in reversed(funds):
            inside = self.view.within(fund.start, fund.end)
            zones = [r for r in inside if r.type in _ZONES]
            given = _GIVES.search(self.text[max(place.segment[0], fund.start - 4) : fund.start])
            first = [r for r in inside if r.type == "Region" and r.start == fund.start and given]
            if zones or first:
                return (zones or first)[-1].entity
            head = _ZONE_HEAD.match(self.text, fund.start, fund.end)
            earlier = [r for r in self.view.refs if head and r.type in _ZONES and r.end <= fund.start]
            named = [r for r in earlier if head and self.text[r.start : r.end].endswith(head[0])]
            if named:
                return named[-1].entity
        return None

    def _agency(self, place: _Place, clause: parts.Clause | None) -> str | None:
        """Who gives: a body before the verb; an unnamed purse (省级财政) is the speaker only if that keeps it."""
        lead = self.text[place.segment[0] : place.sum.start]
        spoken = self.view.speaker(place.sum.start)
        if self._source(place) or (re.search("到位", lead) and "财政" not in lead) or place.sum.kind == "size":
            return None
        near = [r for r in self.view.within(place.clause[0], place.sum.start, outer=True) if r.type == "Agency"]
        near = [r for r in near if not _RECEIVES.search(self.text[max(place.clause[0], r.start - 4) : r.start])]
        if near:
            return near[-1].entity
        if re.search(r"财政(?!厅|局|部|所)", self.text[place.clause[0] : place.sum.start]):
            return spoken if spoken and "财政" in self.view.entities[spoken].name else None
        if "到位" in self.text[place.clause[0] : place.sum.start]:
            return None
        agent = clause.agent if clause else None
        return agent if agent and self.view.entities[agent].type == "Agency" else spoken

    def _source(self, place: _Place) -> str | None:
        """据某市统计: that city speaks."""
        said = _SOURCE.search(self.text, place.sentence.start, place.sum.start)
        if not said:
            return None
        refs = [r for r in self.view.within(*said.span(1)) if r.type in ("Agency", "Organization", "Region")]
        return refs[-1].entity if refs else None

    def _year(self, place: _Place) -> int | None:
        times = values.find_dates(self.text, place.sentence.start, place.sum.start, self.view.outline.date)
        named = [r for r in self.view.within(place.sentence.start, place.sum.start) if r.type in ("Policy", "Meeting")]
        times = [t for t in times if not any(r.start <= t.start < r.end for r in named)]
        if not times or "/" in times[-1].iso or self.text[times[-1].end : times[-1].end + 2] in ("承诺", "以来"):
            return None
        if place.lead <= times[-1].start or times[-1].start >= place.segment[0]:
            return int(times[-1].iso[:4])
        return None

    def _kind(self, place: _Place, whole: evidence.Grant | None) -> str:
        if place.sum.kind:
            return place.sum.kind
        lead = self.text[place.clause[0] : place.sum.start]
        if re.search("最高|不超过|上限", lead) or (whole and whole.kind == "ceiling"):
            return "ceiling"
        fixed = self.provisions or place.sum.lower is not None or self._unit(place) or self._conditional(place)
        goes_on = whole is not None and whole.kind == "rate"
        return "rate" if fixed or goes_on or re.search("奖(?!励|金|补)|标准", lead) else "awarded"

    def _conditional(self, place: _Place) -> bool:
        """对…的企业奖励20万元 without a year is a standing rate, not one award."""
        lead = self.text[place.lead : place.sum.start]
        return bool(re.search(r"对[^，。；]{2,40}(?:给予|奖励|补助|补贴|资助)[^，。；]{0,8}$", lead)) and not re.search(
            r"已|\d{4}年", lead
        )

    def _unit(self, place: _Place) -> str | None:
        units = list(_UNIT.finditer(self.text, place.lead, place.sum.start))
        match = units[-1] if units else None
        slash = re.match(r"[/／](户|项|人|平方米|家|年|亩|个)", self.text[place.sum.end : place.sum.end + 5])
        word = slash[1] if slash else (match[1] or match[2] or match[3]) if match else None
        return _UNITS.get(word, word) if word else None

    def _projects(self, place: _Place) -> int | None:
        start = (
            place.segment[0]
            if place.lead == place.clause[0] and "其中" not in self.text[place.lead : place.sum.start]
            else place.lead
        )
        near = list(_PROJECTS.finditer(self.text, start, place.sum.start))
        return int(near[-1][1] or near[-1][2]) if near else None

    def _status(
        self, place: _Place, clause: parts.Clause | None, kind: str, whole: evidence.Grant | None
    ) -> tuple[evidence.Status, str]:
        lead = self.text[place.clause[0] : place.sum.start]
        if whole and not re.search("已|到位|完成", lead):
            return whole.status, whole.cue
        planned = _any("planned").search(re.sub(r"计划(?:项目|专项)|科技计划|发展计划|研发计划", "", lead))
        if planned and not re.search(r"已|到位", lead):
            return "planned", planned[0]
        if self.provisions:
            return "planned", clause.cue if clause else ""
        if kind in ("rate", "ceiling"):
            return ("planned", clause.cue) if clause and clause.status == "planned" else ("ongoing", "")
        if clause and clause.status == "planned" and clause.cue and not self._year(place):
            return "planned", clause.cue
        cue = _any("giving").search(lead)
        return "done", cue[0] if cue else ""

    def _quote(self, place: _Place) -> evidence.Span:
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
