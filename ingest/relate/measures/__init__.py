"""Measures: what a body says it has done, does or will do, one for each group of clauses with one aim."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import attrgetter

from graph import evidence, ids
from ingest import clauses, scene
from ingest.clauses import charged
from ingest.find import words
from ingest.relate.measures import groups, targets
from ingest.relate.measures.kinds import MARK, granter
from ingest.relate.measures.parts import Clause, Part


def find_measures(view: scene.Scene, found: tuple[Clause, ...], document: str) -> tuple[evidence.Measure, ...]:
    """Actions by clause groups: a new group begins with a new agent, status or own aim; headings are none."""
    made: dict[str, evidence.Measure] = {}
    silent, listed = _silent_sections(view), _conditions(view)
    for index, row in groupby(found, key=attrgetter("sentence")):
        sentence = view.outline.sentences[index]
        if index in listed or sentence.section in silent or _asks(view, sentence):
            continue
        for group in groups.of_sentence(view, _speaking(view, sentence, tuple(row))):
            measure = _measure(view, group, document)
            if measure is not None:
                made.setdefault(measure.id, measure)
    return targets.concerned(view, tuple(sorted(made.values(), key=lambda m: m.quote.start)))


def _asks(view: scene.Scene, sentence: scene.Sentence) -> bool:
    """A question, a reporter's or a heading's: it says nothing of what is done."""
    text = view.shadow.text
    return text[sentence.end - 1] in "？?" or bool(_QUESTION.match(text, sentence.start))


_QUESTION = re.compile(r"(?:问|记者)[：:]")


def _silent_sections(view: scene.Scene) -> frozenset[int]:
    """Sections whose heading, or that of a section around them, says that nobody acts there."""
    heads = words.lexicon("verbs_of_action")["silent_headings"]
    text, silent = view.shadow.text, set()
    for section in view.outline.sections[1:]:
        head = text[section.start : section.head_end]
        spoken = any(word in head for word in heads) and not _BETTERS.search(head)
        if section.parent in silent or (len(head) < 30 and spoken):
            silent.add(section.index)
    return frozenset(silent)


def _conditions(view: scene.Scene) -> frozenset[int]:
    """The sentences that list cases or conditions: 有下列情形之一的，不予资助： with the items under it, their own items included."""
    text, found = view.shadow.text, set()
    open_, top = False, len(_STYLES)
    for index, sentence in enumerate(view.outline.sentences):
        style = _style(text, sentence.start) if open_ else None
        if open_ and style is not None:
            open_, top = top == len(_STYLES) or style >= top, min(style, top)
        elif open_ and text[sentence.start - 2 : sentence.start].strip(" \n-") in ("。", ""):
            open_ = "\n" not in text[sentence.start - 1 : sentence.start]
        if open_:
            found.add(index)
        if _LISTS_CASES.search(text, sentence.start, sentence.end):
            open_, top = True, len(_STYLES)
    return frozenset(found)


def _style(text: str, at: int) -> int | None:
    """How the line at that place is numbered, the widest style first."""
    return next((i for i, style in enumerate(_STYLES) if style.match(text, at)), None)


# 第一章, 第一条, 一、, （一）, 1., （1）: each may stand under the ones before it.
_STYLES = tuple(
    re.compile(r"(?:[-•·●▪◆] ?)?" + style)
    for style in (
        "第[一二三四五六七八九十百]+章",
        "第[一二三四五六七八九十百]+条",
        "[一二三四五六七八九十]{1,3}、",
        "[（(][一二三四五六七八九十]{1,3}[）)]",
        r"\d{1,2}[.、．](?!\d)",
        r"[（(]\d{1,3}[）)]|[①-⑳]",
    )
)
# What a list goes on to name: cases and conditions, or what is paid for, covered or taken part in. None of them is an act.
_LISTS_CASES = re.compile(
    r"(?:下列|以下|如下)[^。：]{0,16}(?:(?:情形|情况|条件|行为|材料|(?<!提出[以如]下)要求)[^。：]{0,24}|(?:情形|情况|条件|行为)之一[^。：]*)[：:]?$|"
    r"(?:包括|支持|资助|用于|参与|确定)(?:下列|以下)[^。：，]{0,16}(?:内容|区域|活动|范围|对象|领域|事项|费用|支出)[：:]?$"
)


# 优化发展环境 is an act, 发展环境 tells how things are.
_BETTERS = re.compile(r"(?:优化|营造|改善|创造|打造|净化|提升)[一-鿿]{0,6}环境")


def _speaking(view: scene.Scene, sentence: scene.Sentence, row: tuple[Clause, ...]) -> list[Clause]:
    """The clauses that may say an act. A heading is none, but what stands for itself is one: an approval's numbered sentence,
    the first sentence of an article, an item with nothing under it but the next one's bullet."""
    text, heading = view.shadow.text, row[0].heading
    titled = _runs_in(view, sentence) or (not heading and _names_article(text, sentence))
    item = heading and _ITEM.match(text, sentence.start) and clauses.below(view, sentence) is None
    alone = text[sentence.end : sentence.end + 1] == "\n" and not row[0].provision
    closed = text[sentence.end - 1] == "。" and not alone
    return [
        c
        for c in row
        if ((c.own or not titled) and (not heading or item or (closed and _orders(text, c))))
        or _GRANTED.match(text, c.start, c.end)
    ]


def _names_article(text: str, sentence: scene.Sentence) -> bool:
    """第15条 鼓励企业上市。对…: a short line of its own name before the article's text."""
    if sentence.end - sentence.start > 30 or not _NUMBERED.match(text, sentence.start):
        return False
    return bool(text[sentence.end : sentence.end + 8].split("\n")[0].strip()) or text[sentence.end - 1] not in "。；;"


def _runs_in(view: scene.Scene, sentence: scene.Sentence) -> bool:
    """A heading that nothing sets off: a few words before a paragraph's text (做优创新平台。推动…), or a numbered line over it."""
    text, start, end = view.shadow.text, sentence.start, sentence.end
    if text[end - 1] != "。" or view.outline.doc_type == "regulation" or not _opens_line(text, start):
        return False
    if _TELLS.search(text, start, end) or any(r.type not in _NAMELESS for r in view.within(start, end)):
        return False
    stop = text.find("\n", end)
    line = charged.CHARGE.sub("", text[end : stop if stop >= 0 else len(text)]).strip()
    mark = MARK.match(text, start)
    if mark:
        below = clauses.below(view, sentence)
        over = not line and below is not None and not MARK.match(text, below)
        return over and text[start] != "第" and end - start <= 40
    return bool(line) and end - start <= 15 and not any(mark in text[start:end] for mark in "，、；：")


def _opens_line(text: str, at: int) -> bool:
    """Whether only spaces stand before that place in its line."""
    while at and text[at - 1] == " ":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


_NAMELESS = frozenset(("Region", "TargetGroup"))
# A heading holds no figures, no modal and nobody who is charged.
_TELLS = re.compile(r"\d[\d.]*(?:万|亿|元|家|项|个|%)|要(?![求素])|应|须|将|已|拟|由|负责")


def _orders(text: str, clause: Clause) -> bool:
    """Whether a numbered lead-in names who acts, or who should: it is the paragraph's first sentence, no heading."""
    return clause.own and (clause.agent is not None or bool(_SHALL.search(text, clause.start, clause.end)))


_SHALL = re.compile(r"要(?![求素])|应当|必须|不得|负责")
_NUMBERED = re.compile(r"第 ?\d[\d ]{0,4}条")
_ITEM = re.compile(r"(?:[-•·●▪◆] ?)?[（(][一二三四五六七八九十\d]{1,3}[）)]")
_GRANTED = re.compile(r"[一二三四五六七八九十]{1,3}、(?:原则)?(?:同意|批准|核准)")


def _measure(view: scene.Scene, group: list[Part], document: str) -> evidence.Measure | None:
    provision = group[0].clause.provision
    parts = groups.trimmed(group, provision)
    acting = [p for p in parts if p.kind == "act"] or [p for p in parts if p.kind == "aim"]
    acting = acting or (parts[-1:] if provision else [])
    if not acting or (acting[0].kind == "aim" and not provision and not acting[0].named):
        return None
    start, end = _begin(view, parts[0]), parts[-1].clause.end
    if end - start < 6:
        return None
    main = acting[0].clause
    agent = granter(view, main) or _agent(view, [p.clause for p in acting])
    quote = view.shadow.span(start, end)
    status = _status(view, acting)
    identity = ids.statement("m", document, agent or "", status, ids.fold_text(quote.text))
    helpers = [h for p in acting for h in p.clause.helpers if h != agent]
    acted_on = tuple(dict.fromkeys((*targets.find(view, start, end, agent), *helpers)))
    return evidence.Measure(identity, status, quote, agent, acted_on, main.time, main.cue, view.stated_by(start))


def _begin(view: scene.Scene, part: Part) -> int:
    """The quote begins after marks and connectives, and keeps subject, time and adverbs."""
    text, at = view.shadow.text, part.clause.start
    for pattern in (MARK, _CONNECTIVE):
        named = any(r.start == at for r in part.clause.outer)  # 未来科学城 is a name, 未来 alone is a connective
        match = None if named else pattern.match(text, at, part.clause.end)
        at = match.end() if match else at
    return at


_CONNECTIVE = re.compile(
    r"(?:[，、：\s]|[一二三四五六七八九十]是(?:要)?|首先|其次|最后|同时|此外|另外|其中|与此同时|下一步|接下来|未来|今后|目前|当前|为此|因此|并且|并(?![网购轨]))+"
)


def _status(view: scene.Scene, acting: list[Part]) -> evidence.Status:
    """The furthest status of the acts, unless the first is a plan; in a policy a procedure stands, and only what it says to be over is done."""
    order: tuple[evidence.Status, ...] = ("planned", "requested", "ongoing", "done")
    done = [p.clause for p in acting]
    furthest = "planned" if done[0].status == "planned" else max((c.status for c in done), key=order.index)
    if not done[0].provision:
        return furthest
    text = view.shadow.text
    if acting[0].led and text.startswith("决定", acting[0].core):
        return "done"
    said = "".join(text[c.start : c.end] for c in done)
    if furthest == "done" and (
        not _OVER.search(said) or _IN_CASE.search(text, max(0, done[0].start - 60), done[0].start)
    ):
        furthest = "planned"
    return "ongoing" if furthest == "planned" and _procedure().search(said) and not _ASKS.search(said) else furthest


# What shows in a policy that an act is over; else 兑现, 挂牌 and their like belong to its conditions.
_OVER = re.compile(
    r"已|授予[^，]*(?:称号|荣誉|资格)|现(?:予|将)?[^，]{0,30}(?:发布|公布)|认定.*为|撤销|取消[^，]*资格|下达|同意|批准|批复|核准(?!类)|印发|出台|决定|成立|废止|失效|了(?!解)"
)
# 情节严重的，取消其资格: what follows a case is threatened or promised.
_IN_CASE = re.compile(r"(?:的|对[^，。；]*的(?:单位|个人|企业|地区|机构|人员|项目))，$")
# What a provision asks for or promises is a plan, though it speaks of procedures.
_ASKS = re.compile(
    r"优化|简化|压缩|缩短|取消(?![^，]*资格)|下放|精简|清理|放宽|改革(?!委)|实行(?:[^，]{0,12}分类|[^，]{0,6}快速)|完善|健全|建立|探索|推进|推行|加强|加快|试行|支持|鼓励|给予[^，]*(?:奖励|补助|补贴|资助|支持)|最高|应(?!用)|须|不得|要(?!求|素)|督促|进一步|纳入"
)


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile("|".join(words.lexicon("verbs_of_action")["procedures"]))


def _agent(view: scene.Scene, acting: list[Clause]) -> str | None:
    """Who acts first; where only bodies of no name begin and the giver comes later, the giver; of who only receives, the speaker."""
    first, later = acting[0], next((c.agent for c in acting[1:] if c.agent and not c.own), None)
    if first.own and first.agent is None:
        return later or (view.author if _is_granted(view, first) else None)
    receives = first.own and first.agent and view.entities[first.agent].type == "Organization"
    if receives and _RECEIVES.search(view.shadow.text, first.start, first.end):
        return view.speaker(first.start)
    return first.agent


def _is_granted(view: scene.Scene, clause: Clause) -> bool:
    """Whether a provision lets a class do or have something (企业…，可以…): whoever lays it down grants it."""
    classes = [r for r in clause.refs if r.type == "TargetGroup"]
    begins = bool(classes) and classes[0].start - clause.start <= 12
    return clause.provision and begins and bool(_MAY.search(view.shadow.text, classes[0].end, clause.end + 40))


_MAY = re.compile(r"可以?(?!能|持续|靠|行)|享受|优先|免征|减征|免除")
_RECEIVES = re.compile(r"获(?:得|批)?[^，]{0,14}(?:资助|补助|奖励|扶持|补贴|贴息|经费)")
