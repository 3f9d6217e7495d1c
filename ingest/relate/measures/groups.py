"""Groups of clauses with one aim: in prose by agent, status and named thing, in provisions by the sentence."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.measures.kinds import GIFT, MARK, RULES
from ingest.relate.measures.parts import Clause, Part, make

_ASKED = re.compile(r"(?:您|你|代表|委员)[^，]{0,30}(?:提出|请求|建议|希望|反映|提到)")


_GREETING = re.compile(
    r"(?:答复|函复|函告|复函|回复|批复|通知|报告|反馈|说明|公告|意见|政策|措施|办法|细则|方案|规定|条例)(?:意见)?(?:并[^，]{2,8})?如下$|制定(?:本|以下|如下)[^，]{2,8}$"
)


_ORDINAL = re.compile(r"(?:第?[一二三四五六七八九十]是|首先|其次|最后)")


_SUM = re.compile(r"\d(?:亿|万|千)?元|%$|不超过|连续计算")
_MONEY = re.compile(r"\d(?:亿|万|千)?元")
_NEW_RECEIVER = re.compile(r"[^，。；]{0,6}?(?:对|凡|支持|鼓励|给予|向)")
_ON_TERMS = re.compile(r"对|凡|按|经|给予|\d")
# Characters after which prose, and a provision, begins a new measure at the next act.
_LONG, _LONG_PROVISION, _LONGEST_PROVISION = 70, 110, 160
_PURPOSE = re.compile(
    r"\s*为(?:了)?(?:[一-鿿]{0,4})(?:贯彻|落实|推动|推进|促进|加快|加强|规范|深入|全面|充分|提高|支持|鼓励|保障|实现|积极|进一步|切实|有效)"
)
_DEFINES = re.compile(
    r"^有利于|(?:是|主要|均)指(?!导|定|出|向|挥|派|标)|所称|(?:^|，)(?:也|又)?是[^，]{4,}(?:，|$)|"
    # 某城市是以…为引领的发展模式, 某制度并不是…: what a thing is, said before anybody is asked to do anything.
    r"^(?!.*(?:(?<!需)要(?![求素])|应|须|负责(?!人)|对象|不得))[^，是]{2,16}(?:并不是|是(?!否|指|[^，]*(?:主管|负责(?!人)|受理)).{6,}的[一-鿿]{2,10}$)"
)
# Each of these words holds one of these.
_DEFINING = ("是", "指", "称", "有利于")
# …有成功案例的管理人才: an item of a list of persons or firms.
_WHO = re.compile(r"的[一-鿿、]{0,16}(?:人才|人员|企业|单位|机构|团队|组织|者)$")
_DECIDES = re.compile(r"决定(?![权的])")
_PARALLEL = re.compile(r"鼓励|支持|允许|对|同意|授予|不得|禁止")
_ISSUE = re.compile(r"(?:印发|出台|发布|制定)")
_DOING = re.compile(r"(?:申报|参加|参与|建设|设立|举办|创建|打造|开展|申请)")
_HELP = re.compile(r"(?:支持|鼓励|引导|推动|指导)")


def of_sentence(view: scene.Scene, row: list[Clause]) -> list[list[Part]]:
    """Clauses of one sentence that belong to one action."""
    if not row or _letter_phrase(view, row):
        return []
    parts = _led_in(view, [make(view, clause) for clause in row])
    parts = _behind_purpose(view, parts) if parts else []
    if parts and row[0].provision and row[-1].end - row[0].start <= _LONGEST_PROVISION:
        return _provisions(view, parts)
    return _prose(view, parts)


def _provisions(view: scene.Scene, parts: list[Part]) -> list[list[Part]]:
    """A provision is its sentence, with subject, terms and aims; longer ones part at an act, and where an act stands anew."""
    groups: list[list[Part]] = []
    for part in parts:
        if (part.kind == "formula" and not _opens(part)) or (
            part.kind in ("none", "vague") and not (groups and groups[-1])
        ):
            groups.append([])
        elif not groups or not groups[-1] or _parts_provision(view, groups[-1], part):
            groups.append([part])
        else:
            groups[-1].append(part)
    return [g for g in groups if _rules(view, g)]


def _rules(view: scene.Scene, group: list[Part]) -> bool:
    """Whether a group says that something be done: by an act, or by a modal over what is only described."""
    if not group or all(p.kind in ("none", "vague", "formula") for p in group):
        return False
    text = _text(view, group)
    if any(sign in text for sign in _DEFINING) and _DEFINES.search(text):
        return False
    if (
        MARK.match(text)
        and _WHO.search(text)
        and not (_HELP.search(text) or any(p.modal or p.clause.own for p in group))
    ):
        return False
    return any(p.kind in ("act", "aim") or RULES.search(view.shadow.text, p.clause.start, p.clause.end) for p in group)


def _text(view: scene.Scene, group: list[Part]) -> str:
    return view.shadow.text[group[0].clause.start : group[-1].clause.end]


def _behind_purpose(view: scene.Scene, parts: list[Part]) -> list[Part]:
    """Of the sentence before the first section that says what the policy is for: what is done by it (为…，经…同意，现将…公布), if anything is."""
    first, text = parts[0].clause, view.shadow.text
    if first.section != 0 or not _PURPOSE.match(text, first.start):
        return parts
    for i, part in enumerate(parts):
        if part.kind == "act" and (part.clause.status == "done" or (part.led and _DECIDES.match(text, part.core))):
            agreed = i and _AGREED.fullmatch(text, parts[i - 1].clause.start, parts[i - 1].clause.end)
            return parts[i - 1 if agreed else i :]
    return [] if first.provision else parts


# 经市政府同意: what a decision rests on.
_AGREED = re.compile(r"[ \u3000]*(?:已?经|报)[^，]{2,30}(?:同意|批准|决定|通过|审定)")


def _led_in(view: scene.Scene, parts: list[Part]) -> list[Part]:
    """我们围绕…，主要做了以下工作：what was done stands behind the colon."""
    text = view.shadow.text
    for i, part in enumerate(parts):
        if part.named:
            break
        if part.kind == "vague" and text.startswith("：", part.clause.end):
            return parts[i + 1 :]
    return parts


def _parts_provision(view: scene.Scene, group: list[Part], part: Part) -> bool:
    text, begin = view.shadow.text, group[0].clause.start
    if part.led and _DECIDES.match(text, part.core):
        return True
    acts = [p for p in group if p.kind == "act"]
    apart = _at_semicolon(view, part) or _ORDINAL.match(text, part.clause.start)
    if (
        not apart
        and text[group[-1].clause.end - 1] == "的"
        and part.clause.end - begin <= _LONG_PROVISION
        and "；" not in text[begin : part.clause.start]
    ):
        return False  # 涉及市政府权限的，市政府应当支持: a case stays with what it asks for
    if part.kind == "aim" or not (acts or (apart and _rules(view, group))):
        return False
    if apart:
        return not _tier(view, group, part) and (
            part.kind in ("act", "lead") or part.clause.end - part.clause.start > 12
        )
    if part.led and part.clause.agent != acts[-1].clause.agent and part.kind == "act":
        return True
    again = _PARALLEL.match(text, acts[0].core)
    if again and part.kind == "act" and text.startswith(again[0], part.core):
        return True
    return part.kind in ("act", "lead") and part.clause.end - begin > _LONG_PROVISION


def _tier(view: scene.Scene, group: list[Part], part: Part) -> bool:
    """…的，补助20万元；转板的，补助50万元: a further tier of the promise, without a receiver of its own."""
    text = view.shadow.text
    stop = min((at for at in (text.find(c, part.clause.start) for c in "；;。\n") if at >= 0), default=len(text))
    own = _NEW_RECEIVER.match(text, part.clause.start)
    return bool(
        not own and not part.led and _MONEY.search(text, part.clause.start, stop) and _MONEY.search(_text(view, group))
    )


def _opens(part: Part) -> bool:
    """A creed that holds the subject or the modal of its sentence (我县认真贯彻…精神, 要践行…思想) stays with the acts after it."""
    return part.led or part.modal


def _prose(view: scene.Scene, parts: list[Part]) -> list[list[Part]]:
    """Actions told: a new one begins with a new agent, status or named thing."""
    groups: list[list[Part]] = []
    waiting: list[Part] = []
    for part in parts:
        if part.kind == "formula" and (_opens(part) or waiting):
            waiting.append(part)
        elif part.kind in ("none", "vague", "formula"):
            waiting.clear()
        elif (
            part.kind == "fact"
            and groups
            and not waiting
            and _SUM.search(view.shadow.text, part.clause.start, part.clause.end)
        ):
            groups[-1].append(part)
        elif part.kind in ("lead", "fact"):
            if part.kind == "fact" and _at_semicolon(view, part):
                _trail(view, groups, waiting)
                waiting.clear()
            waiting.append(part)
        else:
            _place(view, groups, waiting, part)
            waiting.clear()
    _trail(view, groups, waiting)
    return groups


def _trail(view: scene.Scene, groups: list[list[Part]], waiting: list[Part]) -> None:
    """启动建设L，一期用地1800亩，选址甲区: what is told of the act behind it belongs to it, if it is no longer than the act."""
    facts = waiting and all(p.kind == "fact" and not p.led for p in waiting)
    if not groups or not facts or _at_semicolon(view, waiting[0]) or not any(p.kind == "act" for p in groups[-1]):
        return
    last = groups[-1]
    act = last[-1].clause.end - last[0].clause.start
    follows = waiting[0].clause.start - last[-1].clause.end <= 1
    if follows and waiting[-1].clause.end - last[-1].clause.end <= act:
        last.extend(waiting)
        waiting.clear()


def _place(view: scene.Scene, groups: list[list[Part]], waiting: list[Part], part: Part) -> None:
    """The part joins the last group or opens one, together with the terms that stand before it."""
    last = groups[-1] if groups else None
    terms = [p for p in waiting if p.kind in ("lead", "formula")]
    first = terms[0] if terms else part
    goes_on = (
        last is not None
        and part.clause.provision
        and _promise_goes_on(view, last, waiting[0] if waiting else part, part)
    )
    if last is not None and (goes_on or not _breaks(view, last, first, part)):
        last.extend([*waiting, part])
    else:
        groups.append([*_fitting(view, terms, part), part])


def _promise_goes_on(view: scene.Scene, last: list[Part], opening: Part, part: Part) -> bool:
    """A gift stays with its condition, and a further tier with the promise."""
    if not GIFT.search(view.shadow.text, part.core, part.clause.end):
        return False
    return _tier(view, last, opening) or not (
        part.led or _MONEY.search(_text(view, last)) or _at_semicolon(view, opening)
    )


def _at_semicolon(view: scene.Scene, part: Part) -> bool:
    return view.shadow.text[part.clause.start - 1 : part.clause.start] in ("；", ";")


def _fitting(view: scene.Scene, terms: list[Part], part: Part) -> list[Part]:
    """The terms of an act stand in its quote unless they are longer than twice the act itself."""
    length = part.clause.end - part.clause.start
    kept: list[Part] = []
    for term in reversed(terms):
        opens = term.kind == "formula" and _opens(terms[0])
        if (
            not opens
            and not _ON_TERMS.match(view.shadow.text, term.core)
            and part.clause.end - term.clause.start > 3 * length
        ):
            break
        kept.insert(0, term)
    return kept


def _letter_phrase(view: scene.Scene, row: list[Clause]) -> bool:
    """A sentence that opens a letter or a policy, or tells what the other side asks for."""
    text = view.shadow.text
    pieces = [text[c.start : c.end].strip(" \u3000：。") for c in row]
    if any(_ASKED.match(p) or p.endswith("请求") for p in pieces[:2]) and "我" not in "".join(pieces):
        return True
    return _greets(pieces[-1]) or any("收悉" in p for p in pieces)


def _greets(piece: str) -> bool:
    return ("如下" in piece or "制定" in piece) and _GREETING.search(piece) is not None


def _breaks(view: scene.Scene, last: list[Part], first: Part, part: Part) -> bool:
    """A clause opens a new action when it acts itself and has an agent, status, semicolon or named thing of its own."""
    text, clause, before = view.shadow.text, part.clause, last[-1].clause
    if _at_semicolon(view, first) or _ORDINAL.match(text, first.clause.start):
        return True
    if part.kind == "aim":
        return False
    if _BY_WHOM.match(text, clause.start) and any(_SETS_UP.match(text, p.core) for p in last):
        return False
    if (part.led or first.led) and clause.agent != before.agent:
        return True
    length = clause.end - last[0].clause.start
    if _ORDINAL.match(text, last[0].clause.start):
        return length > 110
    if _carries_on(text[last[-1].core : before.end], text[part.core : clause.end]):
        return False
    if clause.status != before.status:
        return True
    held = frozenset[str]().union(*(p.named for p in last))
    return bool(part.named - held and held) or length > _LONG


# 设立F，由A受托管理: who runs what was set up does so in one measure with who set it up.
_BY_WHOM = re.compile(
    r"(?:具体|分别|并|全权|统一)?(?:由(?!此|于)|委托|交由|交给)[^，。；]{2,40}(?:管理|运营|运维|承担|承办|牵头|实施|负责|发起|建设|打理)"
)

_SETS_UP = re.compile(
    r"(?:谋划|布局|研究|探索|新|共同|联合|出资)*(?:设立|组建|成立|建设|启动|推出|筹建|搭建|打造|创办|新设|开设)"
)


def _carries_on(before: str, after: str) -> bool:
    """印发A，出台B is one action; so is 支持X参加A，申报B."""
    return bool((_ISSUE.match(before) and _ISSUE.match(after)) or (_HELP.match(before) and _DOING.match(after)))


def trimmed(group: list[Part], whole: bool) -> list[Part]:
    """The group as it stands if it is a `whole` provision; else without aims that together outweigh its acts, and without what trails after them."""
    if whole:
        return group
    weight = sum(p.clause.end - p.clause.start for p in group if p.kind in ("act", "lead"))
    acts = [i for i, p in enumerate(group) if p.kind in ("act", "fact")]
    last = acts[-1] if acts else len(group) - 1
    end = group[last].clause.end
    for i in range(last + 1, len(group)):
        if group[i].clause.end - end > 0.6 * weight:
            return group[:i]
    return group
