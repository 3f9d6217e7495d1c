"""Policies by title, number and nickname: 《…》, 关于…的通知, 桂政发〔2019〕48号, “科改33条”."""

from __future__ import annotations

import re

from ingest.find import kinds

# Anchored on the bracket: the letters before it are read back, which is far faster than a pattern that begins with them.
NUMBER = re.compile(r"[〔\[(（【﹝]\s?((?:19|20)\d{2})\s?[〕\])）】﹞]\s?(?:第)?\s?(\d{1,5})\s?号")
_NUMBER_HEAD = re.compile(r"([一-鿿]{1,10})$")
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》|\n{1,2}(?!\n)){2,120}》")
_NICKNAME = re.compile(r"“([^“”，。；]{0,14}?(?:\d+|[一二三四五六七八九十]+)条)”")
_ABOUT = re.compile(
    r"关于(?!印发|转发|发布|公布|下发)(?:[^，。；：、“”《》\n]|“[^”]{1,20}”|、){4,60}?的(通知|意见|批复|请示|实施意见|指导意见|决定|办法|规定|方案|建议|提案|报告|函|若干政策|若干措施)|关于(?!印发|转发|发布|公布|下发)(?:[^，。；：、“”《》\n]|、){6,50}?(?:若干(?:政策|措施|意见))"
)
# 《…若干措施（某府规〔2018〕4号）》: the number is no part of the title.
_PROPOSED = re.compile(r"(?:建议|提案)$")
# What the party proposes for a five-year plan is a policy.
_PARTY = re.compile(r"中共|中国共产党|党中央")
_NUMBER_INSIDE = re.compile(r"[（(][一-鿿]{2,12}[〔\[（(【]\d{4}[〕\]）)】]\d{1,5}号[）)]$")
_PRESS = re.compile(r"(?:日报|晚报|周刊|杂志|学报|新闻|期刊)$")
# 收看《某某在线》, 做客《某某访谈》: what is seen or read for itself.
_SHOWN = re.compile(r"(?:收看|收听|观看|做客|走进|主演|拍摄|电影|纪录片|专题片|节目|栏目|刊于|刊登于|发表于|载于)$")
_FORM = re.compile(
    r"(?:合同|(?<!框架)(?<!合作)协议|申请表|登记表|申请书|承诺书|名单|(?<!工作)报告|证|证书|营业执照|任务书|责任书|表|协办单|确认函|邀请函)$"
)


def numbers(text: str) -> list[kinds.Found]:
    """Document numbers in every form in use, normalised to 〔〕."""
    found = []
    for match in NUMBER.finditer(text):
        bracket = match.start()
        stem = _NUMBER_HEAD.search(text[max(0, bracket - 10) : bracket])
        if not stem:
            continue
        word = _stem(stem[1])
        start = bracket - len(word)
        found.append(kinds.Found(start, match.end(), "Policy", text[start : match.end()], number=f"{word}〔{match[1]}〕{match[2]}号",
                                 reason="document number"))  # fmt: skip
    for match in _ORDER.finditer(text):
        issuer = _ORDERING.search(text, max(0, match.start() - 16), match.start())
        start = issuer.start() if issuer else match.start()
        order = text[start : match.end()]
        found.append(kinds.Found(start, match.end(), "Policy", order, number=order, reason="order number"))
    return found


_ORDER = re.compile(r"令第(\d+)号")
_ORDERING = re.compile(r"(?:国务院|主席|[一-鿿]{2,12}?(?:省|市|部|区|委|局|署|会|厅)(?:人民政府)?)$")


_STEM_STOP = re.compile(
    r".*(?:依据|根据|按照|通知|意见|办法|文件|规定|印发|以|和|与|及|的|见|为|由|发布|转发|号|执行|落实|已?随|[万亿]元|已经?由|现将)(?=.)"
)


def _stem(word: str) -> str:
    return _STEM_STOP.sub("", word) or word


def titles(text: str) -> list[kinds.Found]:
    """Texts named in 《》: policies, except newspapers, forms and proposals (the latter are Proposals)."""
    found = []
    for match in _TITLE.finditer(text):
        title = " ".join(match[0][1:-1].split("\n")).replace(" ", "") if "\n" in match[0] else match[0][1:-1]
        if _PRESS.search(title) or _SHOWN.search(text, max(0, match.start() - 6), match.start()):
            continue
        numbered = _NUMBER_INSIDE.search(title)
        if numbered:
            title = title[: numbered.start()]
        kind = "Proposal" if _PROPOSED.search(title) and not _PARTY.match(title) else "Policy"
        if kind == "Policy" and _FORM.search(title):
            continue
        found.append(
            kinds.Found(
                match.start() + 1,
                match.end() - 1 - (len(numbered[0]) if numbered else 0),
                kind,
                title,
                head=title[-2:],
                reason="title in 《》",
            )
        )
        found += [inner for inner in _inside(match) if kind == "Policy"]
    for match in _NICKNAME.finditer(text):
        if len(match[1]) >= 3:
            found.append(
                kinds.Found(
                    match.start(1),
                    match.end(1),
                    "Policy",
                    match[1],
                    note="nickname",
                    reason="quoted nickname of a policy",
                )
            )
    return found


_INNER = re.compile(r"〈([^〈〉]{6,60}(?:办法|条例|规划|纲要|意见|决定|方案|规定|措施|法|计划|细则))〉")
_HANDING = re.compile(r"(?:印发|转发|发布)〈[^〉]+〉的通知》?$")


def _inside(match: re.Match[str]) -> list[kinds.Found]:
    """贯彻〈…的决定〉的实施意见 names another text too; 印发〈…〉的通知 hands out the text itself."""
    if _HANDING.search(match[0]):
        return []
    return [
        kinds.Found(match.start() + m.start(1), match.start() + m.end(1), "Policy", m[1], head=m[1][-2:], note="inner",
                    reason="title inside a title")
        for m in _INNER.finditer(match[0])
    ]  # fmt: skip


_ANNEXED = re.compile(
    r"(?:^|\n)(?:附件[：:])? *(?:[-•] *)?\d{1,2}[.、．] *(?P<title>[一-鿿“”·—（）\d]{8,60}?(?:办法|细则|方案|规划|措施|条例|规定|意见|指南|目录|计划)(?:（[^）\n]{1,12}）)?) *(?=\n|$)"
)


def annexed(text: str, starts: frozenset[int]) -> list[kinds.Found]:
    """Titles in the list of annexes, one a line, that begin with a place (one of `starts`)."""
    return [
        kinds.Found(m.start("title"), m.end("title"), "Policy", m["title"], head=m["title"][-2:], note="annexed",
                    reason="title in the list of annexes")
        for m in _ANNEXED.finditer(text, max(0, text.find("附件")))
        if m.start("title") in starts
    ]  # fmt: skip


# 本条例|关于处罚的规定 is a provision of the text, no text of its own.
_OF_THIS = re.compile(r"(?:本(?:条例|办法|规定|细则|意见|方案|法)|》|前款)(?:第[^，。；、\n]{1,6}[条款])?中?$")


def unquoted(text: str, taken: bytearray) -> list[kinds.Found]:
    """关于…的通知 without 《》, where it is not inside a title already found."""
    found = []
    for match in _ABOUT.finditer(text):
        if (
            taken[match.start()]
            or taken[match.end() - 1]
            or _OF_THIS.search(text, max(0, match.start() - 16), match.start())
        ):
            continue
        kind = "Proposal" if match[1] in ("建议", "提案") else "Policy"
        tail = match[1] or match[0][-4:]
        found.append(
            kinds.Found(match.start(), match.end(), kind, match[0], head=tail, note="unquoted", reason="关于…" + tail)
        )
    return found
