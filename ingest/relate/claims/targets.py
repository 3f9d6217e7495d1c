"""Whom a policy, a fund, a programme or a mechanism is for: the classes of beneficiary that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph import evidence
from ingest import scene
from ingest.clauses import patterns
from ingest.find import rules, words
from ingest.relate.claims import ending, usage
from ingest.relate.claims.maker import BODIES, Clause, Maker

_TOOLS = ("Fund", "Programme", "Mechanism")
_PLACED = frozenset("approval reply".split())
_HELPS = re.compile(r"支持|扶持|补助|补贴|奖励|资助|激励|培育|促进|服务")
_WINDOW = 24
_INVITED = re.compile(r"(?:鼓励|支持|引导|吸引|允许)[^，]{0,24}$")
_FOR_WHOM = re.compile(
    r"(?:支持|扶持|补贴|补助|资助|奖励|奖补|申报|申请|服务|政策|适用|享受|享受政策|认定|评选|推荐|受理)(?:的)?(?:哪些)?(?:对象|主体|人群|范围|企业)|(?:哪些|什么)(?:企业|单位|人|对象|主体|机构)[^，。]{0,6}(?:可以|能|享受|适用|申请|申报)|适用于?(?:哪些|什么)"
)
_SAYS_FOR_WHOM = re.compile(r"适用于|适用对象|(?:支持|扶持|补贴|补助|奖励|资助|申报|申请|服务)对象")
# 培育一批中介服务机构: those who serve others are themselves what is helped to grow.
_GROWN = re.compile(r"(?:培育|引进|发展壮大|做大做强)[^，；]{0,24}$")
_SETTLES = re.compile(r"设立|入驻|落户|集聚|总部|做大做强")


@cache
def _any(name: str) -> re.Pattern[str]:
    return patterns.words_of("targets", name)


@cache
def _helped_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('helped').pattern})[^，]{{0,24}}$")


def state(made: Maker, found: tuple[Clause, ...]) -> None:
    """TARGETS of the policy that the document is or explains and of the tools that it names."""
    made.rule = "targets"
    own = made.own or ending.explained(made)
    for index in _plainest_first(made, found):
        clause = found[index]
        groups = [r for r in clause.refs if r.type == "TargetGroup"]
        if not groups or (clause.heading and own is None):
            continue
        topic, meant = _topic(made, clause), _under_objects(made, clause)
        for ref in groups:
            helped = _is_helped(made, clause, ref, found[index + 1 : index + 3]) or (meant and _meant(made, ref))
            if helped and own and made.view.outline.doc_type not in _PLACED:
                made.add(own, "TARGETS", ref.entity, "planned", clause.start, clause.end)
            if told := usage.entitled(made, found, index, ref) or usage.carried(made, found, index, ref):
                made.add(told.entity, "TARGETS", ref.entity, "ongoing", told.start, clause.end)
            for tool in usage.tools(made, clause, ref):
                made.add(tool.entity, "TARGETS", ref.entity, clause.status, clause.start, clause.end)
            for tool in _tools(made, clause, ref, found[max(0, index - 2) : index]) if helped else []:
                made.add(tool.entity, "TARGETS", ref.entity, clause.status, tool.start, clause.end)
            if line := usage.called(made, clause, ref):
                made.add(line.entity, "TARGETS", ref.entity, "planned", clause.start, clause.end)
            if pool := usage.entered(made, found, index, ref):
                made.add(pool.entity, "TARGETS", ref.entity, clause.status, clause.start, pool.end)
            if laid := usage.laid_down(made, found, index, ref):
                made.add(laid.entity, "TARGETS", ref.entity, clause.status, clause.start, clause.end)
            for fund in usage.paid(made, found, index, ref):
                made.add(fund.entity, "TARGETS", ref.entity, clause.status, clause.start, fund.end)
            if topic and not _is_instrument(made, ref):
                made.add(topic, "TARGETS", ref.entity, "ongoing", clause.start, clause.end)
    _names(made)


def from_grants(made: Maker, grants: Iterable[evidence.Grant]) -> None:
    """A sum that a fund gives to a class says that the fund is for it."""
    made.rule = "grants"
    for grant in grants:
        if grant.fund and grant.beneficiary and made.kind(grant.beneficiary) == "TargetGroup":
            made.put(grant.fund, "TARGETS", grant.beneficiary, grant.status, grant.quote, grant.stated_by)


def from_measures(made: Maker, measures: Iterable[evidence.Measure]) -> None:
    """A policy is for the classes that its measures are for, where no words say it more plainly."""
    made.rule = "measures"
    for measure in measures:
        for target in measure.targets:
            if made.own and made.kind(target) == "TargetGroup" and not made.stated[made.own, "TARGETS", target]:
                made.put(made.own, "TARGETS", target, measure.status, measure.quote, measure.stated_by)


def _plainest_first(made: Maker, found: tuple[Clause, ...]) -> list[int]:
    """The clauses in the order in which their words are wanted as evidence: first what says in so many words for whom."""
    said = dict.fromkeys(i for i, c in enumerate(found) if _SAYS_FOR_WHOM.search(made.text, c.start, c.end))
    return [*said, *(i for i in range(len(found)) if i not in said)]


def _is_instrument(made: Maker, ref: scene.Ref) -> bool:
    return made.view.entities[ref.entity].name in words.lexicon("targets")["instruments"]


def _is_helped(made: Maker, clause: Clause, ref: scene.Ref, after: tuple[Clause, ...]) -> bool:
    """Something is done for the class: a helping word before it, or gifts after it in the sentence."""
    text = made.text
    invited = _INVITED.search(text[clause.start : ref.start])
    if _any("not_helped").match(text, ref.end) and not invited:
        return False
    given = any(
        _any("gifts").search(text, c.start, c.end)
        for c in after
        if c.sentence == clause.sentence and "；" not in text[ref.end : c.start]
    )
    if _is_instrument(made, ref):
        favoured = re.search(r"对[^，]{0,16}$|允许[^，]{0,24}$", text[clause.start : ref.start])
        settles = invited and any(
            _SETTLES.search(text, c.start, c.end) for c in (clause, *after) if c.sentence == clause.sentence
        )
        if _GROWN.search(text, clause.start, ref.start):
            return True
        return bool(favoured and (given or _any("gifts").search(text, ref.end, clause.end))) or bool(settles)
    if _helped_before().search(_outside_bodies(made, clause, ref)):
        return True
    if text[clause.start : ref.start].lstrip("（一二三四五六七八九十）、 ").startswith("对") and (
        given or _any("gifts").search(text, ref.end, clause.end)
    ):
        return True
    if _ELIGIBLE.search(text, clause.start, ref.start) and _NAMED_ONLY.match(text, ref.end):
        return True
    own_gift = _any("gifts").search(text, ref.end, clause.end)
    return bool(own_gift or given) and ref.start - clause.start <= _WINDOW


# 在本市注册、具有独立法人资格的X: whom it is for.
_ELIGIBLE = re.compile(
    r"(?:注册|登记|依法设立|依法纳税|纳税|独立法人|注册地)[^。；]{0,60}的(?:[^，。；的]{0,12}[、和与及])*[^，。；、的]{0,6}$"
)
_NAMED_ONLY = re.compile(r"[、和与及；。：]|等|以及|$|\n|（")


def _outside_bodies(made: Maker, clause: Clause, ref: scene.Ref) -> str:
    """The clause before the class without the names of bodies, whose words say nothing of help (社会保障部门)."""
    before = made.text[clause.start : ref.start]
    for body in reversed([r for r in clause.outer if r.type in BODIES and r.end <= ref.start]):
        before = before[: body.start - clause.start] + before[body.end - clause.start :]
    return before


def _under_objects(made: Maker, clause: Clause) -> bool:
    """Whether the heading, the lead-in or the line says that whom it is for follows: 支持对象, 补贴范围：…."""
    line = made.text.rfind("\n", 0, clause.start) + 1
    return bool(
        _FOR_WHOM.search(made.question(clause))
        or any(_FOR_WHOM.search(made.text, s.start, s.head_end) for s in made.heads(clause))
        or _FOR_WHOM.search(made.text, max(line, clause.start - 80), clause.start)
    )


def _meant(made: Maker, ref: scene.Ref) -> bool:
    """The class itself, not what belongs to it or what it must do (企业名称, 企业应当…)."""
    return not _any("not_helped").match(made.text, ref.end) and not _is_instrument(made, ref)


def _tools(made: Maker, clause: Clause, ref: scene.Ref, before: tuple[Clause, ...]) -> list[scene.Ref]:
    """The tools named shortly before the class, in its clause or the one before it in the sentence."""
    near = [r for r in clause.refs if r.type in _TOOLS and r.end <= ref.start and ref.start - r.end < _WINDOW]
    if near or ref.start - clause.start > 16:
        return near
    early = [r for c in before if c.sentence == clause.sentence and made.text[c.end] not in "；;" for r in c.refs]
    return [r for r in early if r.type in _TOOLS and _RUNS_ON.fullmatch(made.text, r.end, clause.start)]


# 增加F规模，帮助…; 利用F渠道，调整使用范围，帮助….
_RUNS_ON = re.compile(
    r".{0,2}|[”》]?(?:的)?(?:规模|渠道|额度|作用|投入)?[，、](?:[^，。；]{0,4}(?:范围|方式|标准|结构)，)?"
)


def _topic(made: Maker, clause: Clause) -> str | None:
    """The one fund or programme that a heading around the clause, or the title of a text that is no policy, names."""
    for section in made.heads(clause):
        named = [r for r in made.view.within(section.start, section.head_end, outer=True) if r.type in _TOOLS[:2]]
        if len(named) == 1:
            return named[0].entity
    if made.own or not _under_objects(made, clause):
        return None
    titled = made.titled(*_TOOLS[:2])
    return titled.entity if titled else None


def _is_group(name: str) -> bool:
    """企业兼并重组工作协调小组 works for those who sent its members."""
    return name.removesuffix("制度").endswith(rules.groups())


def _names(made: Maker) -> None:
    """A tool whose own name holds a class is for it: 大学生创业大赛; so is a policy whose title helps one: 支持企业创新的意见."""
    titles = [r for r in made.view.refs if r.type == "Policy" and _HELPS.search(made.text, r.start, r.end)]
    tools = [r for r in made.view.refs if r.type in (*_TOOLS, "Platform") and not _is_group(made.text[r.start : r.end])]
    for tool in (*tools, *titles):
        for ref in made.view.within(tool.start, tool.end):
            if ref.type == "TargetGroup" and not _is_instrument(made, ref):
                made.add(tool.entity, "TARGETS", ref.entity, "ongoing", *made.around(tool), confidence=0.7)
