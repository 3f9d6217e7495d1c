"""Who acts together: 会同B, 联合B, 与B合作, 配合B, and rows that act jointly."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import actors, governments
from ingest.relate.claims import slots
from ingest.relate.claims.maker import BODIES, Clause, Maker, just_before

_BETWEEN = re.compile(
    r"(?:等(?:[一二三四五六七八九十\d]{1,3}(?:个|家)?)?(?:有关|相关)?(?:部门|部委|单位|委办局)?)?(?:[两二三四五六七多各双][方家地市省])?(?:于|已|联合|共同|拟|将|要|先后|正|在|负责)?(?:去年|今年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|牵头|主|研究|组织|签约|合作|携手|合力|联手|协同|分别|倾力|独立|自主)*"
)
_WITH = re.compile(r"(?:会同|联合|携手|联手|协同|牵手|邀同|联袂|偕同|连同|(?<![协工招电经客外厂])商)$")

# 引进B共建L.
_BRINGS = re.compile(r"(?:引进|引入|邀请|吸引)$")
# The last characters of these two: no other stands before a partner.
_BEFORE_PARTNER = frozenset("同合手商进入请引袂")
_LED = re.compile(r"会同|联合|配合")
_AS_ONE = re.compile(
    r"联合|联手|共用|共签|共商|共享一|联袂|共同(?!担任)|合力|携手|协同(?!发展|创新|机制|治理)|(?:双方|两[市省校院地家方]|[三四五多各]方|[三四五][市省地])[^，。；]{0,12}(?:签|共同|联合|合办|共建|合作|达成|建立|组建|商定)"
)
_OTHERS = re.compile(r"(?:公司|企业|国企|群众|居民|申请人)[^，]{0,4}$")
# 对主动配合A开展工作的企业，给予…: who helps A is who is given something.
_RECEIVED = re.compile(
    r"(?:第[一二三四五六七八九十百]+条)?(?:【[^】]{1,20}】)?(?:[（(][一二三四五六七八九十]+[）)])?对"
)
# Bounded, as a sign of a place is a character of names too, so that a row of places has many readings.
_OWNER = re.compile(
    r"(?:[、和与][一-鿿]{1,6}[省市区县州]){0,10}(?:有关|相关|各|的|[一-鿿]{0,14}(?:部门|机关|单位|厅|局))"
)
_JOINTLY = re.compile(
    r"(?:等[^，。；]{0,8})?(?:(?:市校|院地|校企|校地|部省|省部|省院|市院|省校|央地|政企|政银|校院|院企)?(?=共|合|携|联))?(?:[两二双三四五六七八九多各](?:方|家|地|校|市|省|个?部门|个?单位))?(?:在[^，。；]{2,20}?)?(?:今年|去年|近日|日前|先后|正式|已经|已|将|拟|于|\d{4}年|\d{1,2}月|\d{1,2}日)*"
    r"(?:开展[^，。；]{0,10}(?:合作|对接|协作|交流)|的[^，。；的]{0,6}(?:合作|协作|沟通|对接|交流|协同|联动)|结对|联动|联手|会商|协同|合作|合办|联办|合力|携手|共建"
    r"|共同|联合|(?:密切|紧密|通力|协调|相互|主动|积极)*配合|产学研用?(?:合作|协同)|校企合作|签订|签署|签约|订立|商定|协商|会签|建立|组建|组成|合组|合筹|共筹|共设|共担|共同|开办|创办|开设|搭建|打造|筹建|筹设|(?:就[^，。；]{1,24}?)?达成|对接|举行|召开|推出|各出资|各自?安排|共设|合资|会谈|座谈|合建|共享|一道|一起|一同|结成|结为|签下|揭榜|(?:按[^，。；]{1,12})?发起|建有|设有|投建|联建|推行|共用|共签|共谋|共商|共推|共办|共管|共研|互认|互通|互派|互聘|牵手|联袂|开展[^，。；]{0,10}(?:联合|协同|共建)|缔结|缔约|互签|研究(?!院|所|生|会|中心|室))"
)
# 支持A与B共建, 推荐其联合B申报: who is helped acts with B, not who helps.
_CAUSED = re.compile(
    r"(?:支持|推动|鼓励|推荐|指导|引导|促成|促进|协助|帮助|组织|推进|协调)(?P<who>[^，。；]{1,40}?)(?:与|和|同|联合|会同)(?:[^，。；]{0,40}[、和与及])?$"
)
_AND = re.compile(r"(?<![会协共一相])同$")
_UNDER = re.compile(
    r"在(?P<who>[^，。；]{2,60}?)的?(?:大力|积极|密切|通力|鼎力)*(?:支持|帮助|和|与)*(?:配合|协助|协同)下$"
)
# A、B建立技术中心: each may have its own, unless what they set up is of several.
_EACH_ALONE = re.compile(
    r"(?:今年|去年|近日|日前|先后|相继|正式|已经|已|将|拟|均|都|\d{4}年|\d{1,2}月|\d{1,2}日)*(?:建立|组建|推出|举行|召开|开办|创办|开设|搭建|打造|筹建|筹设)"
    r"(?![^，。；]{0,16}(?:联盟|联动|联席|机制|联合|合资|合作|签|共同|共建|协作|一体化))"
)
# A牵头，B、C配合: those who help the one who leads.
_HELP_LEADER = re.compile(r"(?:等[^，。；]{0,8})?(?:按[^，。；]{2,8})?配合$")
# 由A牵头、B参与的….
_LED_AND_HELPED = re.compile(
    r"(?:负责)?(?:牵头|领衔|主导)(?:组织|建设|实施|承担)?[、和，](?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,8})?(?:共同|联合)?(?:参与|参建|参加|配合|协同|协作|协助)"
)
# What is signed is done once it is told.
_SIGNED = re.compile(
    r"签订|签署|签约|签下|达成|共签|互签|缔结|由[^，。；]*(?:合资|共同出资|投建|共同发起|合作设立|联合组建)"
)
_HELPS = re.compile(r"(?:支持|推动|鼓励|引导|促成|组织|指导)$")
_AS_PARTNERS = re.compile(r"等?[^，。；]{0,6}(?:共同|联合|合作)|等?(?:组建|共建|组成|签订)")
_IT = re.compile(r"(?:其|该(?!基金|资金|平台|项目|计划|政策|试点)[一-鿿]{1,4})$")
# 发挥A龙头作用，联合B…; 以A为主体，与B共建…: A acts with B.
_FIELD = re.compile(r"(?:发挥[^，。；]{2,40}作用|以[^，。；]{2,40}为[一-鿿]{2,6}|依托[^，。；]{2,40})$")
# A会同B制定本办法.
_MAKES_THIS = re.compile(r"(?:会同|联合)[^，。；]{2,60}(?:制定|制订|编制|起草)(?:了)?本")


def doers(made: Maker, clause: Clause, position: int) -> tuple[str, ...]:
    """The bodies right before the verb: 报请自治区人民政府出台, 由省政府于去年11月发布."""
    bodies = [r for r in clause.refs if r.type in BODIES]
    row = slots.row_before(made.text, bodies, position, _BETWEEN, actors.pattern("joints"))
    end = row[0].start if row else position
    if row and re.search(r"(?:会同|联合|配合|[与和向对])$", made.text[max(clause.start, end - 3) : end]):
        return ()
    return tuple(dict.fromkeys(r.entity for r in row))


def partners(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies that act along with the agent: 会同B、C, 联合B."""
    text, found, open_at = made.text, list[str](), -1
    for ref in clause.outer:
        lead = text[ref.start - 1] in _BEFORE_PARTNER and _leads_to(text, clause, ref)
        follows = open_at >= 0 and actors.pattern("joints").fullmatch(text, open_at, ref.start)
        body = _body(made, ref) if (lead or follows) and not _caused(made, clause, ref) else None
        if body is not None:
            found.append(body)
            open_at = ref.end
    return tuple(found)


def _leads_to(text: str, clause: Clause, ref: scene.Ref) -> bool:
    """Whether a word of acting along stands right before the name: 会同B, 引进B共建L."""
    start = max(clause.start, ref.start - 3)
    brought = _BRINGS.search(text, start, ref.start) and _AS_PARTNERS.match(text, ref.end)
    return bool(_WITH.search(text, start, ref.start) or brought)


def makers(made: Maker, found: tuple[Clause, ...]) -> tuple[str, ...]:
    """Who makes it along with the author, as the policy itself says: A会同B制定本办法."""
    said = next((c for c in found if c.own and _MAKES_THIS.search(made.text, c.start, c.end)), None)
    return (*said.agents, *partners(made, said)) if said else ()


def beside(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies of 与B共同…, 与B合作…, who do what the clause says along with its agent."""
    text, row, found = made.text, list[str](), list[str]()
    joined = False
    for ref in clause.outer:
        before = text[ref.start - 1]
        joint = before in "与和跟" or (before == "同" and _AND.search(text, clause.start, ref.start))
        with_it = joint or (joined and before == "、")
        body = _body(made, ref) if with_it and not _caused(made, clause, ref) else None
        # A laboratory in a row of bodies is passed over: 与L、B签订.
        joined = with_it and ref.type != "Region" if body is None else True
        row = [*row, body] if body else row if joined else []
        if row and _JOINTLY.match(text, ref.end):
            found += row
    return tuple(found)


def _body(made: Maker, ref: scene.Ref) -> str | None:
    """The body that a name stands for: itself, or the government of a region that is not the owner of others (甲省有关部门)."""
    if ref.type == "Region":
        if _OWNER.match(made.text, ref.end):
            return None
        return governments.government(made.view, ref.entity)
    return ref.entity if ref.type in BODIES else None


def _caused(made: Maker, clause: Clause, ref: scene.Ref) -> re.Match[str] | None:
    """Whether the body acts along with one that the clause's agent only helps."""
    said = _CAUSED.search(made.text, clause.start, ref.start) if ref.type in BODIES else None
    inside = said is not None and any(r.start < said.start() < r.end for r in clause.outer)
    return None if inside else said


def _helped_pairs(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> list[tuple[str, str]]:
    """支持A与B共建: A and B; of 支持其与B共建 the body that was named last in the sentence."""
    pairs = []
    for ref in clause.outer:
        said = _caused(made, clause, ref)
        if not said or not (_JOINTLY.match(made.text, ref.end) or "联合" in said[0] or "会同" in said[0]):
            continue
        named = [
            r for r in clause.outer if said.start("who") <= r.start and r.end <= said.end("who") and r.type in BODIES
        ]
        if not named and _IT.search(said["who"]):
            earlier = [r for c in before if c.sentence == clause.sentence for r in c.outer]
            named = [r for r in earlier if r.type == "Organization"]
        pairs += [(named[-1].entity, ref.entity)] if named else []
    return pairs


def _set_up_together(made: Maker, clause: Clause) -> list[tuple[str, str]]:
    """支持A、B组建L: A and B act together."""
    row: list[scene.Ref] = []
    for ref in clause.outer:
        if ref.type not in BODIES:
            continue
        joined = row and made.text[row[-1].end : ref.start] in ("、", "和", "与", "及")
        row = [*row, ref] if joined else [ref]
        helped = _HELPS.search(made.text, clause.start, row[0].start)
        if len(row) > 1 and helped and _AS_PARTNERS.match(made.text, ref.end):
            return [(row[0].entity, other.entity) for other in row[1:]]
    return []


def _field(made: Maker, before: tuple[Clause, ...], clause: Clause) -> tuple[str, ...]:
    """Whose strength the clause before makes use of: 发挥A龙头作用，联合B…."""
    last = just_before(clause, before)
    said = _FIELD.search(made.text, last.start, last.end) if last else None
    if not said or not made.text.startswith(("联合", "会同", "携手", "协同", "与"), clause.start):
        return ()
    inside = made.view.within(*said.span(), outer=True)
    return tuple(r.entity for r in inside if r.type == "Organization")[:1]


def state(made: Maker, clause: Clause, before: tuple[Clause, ...] = ()) -> None:
    """会同B, 联合B, 与B合作, 配合B: whoever acts acts with B; of a row that acts jointly the first with each other."""
    text = made.text
    helping = _with_help(made, clause, before)
    others = dict.fromkeys((*partners(made, clause), *beside(made, clause), *_assisted(made, clause), *helping))
    leads = _leaders(made, clause, before) if others else ()
    named = any(r.type in BODIES for r in clause.outer)
    joined = _joined(made, clause) if named else []
    known = {body for pair in joined for body in pair}
    pairs = [(a, b) for b in others if b not in known for a in leads] + joined
    if named:
        pairs += _helped_pairs(made, clause, before) + _set_up_together(made, clause)
        pairs += _led_and_helped(made, clause)
    if len(clause.agents) > 1 and _AS_ONE.search(text, clause.start, clause.end):
        pairs += [(clause.agents[0], b) for b in clause.agents[1:]]
    dated = not clause.cue and clause.time and "/" not in clause.time
    told = dated or _SIGNED.search(text, clause.start, clause.end)
    status = "done" if clause.status == "ongoing" and told else clause.status
    made.rule = "COOPERATES_WITH"
    for one, other in pairs:
        made.add(one, made.rule, other, status, clause.start, clause.end, time=clause.time, cue="会同")


def _led_and_helped(made: Maker, clause: Clause) -> list[tuple[str, str]]:
    """由A牵头、B参与的…: A with each who takes part."""
    bodies = [r for r in clause.outer if r.type in BODIES]
    for lead in bodies:
        said = _LED_AND_HELPED.match(made.text, lead.end, clause.end)
        if said:
            return [
                (lead.entity, r.entity) for r in bodies if said.start("who") <= r.start and r.end <= said.end("who")
            ]
    return []


def _leaders(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> tuple[str, ...]:
    """Who acts with the others: whose strength is used, who stands before the verb, else who acts in the clause."""
    led = _LED.search(made.text, clause.start, clause.end)
    return (
        made.led or _field(made, before, clause) or (doers(made, clause, led.start()) if led else ()) or clause.agents
    )


def _joined(made: Maker, clause: Clause) -> list[tuple[str, str]]:
    """Who is joined to whom before a joint act: of A、B与C、D签订 each of the first with each behind 与, of A、B和C签订 A with the others."""
    pairs: list[tuple[str, str]] = []
    first, second, headed = list[str](), list[str](), False
    bodies = [r for r in clause.outer if r.type in BODIES]
    for at, ref in enumerate(bodies):
        between = made.text[bodies[at - 1].end : ref.start] if at else ""
        if between in ("与", "同", "跟") and second and not _caused(made, clause, ref):
            first, second = [*first, *second], [ref.entity]
        elif between in ("、", "和") and second:
            second.append(ref.entity)
        else:
            taken = made.text[ref.start - 1] in "与和同跟" or _WITH.search(made.text, clause.start, ref.start)
            first, second = [], [] if taken else [ref.entity]
            headed = actors.lead().fullmatch(made.text, clause.start, ref.start) is not None
        if (first or (headed and len(second) > 1)) and _JOINTLY.match(made.text, ref.end, clause.end):
            if not first and _HELP_LEADER.match(made.text, ref.end, clause.end):
                continue
            if not first and _EACH_ALONE.match(made.text, ref.end, clause.end):
                continue
            leaders, others = (first, second) if first else (second[:1], second[1:])
            pairs += [(a, b) for a in leaders for b in others]
    return pairs


def _with_help(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> tuple[str, ...]:
    """在B的配合下，A…: the bodies with whose help the clause goes on."""
    last = just_before(clause, before)
    said = _UNDER.search(made.text, last.start, last.end) if last else None
    inside = made.view.within(*said.span("who"), outer=True) if said else []
    return tuple(r.entity for r in inside if r.type in BODIES)


def _assisted(made: Maker, clause: Clause) -> tuple[str, ...]:
    """The bodies right behind 配合 or 协助."""
    text = made.text
    return tuple(
        r.entity
        for r in clause.refs
        if r.type in BODIES
        and text.endswith(("配合", "协助"), 0, r.start)
        and not _RECEIVED.match(text, clause.start, r.start)
        and not _OTHERS.search(text[clause.start : r.start - 2])
    )
