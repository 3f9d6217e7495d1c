"""Who is charged with what by a standing phrase: X是F的主管部门, M办公室设在X, and 给予支持 under a heading that names its object."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene
from ingest.clauses import actors, charged
from ingest.relate.claims import passive, slots
from ingest.relate.claims.maker import BODIES, MANAGED, Clause, Maker, just_before, shown_from

_OVERSEEN = MANAGED | {"Policy"}
# What every bearer of an office is called.
_BEARER = re.compile(r"单位|机构|主体|企业|部门|方|[人者](?=[为是：:系])|盟主|链主")
_OFFICE = re.compile(
    r"[”》）]?(?:的|建设|发展|管理|工作|运行){0,3}(?:日常)?(?:主管|牵头|管理|实施|运营|运行|责任|组织实施|业务主管|行业主管|建设|依托|承担){1,2}(?:部门|单位|机构|主体)"
)
# L的依托单位为X, 建设单位：X.
_CARRIED_BY = re.compile(
    r"(?:依托|承担|牵头|组建|建设|承建|共建|运营|管理|托管|实施|责任|主办|承办|协办|会办|分办|主管|发起|举办|投资|召集|维护)(?:单位|机构|主体|企业|部门|方|[人者])"
    r"(?:分别)?(?:为|是|系|[：:]|由[^，。；]{2,40}?(?:调整|变更)为)[“]?"
)
# X为受托管理机构, at the end of its clause; （…，X管理）.
_IS_BEARER = re.compile(
    r"(?:为|是|担任|作为|出任|任|充任|系)[^，。；]{0,8}?(?:受托管理|托管|管理|运营|主要发起|发起|牵头|依托|承建|建设|主管|投资|召集)(?:机构|人|单位|部门|方|主体)"
)
_IN_BRACKET = re.compile(
    r"(?:负责|受托|具体)*(?:管理|运营|主管|承建|建设|组建|牵头|主办|承办|托管|代管|承担|发起){1,2}[）；，]"
)
# L以X为依托单位.
_TAKEN_AS = re.compile(
    r"以(?P<who>[^，。；]{2,60}?)(?:等)?(?:作)?为(?:主要)?(?:(?:依托|承担|牵头|组建|建设|承建|运营|管理|实施|责任|主办|承办)(?:单位|机构|主体|企业|方)|盟主|链主|理事长单位|发起人)"
)
# 以A为盟主的L: what is named behind it.
_OF_IT = re.compile(r"的[“《]?")
# 平台名称：L, on a line of its own above 依托单位：X.
_NAMED = re.compile(r"(?:^|\n)[^\n：:。]{0,10}名称[：:]\s*$")
# 委托B承担F的日常运营.
_ENTRUSTED = re.compile(r"委托[^，。；]{2,30}?(?:运营|管理|承担|承办|负责|建设|开发|实施)")

# Behind it another object: 委托B开展评估.
_ELSEWHERE = re.compile(r"[^，。；、）]{2}")

_IS = re.compile(r"(?:是|为|作为|系)[^，。；]{0,4}$")
_AS = re.compile(r"\s*作为[“]?")
_LEADS = re.compile("牵头")
_HELPS = re.compile(
    r"(?:等)?(?:有关|相关|各)?(?:部门|单位|地)?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?(?:配合|参与|参加|协助|协同|负责|落实)"
)
# What parts those who help from the one who leads, and what shows that not all have the same part.
_HELPERS = re.compile(r"(?:配合|参与|参加|协助|协同|协办|支持)(?:单位|部门)[：:]|会同|配合单位为")
_LINES = re.compile(
    r"(?:牵头|主办|责任|主要责任)(?:单位|部门)[：:](?P<leads>[^\n；：]{2,80})[\n；]\s*(?:配合|协办|协同|参与|参加|协作)(?:单位|部门)[：:](?P<helps>[^\n：]{2,160})"
)
_FEW = 2
_PARTED = re.compile(r"牵头|会同|配合|参与|参加|协助|协同|协办|主办|联合")
_IN_CHARGE = re.compile(r"(?:作为|是|为)(?:行业|业务|归口|项目)?(?:主管|管理|归口管理)(?:部门|单位|机构)$")
_SEAT = re.compile(r"[”》）]?(?:下设)?办公室(?:（[^）]{1,20}）)?(?:，)?设(?:在|于)")
_GIVES = re.compile(r"(?:给予|予以|提供)[^，。；]{0,10}(?:支持|扶持|资助|倾斜|补助)")


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """MANAGES and IMPLEMENTS by office, SUPPORTS of what the heading is about."""
    made.rule = "charges"
    if clause.outer:
        _entrusted(made, clause, before)
        _bearers(made, clause, before)
    if _BEARER.search(made.text, clause.start, clause.end):
        _carried(made, clause, before)
        _oversees(made, clause)
    _office(made, clause, before)
    _as_bearer(made, clause, before)
    for thing in [r for r in clause.outer if r.type in _OVERSEEN]:
        if _OFFICE.match(made.text, thing.end) and _IS.search(made.text[clause.start : thing.start]):
            for body in clause.agents:
                predicate = "IMPLEMENTS" if thing.type == "Policy" else "MANAGES"
                made.add(body, predicate, thing.entity, "ongoing", clause.start, clause.end, cue="主管")
    if not clause.outer and _GIVES.search(made.text, clause.start, clause.end) and not made.provisions:
        _topic(made, clause)


def _oversees(made: Maker, clause: Clause) -> None:
    """X作为行业主管部门，负责…, in a policy on one fund, programme or platform: X is in charge of it."""
    topic = made.topic() if made.own and _IN_CHARGE.search(made.text, clause.start, clause.end) else None
    for body in clause.agents[:1] if topic and clause.own else ():
        made.add(body, "MANAGES", topic, "ongoing", clause.start, clause.end, cue="主管")


def _office(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """M办公室设在X; of 办公室设在X alone the group that was named last in the sentence."""
    if not clause.outer or made.text.find("办公室", clause.start, clause.end) < 0:
        return
    seat = _SEAT.search(made.text, clause.start, clause.end)
    host = next((r for r in clause.outer if seat and r.start == seat.end() and r.type in BODIES), None)
    if not seat or not host:
        return
    own = [r for r in clause.refs if r.type in MANAGED and _SEAT.match(made.text, r.end)]
    earlier = [r for c in before if c.sentence == clause.sentence for r in c.outer if r.type == "Mechanism"]
    for thing in own[-1:] or (earlier[-1:] if seat.start() - clause.start <= 1 else []):
        made.add(
            host.entity, "MANAGES", thing.entity, "ongoing", min(clause.start, thing.start), clause.end, cue="设在"
        )


def _as_bearer(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """作为L的建设单位，X…: X, whom the clause behind it names, has that office."""
    last = just_before(clause, before)
    if last is None or not clause.own:
        return
    for thing in (r for r in last.outer if r.type in MANAGED):
        if _AS.fullmatch(made.text, last.start, thing.start) and _OFFICE.fullmatch(made.text, thing.end, last.end):
            for body in clause.agents[:1]:
                made.add(body, "MANAGES", thing.entity, "ongoing", last.start, clause.end, cue="作为")


def _carried(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """L的依托单位为X, L以X为依托单位: X runs the platform, project or zone that the sentence was about last, or handles the proposal."""
    said = _TAKEN_AS.search(made.text, clause.start, clause.end)
    at = said.start("who") if said else 0
    if said is None:
        said = _CARRIED_BY.search(made.text, clause.start, min(clause.end + 1, len(made.text)))
        at = said.end() if said else 0
    behind = (
        r for r in clause.outer if said and _OF_IT.fullmatch(made.text, said.end(), r.start) and r.type in MANAGED
    )
    thing = (next(behind, None) or _carried_thing(made, clause, before, said.start())) if said else None
    if said is None or thing is None or clause.heading:
        return
    start = shown_from(clause, thing)
    predicate = "HANDLES" if thing.type == "Proposal" else "MANAGES"
    founded = clause.status == "done" and "组建" in said[0]
    status: evidence.Status = "done" if founded or thing.type == "Proposal" else "ongoing"
    time = "" if "依托" in said[0] else clause.time  # who founds it does so once, who carries it goes on
    for body in (r for r in made.view.within(at, max(clause.end, at + 120), outer=True) if r.type in BODIES):
        if body.start != at and not slots.JOINT.fullmatch(made.text, at, body.start):
            return
        made.add(
            body.entity,
            predicate,
            thing.entity,
            status,
            start,
            max(clause.end, body.end),
            time=time,
            cue=said[0],
        )
        at = body.end


def _bearers(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """F规模10亿元，X为受托管理机构; F（首期5亿元，X管理）."""
    for body in (r for r in clause.outer if r.type in BODIES):
        thing = None
        if _IS_BEARER.fullmatch(made.text, body.end, clause.end):
            thing = _carried_thing(made, clause, before, body.start) if actors.lead().fullmatch(made.text, clause.start, body.start) else None  # fmt: skip
        elif (
            _IN_BRACKET.match(made.text, body.end) and (opened := made.text.rfind("（", clause.start, body.start)) >= 0
        ):
            thing = next((r for r in clause.outer if r.end <= opened <= r.end + 1 and r.type in MANAGED), None)
        if thing:
            made.add(body.entity, "MANAGES", thing.entity, "ongoing", min(thing.start, clause.start), clause.end, cue="管理")  # fmt: skip


def _carried_thing(made: Maker, clause: Clause, before: tuple[Clause, ...], end: int) -> scene.Ref | None:
    """What the office is of: named before it in the sentence, or on the line above that gives its name."""
    called = made.text.startswith(("召集", "牵头"), end)  # 召集单位为A: of a group
    kinds = (MANAGED if called else MANAGED - {"Mechanism"}) | {"Proposal"}
    near = [c for c in before if "\n" not in made.text[c.end : clause.start]]
    things = [r for c in near for r in c.outer if r.type in kinds and not passive.sites_it(made, c, r)]
    things += [r for r in clause.outer if r.type in kinds and r.end <= end]
    if things or end != clause.start:
        return things[-1] if things else None
    above = [r for c in before[-1:] for r in c.outer if r.type in kinds]
    alone = above and (above[-1].end - above[-1].start >= before[-1].end - before[-1].start - 2)
    named = above and _NAMED.search(made.text, 0, above[-1].start)
    return above[-1] if alone or named else None


def _entrusted(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """委托B承担F的日常运营: B runs F; of 具体工作委托B承办 alone the one thing that the sentence is about."""
    said = _ENTRUSTED.search(made.text, clause.start, clause.end)
    body = next((r for r in clause.outer if said and said.start() < r.start < said.end() and r.type in BODIES), None)
    thing = next((r for r in clause.outer if body and r.start >= body.end and r.type in MANAGED), None)
    if said and body and thing is None and not _ELSEWHERE.match(made.text, said.end()):
        row = [r for c in before if c.sentence == clause.sentence for r in c.outer if r.type in MANAGED]
        thing = row[-1] if len({r.entity for r in row}) == 1 else None
    if body and thing:
        made.add(
            body.entity, "MANAGES", thing.entity, clause.status, clause.start, clause.end, time=clause.time, cue="委托"
        )


def evenly(made: Maker, clause: Clause) -> tuple[str, ...]:
    """Those besides the first whom a charge behind the clause gives the same part: （A、B负责）, not （A牵头，B配合）.

    Where many are named, only the first can be said to lead.
    """
    few = 0 < len(clause.helpers) <= _FEW
    said = charged.CHARGE.search(made.text, clause.end) if few else None
    return () if said is None or _PARTED.search(said[0]) else clause.helpers


def brackets(made: Maker) -> None:
    """（A牵头，B、C配合）, （牵头单位：A；配合单位：B）, （A会同B负责）: A acts with B and C."""
    made.rule = "charges"
    for match in charged.everywhere(made.text):
        bodies = [r for r in made.view.within(match.start(), match.end(), outer=True) if r.type in BODIES]
        bodies = [r for r in bodies if not actors.pattern("others").match(made.text, r.end)]
        for helper in _helpers(made, match, bodies):
            made.add(
                bodies[0].entity, "COOPERATES_WITH", helper.entity, "planned", match.start() + 1, match.end() - 1, cue="配合"
            )  # fmt: skip


def lines(made: Maker) -> None:
    """牵头单位：A, and on the next line 配合单位：B: A acts with B. In a policy such lines divide duties of whole systems."""
    made.rule = "charges"
    for said in _LINES.finditer(made.text) if not made.provisions else ():
        leads, helps = (
            [r for r in made.view.within(*said.span(part), outer=True) if r.type in BODIES]
            for part in ("leads", "helps")
        )
        for helper in helps if leads else ():
            made.add(leads[0].entity, "COOPERATES_WITH", helper.entity, "ongoing", said.start(), said.end(), cue="配合")


def _helpers(made: Maker, charge: re.Match[str], bodies: list[scene.Ref]) -> list[scene.Ref]:
    """The bodies of a charge that follow the word which parts them from the first, who leads."""
    leads = _LEADS.search(made.text, charge.start(), charge.end())
    parts = _HELPERS.search(made.text, charge.start(), charge.end())
    if parts is None and leads and bodies and _HELPS.match(made.text, bodies[-1].end):
        parts = leads
    return [r for r in bodies[1:] if parts and bodies[0].end <= parts.start() and r.start >= parts.end()]


def _topic(made: Maker, clause: Clause) -> None:
    """并给予适当支持, said of the one project, zone or platform in the heading above."""
    outline = made.view.outline
    section = outline.sections[clause.section]
    named = [r for r in made.view.within(section.start, section.head_end, outer=True) if r.type in MANAGED]
    if section.index and section.head_end - section.start < 60 and len({r.entity for r in named}) == 1:
        for body in clause.agents[:1]:
            made.add(body, "SUPPORTS", named[0].entity, clause.status, clause.start, clause.end, time=clause.time)
