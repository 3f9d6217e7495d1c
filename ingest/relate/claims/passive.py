"""What is done to a thing by a body that is named after it: Y由X管理, Y获X批准, Y得到X的支持, Y是X设立的."""

from __future__ import annotations

import re
from functools import cache

from ingest import scene
from ingest.clauses import actors, patterns
from ingest.relate.claims import sites, slots, verbs
from ingest.relate.claims.maker import BODIES, MANAGED, ZONES, Clause, Maker, same_part

# How the doer is brought in. What one gets or goes through (获, 经) can only be consent or help.
_DOER = r"由|委托|交由|交给|授权|责成|归口|归(?=[^，]{2,40}管理)|(?:是|系)(?=[^，]{2,40}的(?:[^，。；的]{0,16})$)|系(?=[^，]{2,40}(?:印发|发布|出台|制定|颁布|设立|成立|组建|批准|认定|建设)$)"
_SOURCE = r"被|获得?|得到了?|受到了?|经|通过"
_GIVEN = frozenset(("APPROVED", "SUPPORTS"))
_MANNER = (
    r"(?:于|的|自主|独立|直接|[两二三四五六七多各双]方|牵头|负责|具体|主|共同|联合|合力|携手|统一|归口|下属的|正式|大力|积极|原则|评审|审核"
    r"|会同有关部门|重组|分片|分头|联手|主动|一并|去年|今年|\d{4}年|\d{1,2}月|\d{1,2}日)*"
)
_AFTER = r"$|(?<=为)|(?<=资助|补助|奖励|投入|支持)\d|[，。；、（）)\s的为]|和|与|并|管理|运营|实施|落实|推进|负责|开展|发布|工作|设立|建设|组建|成立|创建|立项|资助|扶持|同意"
# 未经A批准, 须经A同意, 争取获A支持: not given.
_YET = re.compile(r"(?:未|不|须|应|需|可|待|报|拟|推动|如|若)[^，]{0,6}$|(?:争取|力争|有望|确保)[^，]{0,16}$")
# 由A批复组建: A only agrees to what others build.
_AGREED = re.compile(r"(?:批复|批准|同意|核准)$")
# Between the things of one row, and behind the last of them: F和G均由A管理.
_JOINT = re.compile(r"[”》）]?[、和与及]?[“《（]?|[”》]?(?:以及)[“《]?")
# Of a class (国家级孵化器) no one is meant.
_INTO = re.compile(r"(?:(?<=为)|成?为)(?:首批|新的|第[一二三四五六七八九十]批)?[“]?(?![国省市区县][家]?级)")
_IT_TOO = re.compile(r"(?:其|它|该[一-鿿]{2,4})[与和同][“《]?")
_TOPIC = re.compile(r"[”》）]?(?:均|都|同|分别|一并|统一|共同|也|已|全部|等)*")
_STANDING = frozenset("管理 主管 负责 运营 牵头 承担 归口管理 主导 受托管理 托管 代管 运维 举办 主办".split())
# What is done once: L由A、B共同发起.
_FOUNDING = frozenset(
    "组建 设立 成立 发起 发起设立 出资 合资组建 共同出资 投建 创办 合作设立 共同发起 联合发起 发起成立".split()
)
# Behind the last word of a title: its closing mark, （试行）.
_TRAIL = re.compile(r"(?:[（(][^（()）]{1,10}[）)]|[》”])+$")
_THAT_TEXT = re.compile(r"[该此](?P<kind>办法|细则|意见|方案|规划|措施|通知|条例|规定|计划|决定|规则|指南|标准)")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<doer>{_DOER})|(?P<source>{_SOURCE}))(?P<who>[^，]{{2,60}}?){_acting()}")


@cache
def _acting() -> str:
    """How the doer acts, and the verb, with what may stand behind it."""
    return rf"{_MANNER}(?P<verb>{patterns.either(verbs.lexicon().by_passive).pattern})(?={_AFTER})"


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """The thing stands before the doer, in the clause or one before it in the sentence."""
    named = _named(clause)
    match = _done(made, clause) if named else None
    if match is None:
        return
    bodies = [r for r in named if match.start("who") <= r.start and r.end <= match.end()]
    if match["verb"] != "共建" and "下属" in match["who"]:
        bodies = bodies[-1:]
    earlier, things = _ahead(made, clause, before, match)
    row = [*_it(made, clause, before, things), *slots.row_before(made.text, things, match.start(), _TOPIC, _JOINT)]
    _next_doer(made, clause, match, [*earlier, *things])
    each = len(row) == len(bodies) > 1 and made.text.endswith("分别", 0, match.start())
    for index, body in enumerate(bodies):
        frame, thing = done_to(made, body, match["verb"], [*earlier, *things], given=bool(match["source"]))
        if frame and thing:
            same = [r for r in row if r.type == thing.type] if thing in row else [thing]
            for tool in _tools(clause, match) if frame.predicate == "SUPPORTS" else ():
                _add(made, clause, tool, "SUPPORTS", thing)
            for one in [row[index]] if each else _becomes(made, clause, match, frame) or same:
                _claim(made, clause, match, frame, body, one)


def _done(made: Maker, clause: Clause) -> re.Match[str] | None:
    """The first doer with its verb that holds; none where the clause denies it or the doer only agrees."""
    match = _pattern().search(made.text, clause.start, clause.end)
    while match and not _holds(made, clause, match):
        match = _pattern().search(made.text, match.start() + 1, clause.end)
    if not match or clause.negated or _AGREED.search(made.text, match.start("who"), match.start("verb")):
        return None
    return match


def _ahead(
    made: Maker, clause: Clause, before: tuple[Clause, ...], match: re.Match[str]
) -> tuple[list[scene.Ref], list[scene.Ref]]:
    """The things before the doer: those of the clauses before it, where it has no topic of its own, and those of its clause."""
    own = [r for r in clause.outer if r.end <= match.start()]
    headed = match["source"] or any(_TOPIC.fullmatch(made.text, r.end, match.start()) for r in own)
    same = [] if headed else same_part(made.text, clause, before)
    earlier = [r for c in same for r in c.outer if not sites_it(made, c, r)]
    things = (
        own
        or _meant(made, clause, before)
        or (_head(made, clause, before, match) if match["source"] else [])
        or ([] if earlier else _just_told(made, clause, before))
    )
    return earlier, things


def _add(made: Maker, clause: Clause, subject: str, predicate: str, thing: scene.Ref) -> None:
    made.add(
        subject, predicate, thing.entity, clause.status, min(clause.start, thing.start), clause.end, time=clause.time
    )


def _next_doer(made: Maker, clause: Clause, match: re.Match[str], things: list[scene.Ref]) -> None:
    """Of 由A设立、B管理 the second body with the verb of its own."""
    at = match.end() + 1 if match["doer"] and made.text.startswith("、", match.end()) else -1
    body = next((r for r in clause.outer if r.start == at and r.type in BODIES), None)
    said = _own_verb().match(made.text, body.end, clause.end) if body else None
    if body is None or said is None:
        return
    frame, thing = done_to(made, body, said["verb"], things)
    if frame and thing:
        made.rule = f"{frame.predicate} 由…、…{said['verb']}"
        _add(made, clause, body.entity, frame.predicate, thing)


@cache
def _own_verb() -> re.Pattern[str]:
    return re.compile(_acting())


def _tools(clause: Clause, match: re.Match[str]) -> list[str]:
    """Of 获A“P”专项资助 the fund or programme from which the help comes."""
    inside = (r for r in clause.outer if match.start("who") <= r.start and r.end <= match.start("verb"))
    return [r.entity for r in inside if match["source"] and r.type in ("Fund", "Programme")]


def _named(clause: Clause) -> list[scene.Ref]:
    """The bodies of the clause, and those with which the name of a fund or programme begins: 获A“P”专项资助."""
    tools = {r.start for r in clause.outer if r.type in ("Fund", "Programme")}
    return [r for r in clause.refs if r.type in BODIES and (r in clause.outer or r.start in tools)]


def _head(made: Maker, clause: Clause, before: tuple[Clause, ...], match: re.Match[str]) -> list[scene.Ref]:
    """Of L落户R，获A资助 what the sentence begins with, where the clause itself begins with what was got."""
    same = same_part(made.text, clause, before)
    whole = same and made.text[same[0].start - 1 : same[0].start] in ("", "。", "；", ";", "\n", "\u3000")
    first = same[0].outer[0] if whole and same[0].outer else None
    opens = first and actors.lead().fullmatch(made.text, same[0].start, first.start)
    gets = actors.lead().fullmatch(made.text, clause.start, match.start())
    return [first] if first and opens and gets and first.type not in ("Region", "Agency") else []


def _it(made: Maker, clause: Clause, before: tuple[Clause, ...], things: list[scene.Ref]) -> list[scene.Ref]:
    """Of 其与G均由A管理 the thing of G's kind that 其 means: the one named last before."""
    told = things and _IT_TOO.fullmatch(made.text, clause.start, things[0].start)
    named = [r for c in before for r in c.outer if r.type == things[0].type] if told else []
    return named[-1:]


def _becomes(made: Maker, clause: Clause, match: re.Match[str], frame: verbs.Frame) -> list[scene.Ref]:
    """Of L被A认定为Y the designation Y, where the text names one: that is what A agreed to."""
    said = _INTO.match(made.text, match.end("verb"), clause.end) if frame.predicate == "APPROVED" else None
    return [r for r in clause.outer if said and r.start == said.end() and r.type in frame.objects]


def sites_it(made: Maker, clause: Clause, ref: scene.Ref) -> bool:
    """Whether it only tells where the thing lies: L选址Z，由A建设."""
    return ref.type in ZONES and sites.where().search(made.text, clause.start, ref.start) is not None


def _meant(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> list[scene.Ref]:
    """该办法由X制定: the policy named last before whose title ends so."""
    said = _THAT_TEXT.match(made.text, clause.start, clause.end)
    if said is None:
        return []
    named = (r for c in before for r in c.outer if r.type == "Policy")
    return [r for r in named if _TRAIL.sub("", made.text[r.start : r.end]).endswith(said["kind"])][-1:]


def _just_told(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> list[scene.Ref]:
    """建设L。由X牵头: what the sentence before it on the line is about, where it names one thing alone."""
    if not made.text.startswith("由", actors.begin(made.text, clause.start, clause.end) - 1):
        return []
    near = [c for c in before if c.sentence == clause.sentence - 1 and "\n" not in made.text[c.start : clause.start]]
    named = [r for c in near for r in c.outer if r.type in MANAGED]
    return named if len({r.entity for r in named}) == 1 else []


def carried(made: Maker, clause: Clause) -> bool:
    """Whether the clause puts something in a body's hands: 由A管理."""
    match = _pattern().search(made.text, clause.start, clause.end)
    return match is not None and match["doer"] is not None and _holds(made, clause, match)


def _holds(made: Maker, clause: Clause, match: re.Match[str]) -> bool:
    """Whether a body stands right behind the mark and what is got from it was got."""
    text = made.text
    near = any(match.start("who") <= r.start <= match.start("who") + 8 for r in _named(clause))
    if match["doer"] in ("是", "系") and not _described(made, clause, match):
        return False
    if match["doer"]:
        return any(r.type in BODIES and match.start("who") <= r.start < match.end() for r in clause.outer)
    return near and not _YET.search(text[clause.start : match.start()])


def _described(made: Maker, clause: Clause, match: re.Match[str]) -> bool:
    """L是A打造的平台: the thing right before, the body right behind."""
    things = (r for r in clause.outer if r.end <= match.start() and r.type not in BODIES)
    topic = any(_TOPIC.fullmatch(made.text, r.end, match.start()) for r in things)
    return topic and any(r.type in BODIES and r.start - match.start("who") in (0, 1) for r in clause.outer)


def done_to(
    made: Maker, body: scene.Ref, verb: str, things: list[scene.Ref], given: bool = False
) -> tuple[verbs.Frame | None, scene.Ref | None]:
    """The last thing that the verb can be said of, with the frame that says it; `given`: only what one gets from the body."""
    for thing in reversed(things):
        for frame in verbs.lexicon().by_passive[verb]:
            itself = frame.predicate == "ISSUED" and thing.entity == made.own
            if given and frame.predicate not in _GIVEN:
                continue
            if thing.entity != body.entity and not itself and made.allowed(body.entity, frame.predicate, thing.entity):
                return frame, thing
    return None, None


def _claim(
    made: Maker, clause: Clause, match: re.Match[str], frame: verbs.Frame, body: scene.Ref, thing: scene.Ref
) -> None:
    start, verb = min(clause.start, thing.start), match["verb"]
    made.rule = f"{frame.predicate} {match['doer'] or match['source']}…{verb}"
    default = "planned" if made.provisions else "done"
    # Under a heading of what was done an office goes on: 中心由A代管.
    stands = clause.status == default and not clause.cue and verb in _STANDING
    status = "ongoing" if stands else clause.status
    time = "" if stands and status != clause.status and default == "done" else clause.time
    if status == "ongoing" and not stands and not clause.cue and not made.provisions and verb in _FOUNDING:
        status = "done"
    if frame.predicate in _GIVEN and status == "ongoing":
        status = "done" if frame.predicate == "APPROVED" or match["source"] else status
    if frame.predicate == "ISSUED" and status == "ongoing" and not clause.cue:
        status = "done"
    if frame.predicate == "APPLIED_FOR" and status in ("ongoing", "done"):
        status = "requested"
    if frame.predicate == "HANDLES" and status == "ongoing":
        status = "done"
    made.add(body.entity, frame.predicate, thing.entity, status, start, clause.end, time=time, cue=verb)
