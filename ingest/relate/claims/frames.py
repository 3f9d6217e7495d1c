"""The frames engine: verbs with their slots, out of lexicon/frames.yaml, in active, passive, relative and fronted order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from graph import evidence
from ingest import scene
from ingest.clauses import actors
from ingest.relate.claims.maker import BODIES, ZONES, Clause, Maker

_DOERS = BODIES | {"Region", "Person"}
_HELPING = frozenset("支持 大力支持 重点支持 鼓励 推动 促进 指导 引导 助力 扶持 鼓励和支持".split())
_GIVING = frozenset("支持 大力支持 重点支持 倾斜支持 资助 扶持 补助 奖励 下达".split())
_GROUNDS = frozenset("根据 按照 依据 参照".split())
_NOMINAL = frozenset("建设 管理 运营 创建 实施 申报 服务 开展 设立".split())
_OBLIQUE = re.compile(
    r"(?:依托|面向|向|通过|利用|在|与|和|同|对标|参照|围绕|结合|根据|按照|从|以|被|与国家级)[^，、]{0,3}$"
)
_OWNS = re.compile(
    r"企业|高校|单位|院校|范围|内|的|行政|经济|产业|居民|群众|地区生产|科技型|有关|各|优势|区位|国家|可持续|高新"
)
_FRONT = re.compile(r"(?:对|将|把|向|为)[^，]{0,14}$")
_BETWEEN = re.compile(
    r"(?:于|已|联合|共同|拟|将|要|先后|正|在|负责)?(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|牵头|主)?"
)
_WITH = re.compile(r"(?:会同|联合|(?<![协工招电经客外厂])商)$")
# After a verb these make it describe what follows: 印发的P, 修改后的P.
_THAT = ("的", "后的", "了的")
# Before a verb of a relative these leave the doer to the context: 拟制定的P, 2018年印发的P; 国家印发的P has one of no name.
_FREE = re.compile(r"(?:^|[，、在拟将已新]|年|月|日|按|按照|根据)$")
_LISTED = re.compile(r"[”》）]?[、和及与]?[“《]?")
_CLOSED = re.compile(r"$|[、，；。（()）”》\s]|和|及|与|或|等|以|并|进行|开展|实现|提升")


@dataclass(frozen=True)
class Frame:
    """One predicate with the verbs that state it and its slots (see lexicon/frames.yaml)."""

    predicate: str
    verbs: frozenset[str]
    objects: frozenset[str]
    subject: str = "agent"
    passive: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    fronted: bool = False
    tails: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True)
class _Lexicon:
    verbs: re.Pattern[str]
    passive: re.Pattern[str]
    by_verb: dict[str, tuple[Frame, ...]]
    by_passive: dict[str, Frame]


def _either(words: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@cache
def _lexicon() -> _Lexicon:
    rows = yaml.safe_load(resources.files("ingest.lexicon").joinpath("frames.yaml").read_text("utf-8"))
    frames = [
        Frame(
            r["predicate"], frozenset(r["verbs"]), frozenset(r["objects"]), r.get("subject", "agent"), frozenset(r.get("passive", ())),
            frozenset(r.get("relative", ())), r.get("fronted", False), tuple(r.get("tails", ())), r.get("unless", ""),
        )
        for r in rows
    ]  # fmt: skip
    verbs = {v for f in frames for v in f.verbs}
    by_passive = {v: f for f in reversed(frames) for v in f.passive}
    return _Lexicon(
        _either(verbs),
        re.compile(
            rf"(?:由|是(?=[^，]{{2,40}}的$))(?P<who>[^，]{{2,60}}?)(?:于|负责|主|共同|联合|下属的|三方|双方)*(?:去年|今年|\d{{4}}年)?(?:\d{{1,2}}月)?(?P<verb>{_either(set(by_passive)).pattern})"
        ),
        {v: tuple(f for f in frames if v in f.verbs) for v in verbs},
        by_passive,
    )


def state(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """All that the clause's verbs claim. `before` are the clauses before it that may hold a passive's object."""
    refs = clause.outer
    if not refs:
        return
    lexicon, text = _lexicon(), made.text
    verbs = [m for m in lexicon.verbs.finditer(text, clause.start, clause.end) if not _is_noun(m, refs)]
    last: tuple[int, re.Match[str], Frame] | None = None
    for ref in refs:
        chosen = _governing(text, verbs, ref)
        if last and ref.type in last[2].objects and _LISTED.fullmatch(text, last[0], ref.start):
            _state(made, clause, last[1], last[2], ref)
            last = (ref.end, *last[1:])
        elif chosen is not None and not _blocked(text, chosen[0], chosen[1], ref):
            _state(made, clause, *chosen, ref)
            last = (ref.end, *chosen)
    for verb in verbs:
        _fronted(made, clause, verb, refs)
    _passive(made, clause, before)
    _partners(made, clause)


def _is_noun(match: re.Match[str], refs: tuple[scene.Ref, ...]) -> bool:
    """Inside a name, or a noun right after one (示范区建设)."""
    return any(
        (r.start <= match.start() and match.end() <= r.end)
        or (r.end == match.start() and match[0] in _NOMINAL and r.type not in _DOERS)
        for r in refs
    )


def _governing(text: str, verbs: list[re.Match[str]], ref: scene.Ref) -> tuple[re.Match[str], Frame] | None:
    """The verb whose object the ref is: a helping verb before another's doing (支持桂林市建设Z), else the nearest that fits."""
    before = [v for v in verbs if v.end() <= ref.start]
    if not before:
        return None
    nearest = before[-1]
    if nearest[0] not in _GROUNDS and _OBLIQUE.search(text[nearest.end() : ref.start]):
        return None
    if nearest[0] not in ("申报", "申报创建", "争取获批"):
        for verb in before[:-1]:
            frame = _fitting(verb[0], ref)
            if verb[0] in _HELPING and frame is not None and nearest[0] not in ("依托", "向"):
                return verb, frame
    frame = _fitting(nearest[0], ref)
    return (nearest, frame) if frame is not None else None


def _fitting(verb: str, ref: scene.Ref) -> Frame | None:
    return next((f for f in _lexicon().by_verb[verb] if ref.type in f.objects), None)


def _state(made: Maker, clause: Clause, verb: re.Match[str], frame: Frame, ref: scene.Ref) -> None:
    """Claim what the verb says of the object behind it: 印发P, or A印发的P."""
    if made.text.startswith(_THAT, verb.end()):
        _relative(made, clause, verb, frame, ref)
    else:
        _claim(made, clause, frame, verb, ref)


def _relative(made: Maker, clause: Clause, verb: re.Match[str], frame: Frame, ref: scene.Ref) -> None:
    """A印发的P: done, by whoever stands right before the verb."""
    doers = _doers(made, clause, verb.start()) or (clause.agents[:1] + partners(made, clause) if clause.own else ())
    planned = clause.status == "planned"
    free = planned and _FREE.search(made.text[clause.start : verb.start()])
    if not doers and free and made.text.startswith("的", verb.end()):
        _claim(made, clause, frame, verb, ref)
    if verb[0] in frame.relative:
        for doer in doers:
            made.rule = f"{frame.predicate} {verb[0]}的"
            made.add(doer, frame.predicate, ref.entity, "done", clause.start, clause.end, time=clause.time, cue=verb[0])


def _blocked(text: str, verb: re.Match[str], frame: Frame, ref: scene.Ref) -> bool:
    """Too far away, another noun's modifier, or a region that only owns what follows (支持桂林市企业)."""
    between = text[verb.end() : ref.start]
    if between.startswith(_THAT):
        return len(between) > 12
    if ref.type == "Region":
        if frame.predicate == "SUPPORTS" and verb[0] not in _GIVING:
            return True
        if len(between) > 1 and not re.fullmatch(r"(?:[一-鿿]{2,6}[、和与及]|[、和与及等])*", between):
            return True
        return bool(_OWNS.match(text, ref.end))
    if len(between) > 40:
        return True
    return bool(frame.tails) and not _closes(text, ref, frame)


def _closes(text: str, ref: scene.Ref, frame: Frame) -> bool:
    """Whether the ref ends its noun phrase, or only one of the frame's tails follows."""
    at = ref.end
    while text[at : at + 1] in ("”", "》", "）"):
        at += 1
    line = text[at : at + 16].split("\n", 1)[0]
    for _ in range(3):
        if _CLOSED.match(line):
            return True
        tail = max((t for t in frame.tails if line.startswith(t)), key=len, default="")
        if not tail:
            return False
        line = line[len(tail) :]
    return False


def _fronted(made: Maker, clause: Clause, verb: re.Match[str], refs: tuple[scene.Ref, ...]) -> None:
    """对Z…支持: the object stands before the verb."""
    text, frame = made.text, _lexicon().by_verb[verb[0]][0]
    if not frame.fronted:
        return
    for ref in refs:
        near = ref.end <= verb.start() <= ref.end + 24
        if near and ref.type in frame.objects and _FRONT.search(text[clause.start : ref.start]):
            _claim(made, clause, frame, verb, ref)


def _claim(made: Maker, clause: Clause, frame: Frame, verb: re.Match[str], ref: scene.Ref) -> None:
    if (clause.negated and frame.predicate != "REPEALS") or (frame.predicate == "ISSUED" and ref.entity == made.own):
        return
    status = _status(made, clause, frame, verb[0], ref)
    if status is None or status == frame.unless:
        return
    time = clause.time or _issue_year(made, frame, status, ref)
    hedge: evidence.Pairs = (("hedge", clause.hedge),) if clause.hedge else ()
    for subject in _subjects(made, clause, frame, verb):
        made.rule = f"{frame.predicate} {verb[0]}"
        made.add(
            subject, frame.predicate, ref.entity, status, clause.start, clause.end,
            time=time, cue=clause.cue or verb[0], qualifiers=hedge,
        )  # fmt: skip


def _subjects(made: Maker, clause: Clause, frame: Frame, verb: re.Match[str]) -> tuple[str, ...]:
    if frame.subject == "policy":
        return (made.own,) if made.own else ()
    doers = _doers(made, clause, verb.start()) or clause.agents
    if frame.predicate == "ISSUED":
        return tuple(dict.fromkeys((*doers, *partners(made, clause))))
    return doers


def _status(made: Maker, clause: Clause, frame: Frame, verb: str, ref: scene.Ref) -> evidence.Status | None:
    """The clause's status as the predicate takes it, or None where the verb does not claim it here."""
    if frame.predicate == "BASED_ON":
        return "done"
    if frame.predicate == "APPLIED_FOR":
        if verb == "创建" and ref.type != "DemonstrationZone":
            return None
        return "planned" if clause.status == "planned" else "requested"
    if frame.predicate == "ISSUED" and clause.status == "ongoing" and verb in ("印发", "出台", "发布", "印发出台"):
        return "done"
    creed = made.provisions and ref.type == "Meeting" and "精神" in made.text[ref.end : clause.end]
    if frame.predicate == "IMPLEMENTS" and creed:
        return None
    if made.view.outline.doc_type == "approval" and clause.agent == made.view.author and frame.predicate == "MANAGES":
        return None
    if frame.predicate == "APPROVED" and not clause.own and verb not in ("确定", "认定"):
        return None
    return clause.status


def _issue_year(made: Maker, frame: Frame, status: str, ref: scene.Ref) -> str:
    number = made.view.entities[ref.entity].prop("doc_no")
    if frame.predicate != "ISSUED" or status != "done" or not number:
        return ""
    year = re.search(r"〔(\d{4})〕", str(number))
    return year[1] if year else ""


def _doers(made: Maker, clause: Clause, position: int) -> tuple[str, ...]:
    """The bodies right before the verb: 报请自治区人民政府出台, 由省政府于去年11月发布."""
    text, end = made.text, position
    row: list[scene.Ref] = []
    for ref in reversed(clause.refs):
        if ref.type not in BODIES or ref.end > end:
            continue
        between = text[ref.end : end]
        if not (_BETWEEN.fullmatch(between) if not row else actors.pattern("joints").fullmatch(between)):
            break
        row.append(ref)
        end = ref.start
    if row and re.search(r"(?:会同|联合|配合|[与和向对])$", text[max(clause.start, end - 3) : end]):
        return ()
    return tuple(dict.fromkeys(r.entity for r in reversed(row)))


def partners(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies that act along with the agent: 会同B、C, 联合B."""
    text, found, open_at = made.text, [], -1
    for ref in clause.refs:
        if ref.type not in BODIES:
            continue
        lead = _WITH.search(text[max(clause.start, ref.start - 3) : ref.start])
        follows = open_at >= 0 and actors.pattern("joints").fullmatch(text[open_at : ref.start])
        if lead or follows:
            found.append(ref.entity)
            open_at = ref.end
    return tuple(found)


def _partners(made: Maker, clause: Clause) -> None:
    """会同B, 联合B, 与B合作, 配合B: the agent acts with B."""
    text = made.text
    together = list(partners(made, clause))
    for ref in clause.refs:
        if ref.type not in BODIES or ref.entity in together:
            continue
        before, after = text[max(clause.start, ref.start - 4) : ref.start], text[ref.end : ref.end + 10]
        if before.endswith("配合") or (
            re.search(r"[与和]$", before) and re.match(r"(?:合作|共建|共同|联合|签订|签署|商定|协商|会签)", after)
        ):
            together.append(ref.entity)
    if len(clause.agents) > 1 and re.search(r"联合|共同|协同", text[clause.start : clause.end]):
        together += clause.agents[1:]
    status = "done" if clause.status == "ongoing" and clause.time and "/" not in clause.time else clause.status
    led = re.search(r"会同|联合|配合", text[clause.start : clause.end])
    leads = _doers(made, clause, clause.start + led.start()) if led else ()
    for body in together:
        made.rule = "COOPERATES_WITH"
        made.add(
            (leads or clause.agents or (None,))[0],
            made.rule,
            body,
            status,
            clause.start,
            clause.end,
            time=clause.time,
            cue="会同",
        )


def _passive(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """X由A管理, P由A发布, Z由A批复: the thing stands before, in the clause or one before it in the sentence."""
    match = _lexicon().passive.search(made.text, clause.start, clause.end)
    if not match:
        return
    predicate = _lexicon().by_passive[match["verb"]].predicate
    bodies = [r for r in clause.outer if r.type in BODIES and match.start("who") <= r.start and r.end <= match.end()]
    if match["verb"] != "共建" and "下属" in match["who"]:
        bodies = bodies[-1:]
    earlier = [r for c in before if c.sentence == clause.sentence for r in c.outer]
    things = [*earlier, *(r for r in clause.outer if r.end <= match.start())]
    for body in bodies:
        fitting = (t for t in reversed(things) if made.allowed(body.entity, predicate, t.entity))
        thing = next((t for t in fitting if predicate != "ISSUED" or t.entity != made.own), None)
        if thing is not None and thing.entity != body.entity:
            start = min(clause.start, thing.start)
            made.rule = f"{predicate} 由…{match['verb']}"
            made.add(body.entity, predicate, thing.entity, clause.status, start, clause.end, time=clause.time, cue=match["verb"])  # fmt: skip


def fronted_before(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> None:
    """对X承担的项目，单项资助…: whom the clause before puts in front is helped."""
    if not before or before[-1].sentence != clause.sentence or not made.text.startswith("对", before[-1].start):
        return
    if re.search(r"资助|补助|奖励|支持|补贴", made.text[clause.start : clause.end]):
        for ref in before[-1].outer:
            if ref.type in ZONES | {"Organization", "Platform", "Project"}:
                made.rule = "SUPPORTS 对…"
                made.add(clause.agent, "SUPPORTS", ref.entity, clause.status, before[-1].start, clause.end, time=clause.time)  # fmt: skip
