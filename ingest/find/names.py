"""Names by head noun and modifiers: zones, parks, funds, programmes, platforms, mechanisms, organisations, meetings.

A head noun is found first; the name is read backwards from it to the nearest word that cannot stand inside a name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ingest.find import kinds, places, words

_HARD = frozenset("，。；：！？\n、《》〈〉|｜\t ,.;:!?…【】")
_OPEN, _CLOSE = "“‘（(", "”’）)"
_LEADING = re.compile(
    r"^(?:(?:19|20)\d{2}年|(?:等)?(?:\d+|[一二三四五六七八九十两几多数]+)(?:个|家|项|批|支|大|类|所|座|处|条|只|期|轮)(?!·)|\d+(?=绿|国|省)|全国|全区|全省|全市|我区|我省|我市|本市|本省|各类|各级|各|"
    r"现有|已有|原有|原|新型|新|老|等|个|家|项|相应|具体|重点|重大|主要|优质|特色|高端|高水平|高质量|专业化?|综合性|公共|一流|多层次|市场化|"
    r"年度|首批|首个|其他|其它|这些|那些|该|此|本|的|区域性|跨区域|示范性|国家级?、省级?|国内外?|国际|境内外|境外|区内外?|省内外?|市内外?|企业)+"
)
_GENERIC_LEVEL = re.compile(
    r"^(?:国家级?|自治区级?|省级?|市级|县级|区级|省部级|地方|国家和省级?|省级以上|市级以上|国家、省级?|国家级和省级)+$"
)
_NAMED = re.compile(r"[“”0-9A-Za-z·－—-]")
_NUMBERED = re.compile(r"^[（(]?[\d一二三四五六七八九十]+[)）、.．]")


@cache
def _heads() -> tuple[words.Matcher, dict[str, dict[str, object]]]:
    data = words.lexicon("heads")
    table = {head: label for label, body in data.items() for head in reversed(body["heads"])}
    return words.Matcher(table), data


def find(text: str, hits: list[places.Hit], flags: bytearray, bodies: list[kinds.Found]) -> list[kinds.Found]:
    """Names made of modifiers and a head noun, lists that share a head spread out."""
    matcher, data = _heads()
    ends = {h.end: h for h in hits}
    inner = {i for h in hits for i in range(h.start + 1, h.end)}
    body_ends = {b.end: b for b in bodies}
    found: list[kinds.Found] = []
    for start, end, label in matcher.find(text):
        if _continues(text, end, label):
            continue
        one = _name(text, start, end, label, flags, ends, inner, body_ends, data[label])
        if one is not None:
            found.extend(_spread(text, one, start, hits))
    return found


_TAILS = {
    "计划": re.compile(r"^(?:生育|经济|单列|书|的|投入|总投资|在|于|到|年|用|用地|开工|招)"),
    "行动": re.compile(r"^(?:力|起来|能力|不便|自觉|上|方案|指南|纲要|计划)"),
    "工程": re.compile(r"^(?:师|量|建设|款|类|学|化|造价|质量|施工|技术|实验室|研究|项目建设|车|系列|院|款|咨询)"),
    "专项": re.compile(
        r"^(?:资金|行动|经费|规划|检查|整治|治理|工作|用于|债|调查|报告|评估|审计|能力|补助|奖|附加|扣除|监督)"
    ),
    "试点": re.compile(r"^(?:城市|工作方案|示范区|企业|单位|示范|地区|范围|县|市|学校|院校|基础)"),
    "基金": re.compile(r"^(?:管理|会|公司|投资|份额|规模|业|经理|托管|和|等|收益|出资)"),
    "平台": re.compile(r"^(?:化|企业|经济|型|公司|载体|类)"),
    "制度": re.compile(r"^(?:创新|改革|化|性|供给|优势|型|体系|建设|保障|环境)"),
    "机制": re.compile(r"^(?:创新|改革|化|性|建设)"),
    "大学": re.compile(r"^(?:生|科技园|城|本科|校园|毕业)"),
    "银行": re.compile(r"^(?:业|贷款|存款|保险|信贷|账户|机构|卡|类|等|间|家|授信|融资|证券)"),
    "学院": re.compile(r"^(?:路|派)"),
    "集团": re.compile(r"^(?:化|军|总部|式|有限|股份|公司)"),
    "研究院": re.compile(r"^(?:所|校)"),
    "园区": re.compile(r"^(?:企业|内|管理|开发|建设|化|外|发展|服务)"),
    "新区": re.compile(r"^(?:块|别)"),
    "开发区": re.compile(r"^(?:审核|条例)"),
    "示范区": re.compile(r"^(?:域)"),
    "联盟": re.compile(r"^(?:体|标准)"),
    "新城": re.compile(r"^(?:建|镇)"),
    "条例": re.compile(r"^(?:规定|所称)"),
    "实验室": re.compile(r"^(?:认可|资质)"),
}


def _continues(text: str, end: int, label: str) -> bool:
    """Whether the head goes on into another word (计划生育, 工程师, 大学生)."""
    following = text[end : end + 6]
    for head, tail in _TAILS.items():
        if text.endswith(head, 0, end) and tail.match(following):
            return True
    return label == "Organization" and following[:1] == "生"


def _name(
    text: str, start: int, end: int, label: str, flags: bytearray, ends: dict[int, places.Hit], inner: set[int],
    body_ends: dict[int, kinds.Found], rule: dict[str, object],
) -> kinds.Found | None:  # fmt: skip
    begin = _left(text, start, flags, inner)
    head = text[start:end]
    stop = _closing(text, end)
    begin = _trim(text, begin, start)
    if label == "Fund" and "中央" in text[begin + 1 : end]:
        begin = text.index("中央", begin + 1)
    if label == "Programme" and text[start - 1 : start] in ("与", "和"):
        return None
    modifier = text[begin:start]
    if text[begin - 1 : begin] == "“" and text[end : end + 1] == "”" and modifier:
        return kinds.Found(begin, end, label, text[begin:end], head=head, note="quoted", reason="quoted name")
    if label in _ZONED:
        begin = _from_place(ends, begin, start)
        modifier = text[begin:start]
    if not modifier or modifier in _EMPTY:
        return kinds.Found(start, end, label, head, head=head, bare=True) if label in _ANAPHORIC else None
    if _GENERIC_LEVEL.match(modifier):
        return _level_class(text, begin, end, head, label)
    placed = (
        any(begin < e <= start for e in ends) or bool(_NAMED.search(modifier)) or _known_body(body_ends, begin, start)
    )
    placed = placed or modifier.startswith(("自治区", "省", "市", "国家", "中国", "中央"))
    if (
        rule.get("placed")
        and not placed
        and not (label == "DevelopmentZone" and _PROPER.match(modifier) and not _CLASSY.search(modifier))
    ):
        return kinds.Found(begin, end, label, text[begin:end], head=head, bare=True) if label in _ANAPHORIC else None
    if len(modifier) < int(str(rule["min"])) and not placed:
        return kinds.Found(begin, end, label, text[begin:end], head=head, bare=True) if label in _ANAPHORIC else None
    return kinds.Found(
        begin,
        stop,
        label,
        text[begin:stop],
        head=head,
        note="" if placed else "unplaced",
        reason="modifiers and head noun",
    )


_PROPER = re.compile(r"[一-鿿]{2,6}$")
_CLASSY = re.compile(
    "现代|特色|产业|农业|科技|创新|高新|工业|数字|智能|绿色|示范|生态|国家|省级|市级|县域|功能|重点|主题|专业|综合|文化|物流|旅游|飞地|共建|战略|新兴|先进|未来|海洋|化工|"
    "钢铁|边境|跨境|对外|服务|国际|民营|区域|城市|城乡|经济|贸易|开发|合作|连片|特殊|监管|试点|优势|龙头|食品|医药|循环|低碳|创业|孵化|标准|聚集|集聚|技术|实体|整个|部分|划入|大型|小型|其他|所在|多个|一个|入驻|企业|核心|起步|老旧|规模|两个|各"
)
_ZONED = frozenset(("DemonstrationZone", "HighTechZone", "DevelopmentZone"))


def _from_place(ends: dict[int, places.Hit], begin: int, start: int) -> int:
    """A zone's name begins at its first place where only talk stands before it (科技支撑桂林…示范区)."""
    inside = [h for e, h in ends.items() if begin < h.start and e <= start]
    return (
        min((h.start for h in inside), default=begin)
        if inside and not any(h.start == begin for h in ends.values())
        else begin
    )


_EMPTY = frozenset(
    "创新 改革 发展 建设 工作 科技 产业 服务 项目 示范 综合 重点 专项 合作 地方 企业 政府 财政 中小 国有 民营 高校 行业 数字 智能 绿色 工业 农业 "
    "管理 统一 公共 信息 技术 三年 五年 年度 长期 中期 基层 社会 网络 线上 双方 双边 长效 相关 有效 合理 体制 运行 工作 考核 评价 学习".split()
)
_ANAPHORIC = {"DemonstrationZone", "HighTechZone", "DevelopmentZone", "Fund", "Mechanism", "Platform", "Programme"}


def _level_class(text: str, begin: int, end: int, head: str, label: str) -> kinds.Found | None:
    """国家高新区 alone is a class; 国家实验室 and 国家自主创新示范区 may be resolved later."""
    return kinds.Found(begin, end, label, text[begin:end], head=head, bare=True, note="class")


def _known_body(body_ends: dict[int, kinds.Found], begin: int, start: int) -> bool:
    return any(begin < e <= start for e in body_ends)


_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}")


def _left(text: str, start: int, flags: bytearray, inner: set[int]) -> int:
    """Read back from the head to where the name begins."""
    i = start
    floor = max(0, start - 40)
    while i > floor:
        if flags[i] and i != start and i not in inner:
            return i
        if flags[i] and i == start and i not in inner:
            return i
        char = text[i - 1]
        if char in _CLOSE:
            opening = text.rfind(_OPEN[_CLOSE.index(char)], max(0, i - 26), i - 1)
            if opening < 0 or _NUMERAL.fullmatch(text, opening + 1, i - 1):
                return i
            i = opening
            continue
        if char in _OPEN or char in _HARD:
            return i
        i -= 1
    return i


def _trim(text: str, begin: int, start: int) -> int:
    """Drop leading counts, levels of talk and adjectives that are no part of a name."""
    while True:
        match = _LEADING.match(text[begin:start])
        if not match or match.end() == 0:
            return begin
        piece = match[0]
        if piece == "企业" or begin + len(piece) > start:
            return begin
        begin += len(piece)


def _closing(text: str, end: int) -> int:
    """A bracketed addition right after the head belongs to the name: 实验室（珠海）."""
    match = re.match(r"（[一-鿿]{2,8}）(?![一-鿿]*简称)", text[end : end + 12])
    if match and not re.search(r"简称|下称|统称|以下|不含|含|包括|试行|暂行|如|即", match[0]):
        return end + match.end()
    return end


_LIST = re.compile(
    r"(?P<items>(?:[一-鿿]{2,12}、)*[一-鿿]{2,12}(?:[、和与及][一-鿿]{2,12})?)(?:等)?(?:\d+|[一二三四五六七八九十两]+)?(?:个|家|市|座)?$"
)
_COUNTED = re.compile(r"^等?(?:\d+|[一二三四五六七八九十两]+)(?:个|家|座|地|市)")
_COUNT = re.compile(r"(?:等?(?:\d+|[一二三四五六七八九十两]+)(?:个|家|座|地|市)?|等(?:地|市)?)$")


def _spread(text: str, one: kinds.Found, head_start: int, hits: list[places.Hit]) -> list[kinds.Found]:
    """A list of places that shares the head: one name for each place, its mention the piece that stands there."""
    rest_start, last = one.start, None
    for hit in hits:
        if hit.start == one.start and hit.end < one.end:
            last = hit
            rest_start = hit.end
    tail = _COUNTED.sub("", text[rest_start : one.end])
    if last is not None and len(tail) < one.end - rest_start:
        one = replace(one, composed=text[last.start : last.end] + tail)
    anchor = last.start if last is not None else _before_count(text, one.start)
    listed = _listed(text, anchor, hits, needs_last=last is None)
    if not listed or one.type not in ("HighTechZone", "DemonstrationZone", "DevelopmentZone", "Platform", "Agency"):
        return [one]
    spread = [kinds.Found(h.start, h.end, one.type, text[h.start : h.end], head=one.head, composed=text[h.start : h.end] + tail,
                          reason="list that shares its head") for h in listed]  # fmt: skip
    if last is not None:
        return [*spread, replace(one, reason="list that shares its head")]
    return spread


def _before_count(text: str, start: int) -> int:
    match = _COUNT.search(text[max(0, start - 8) : start])
    return start - len(match[0]) if match else start


def _listed(text: str, anchor: int, hits: list[places.Hit], needs_last: bool) -> list[places.Hit]:
    """Places before the anchor, joined by 、 or 和, each right before the other."""
    by_end = {h.end: h for h in hits}
    found: list[places.Hit] = []
    if needs_last:
        hit = by_end.get(anchor)
        if hit is None:
            return []
        found.append(hit)
        anchor = hit.start
    while anchor > 1 and text[anchor - 1] in "、和与及" and anchor - 1 in by_end:
        hit = by_end[anchor - 1]
        found.append(hit)
        anchor = hit.start
    if needs_last and len(found) < 2:
        return []
    return found[::-1]


def spread_bodies(text: str, bodies: list[kinds.Found], hits: list[places.Hit]) -> list[kinds.Found]:
    """武汉市、鄂州市、咸宁市人力资源和社会保障局: one body for each place."""
    found: list[kinds.Found] = []
    for one in bodies:
        found.extend(_spread(text, one, one.end, hits))
    return found
