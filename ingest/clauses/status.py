"""The status of a clause by its cue: requested, planned, ongoing or done; and what is no cue though it looks like one."""

from __future__ import annotations

import re
from functools import cache

from graph import evidence
from ingest.clauses import patterns
from ingest.find import words

# 提出了, 研究制订了: the act is over; 为了, 除了 and 了解 are other words.
_PERFECT = re.compile(r"[一-鿿](?<![为除到])了(?![解])")
# What a decision does by saying so.
_PERFORMED = re.compile(
    r"^(?!.{13})(?:[一-鿿]{0,8})?(?:研究)?决定$|^(?!支持|鼓励)认定.*为[^，]*$|^取消[^，]*资格$|^决定(?:撤销|取消|终止|认定|命名|授予|成立|设立)|^(?:本次|此次|现)[一-鿿]{0,3}(?:下达|拨付|发布|公布|启动)|^授予[^，]*(?:称号|荣誉|资格)|^(?:本次|本批|此次)[^，]*(?:立项|下达|安排|分配|拨付|认定|支持)[^，]*\d"
)
# 会同A、B制定本方案: what the text itself is has been made.
_MADE_THIS = re.compile(r"(?:制定|制订|编制|起草)了?(?:本|如下|以下)[^，]{0,6}$")
_ITEM = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?|[一二三四五六七八九十]是)")
# What is made known is out, in a list as in a policy: 现将名单予以公布, 现发布清单.
_ANNOUNCED = re.compile(r"^现(?:将[^，]*(?:发布|公布|公告)$|(?:予以?)?(?:发布|公布|公告))")
_MODAL = re.compile(r"要(?![求素点闻])|应(?![用急对])|不得|须|可(?![持行靠见])")
# Before the first heading of a notice 经市政府同意，成立L does what it says.
_AGREED = re.compile(r"(?:已?经|报)[^，]{2,30}(?:同意|批准|决定)$")
_FOUNDED = re.compile(r"(?:成立|设立|组建|调整|命名|授予|撤销)")
# Only a plan to better what stands: 优化审批流程 heads no list of duties.
_BETTERS = re.compile(r"优化|简化|压缩|精简|再造|完善|创新|改革")
_LISTED_BEFORE = re.compile(r"[一-鿿]{2}[、和与或及]$|审[核查议定]$")
_LISTED_AFTER = re.compile(
    r"[、和与或及](?:备案|审批|核准|审核|登记|许可|公示|公布|管理)|(?:备案|审批)?(?:制|管理|事项|工作)"
)
_CONDITION = re.compile(
    r"(?:其中)?(?:对(?!.*[已了])|凡)[^，]*(?:的|企业|机构|项目|团队|人才|单位|平台|者)$|[^，]*[^，目]的$"
)
_ORDER: tuple[evidence.Status, ...] = ("requested", "planned", "ongoing", "done")
_TITLED = re.compile(r"《[^》]*》|“[^”]*”")


@cache
def _any(name: str) -> re.Pattern[str]:
    return patterns.either(words.lexicon("status")[name])


@cache
def _cues() -> re.Pattern[str]:
    """Any cue: a clause without one is spared the search for each kind."""
    return patterns.either(word for name in _ORDER for word in words.lexicon("status")[name])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words.lexicon("status")[name])


def bare(piece: str) -> str:
    """The clause without titles, quoted names and words that only look like cues."""
    if "《" in piece or "“" in piece:
        piece = _TITLED.sub("", piece)
    return _any("false_cues").sub("", _ITEM.sub("", piece))


def negated(piece: str) -> bool:
    """Whether the act is denied: 尚未, 不再."""
    return bool(_any("negated").search(piece))


def hedge(piece: str) -> str:
    """The hedge or condition in the clause, or nothing."""
    match = _any("hedges").search(piece)
    return match[0] if match else ""


def plans_ahead(heading: str) -> bool:
    """Whether a heading says that what follows is yet to be done."""
    return len(heading) < 60 and bool(_any("planned_headings").search(heading))


def looks_back(heading: str) -> bool:
    """Whether a heading says that what follows was done."""
    return len(heading) < 60 and bool(_any("done_headings").search(heading))


def duties(heading: str) -> bool:
    """Whether a heading opens a list of who is charged with what."""
    return len(heading) < 40 and bool(_any("duties").search(heading)) and not _BETTERS.search(heading)


def stands(piece: str) -> bool:
    """Whether a provision states a standing duty: 负责, 每年."""
    return bool(_any("standing").search(piece))


def obliges(piece: str) -> bool:
    """Whether the clause says what its subject shall, may or must not do."""
    return bool(_MODAL.search(piece))


def agreed(piece: str) -> bool:
    """Whether the clause says that what follows was agreed to: 经市政府同意."""
    return bool(_AGREED.search(piece))


def founded(piece: str) -> tuple[evidence.Status, str] | None:
    """What is done by saying so once it was agreed to."""
    said = _FOUNDED.match(piece)
    return ("done", said[0]) if said else None


def conditional(piece: str) -> bool:
    """Whether the clause says for whom something holds that the next one promises: 对首次上市的企业，奖励100万元."""
    return bool(_CONDITION.match(piece))


def happened(piece: str) -> bool:
    """Whether a bare clause without a cue tells what happened once: 签署协议, 选派200名."""
    return bool(_any("happened").search(piece))


def cue(piece: str, provisions: bool) -> tuple[evidence.Status, str] | None:
    """The status that the bare clause shows itself, with the word that shows it."""
    for name in _ORDER if _cues().search(piece) else ():
        for match in _any(name).finditer(piece):
            if name == "requested" and piece[match.end() : match.end() + 1] == "了":
                return "done", match[0] + "了"
            if not _is_noun(piece, match, name, provisions):
                return name, match[0]
    performed = (
        (provisions and (_PERFORMED.match(piece) or _MADE_THIS.search(piece)))
        or _ANNOUNCED.match(piece)
        or ("了" in piece and _over(piece, provisions))
    )
    return ("done", performed[0]) if performed else None


def _over(piece: str, provisions: bool) -> re.Match[str] | None:
    """了 that closes an act; in provisions not where it belongs to a condition (完成了改造的企业)."""
    match = _PERFECT.search(piece)
    return None if match and provisions and "的" in piece[match.end() :] else match


def _is_noun(piece: str, match: re.Match[str], name: str, provisions: bool) -> bool:
    word = match[0]
    before, after = piece[: match.start()], piece[match.end() :]
    if name == "requested" and re.match(r"的[^，]", after):
        return True  # 上报的P已经批准: a modifier
    if name == "ongoing" and provisions:
        # In provisions 持续 and 不断 say how to act, not that it goes on.
        return word not in _set("going") or bool(re.search(r"要|应|自[^，]*起|[0-9]年", before))
    if word == "将" and re.match(r"[^，]{1,40}的[^，]+已", after):
        return True  # 将共同设立的F已投资14个: a modifier
    if word == "将":
        return before.endswith(("同意", "决定", "现")) or _fronts(after)
    if word == "请":
        # 请有关部门做好…, not 申请, 请示, nor what somebody else asks for.
        return bool(before.strip()) or after.startswith(("示", "求", "教"))
    if word == "报请":
        return bool(re.search(r"出台|印发|批准了|同意", after))
    if word == "计划":
        planned = re.match(r"(?:在|于|到|用|[一二三四五\d]+年|投入|建设|安排|争取)", after)
        return not planned or bool(re.search(r"[科研发技才项程]$", before))
    if name == "done" and word in _set("events"):
        return _event_is_noun(word, before, after, provisions)
    return False


def _event_is_noun(word: str, before: str, after: str, provisions: bool) -> bool:
    described = 40 if before.endswith(("对", "给", "为")) else 16
    if _any("nominal").match(after) or (word == "已" and re.match(rf"[^，]{{1,{described}}}的[^，]", after)):
        return True
    if word in _set("speech") and (_LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after)):
        return True  # 审批、核准、备案, 审核批复: kinds of procedure
    if provisions and word in _set("speech") and after.endswith("的"):
        return True  # 批准新建项目的，…: a case
    if provisions and word not in ("已", "已经"):
        # In provisions only what is done by saying so is done: 同意设立X, 现印发给你们.
        return word not in _set("speech") or bool(
            re.search(r"(?:经|报|由|应|要|须|未|可|抓紧|制定|组织)[^，]{0,24}$", before)
        )
    if word in ("出台", "印发"):
        return bool(re.search(r"抓紧|尽快|推动", before))
    if word in ("已", "已经"):
        return False
    return bool(re.search(r"(?:争取|申请|报请|拟|将|可|对)[^，]{0,12}$", before))


def _fronts(after: str) -> bool:
    verbs = words.lexicon("status")["fronting"]
    return any(after.find(verb) > 0 for verb in verbs) and not re.match(r"(?:积极|继续|进一步|加|会|在|把)", after)
