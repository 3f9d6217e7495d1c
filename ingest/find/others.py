"""Persons in address lines and titles, proposals by number, meetings, target groups, quoted programmes, anaphors."""

from __future__ import annotations

import re
from functools import cache

from ingest.find import kinds, words

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢"
    "滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳"
    "逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关"
    "蒯相查后荆红游竺权逯盖益桓公覃肖石闫付佘仝岳帅亓"
)
_PERSON = rf"[{_SURNAMES}][一-鿿·]{{1,3}}"
_ADDRESS = re.compile(
    rf"(?:^|\n|尊敬的)[ 　]*(?:尊敬的)?(?P<names>{_PERSON}(?:[、，和 　]+{_PERSON})*)(?:等\d*[名位]?)?(?P<role>人大代表|政协委员|代表|委员|副主席|主席|同志|先生|女士)(?:们|团)?[：:]"
)
_PROPOSAL = re.compile(
    r"第\s?(\d{2,12}[A-Z]?|[A-Z]?\d{2,10})\s?号\s?(?:[（(][^）)]{1,16}[）)])?\s?(?:代表|人大代表|委员|政协|重点|的)?(?:建议|提案|议案)|第\s?(\d{4,12})\s?号(?=[（(“《关])"
)
_MEETING = re.compile(
    r"(?:(?:中共|党的)?(?:全国|国务院|[一-鿿]{2,3}(?:省|市|县|区|州)|自治区|省|市|县|区|州)?(?:党委|委)?第?[一二三四五六七八九十]+届)?"
    r"(?:(?:全国|国务院|自治区|省|市)?党组|国务院|人大|人民代表大会|政协|全国人大|全国政协|人民政府|政府|中央委员会|[一二三四五六七八九十]+中全会)?第?(?:[一二三四五六七八九十]+|\d+)次(?:常务|全体|专题)?(?:会议|全会)"
)
_PARTY_MEETING = re.compile(
    r"党的(?:[一二]?十[一二三四五六七八九]?|二十)(?:大|届(?:历次全会|[一二三四五六七八九]中(?:、[一二三四五六七八九]中)*全会))|(?:十八|十九|二十)(?:大(?!学|型|力)|届[一二三四五六七八九]中(?:、[一二三四五六七八九]中)*全会)"
)
_NAMED_MEETING = re.compile(
    r"(?:中央|全国|国务院)[一-鿿]{2,14}?(?:工作会议|工作座谈会)|(?:自治区|省|市)(?:党|第)?[一二三四五六七八九十]+(?:届[一二三四五六七八九十]+次全会|次党代会)"
)
_QUOTED = re.compile(
    r"“([^“”，。；：\n]{2,24})”(?P<head>(?:计划|试点|行动|工程|专项|机制|平台|方向|活动|奖励|补贴|制度|模式))?"
)
_PRONOUN = re.compile(
    r"(?:我|本|该|贵|你)(?:自治区|厅|局|委(?!员)|办(?!法|理)|部(?!分|门|署)|省|市(?!场)|区(?!域|间|别|块)|县|州|院|会(?!议|员)|行(?!业|政|为|动))|其(?=(?:与|将|在|对|已|正))|全(?:区|省|市|州|县)(?!域)"
)


@cache
def _groups() -> words.Matcher:
    return words.Matcher({form: name for name, forms in words.lexicon("groups").items() for form in forms})


def find(text: str) -> list[kinds.Found]:
    """Everything else that a reading names."""
    return [
        *_people(text),
        *_proposals(text),
        *_meetings(text),
        *_target_groups(text),
        *_pronouns(text),
        *_quoted(text),
    ]


_QUOTED_KINDS = {
    "计划": "Programme",
    "试点": "Programme",
    "行动": "Programme",
    "工程": "Programme",
    "专项": "Programme",
    "方向": "Programme",
    "活动": "Programme",
    "机制": "Mechanism",
    "模式": "Mechanism",
    "制度": "Mechanism",
    "平台": "Platform",
    "奖励": "Fund",
    "补贴": "Fund",
}


def _quoted(text: str) -> list[kinds.Found]:
    """“科技信贷风险补偿”试点, “拨投结合”机制: what a quotation names, by the head after it."""
    found = []
    for match in _QUOTED.finditer(text):
        head = match["head"]
        if not head:
            continue
        word = head[-2:]
        end = match.end() if word != "方向" else match.start("head") - 1
        start = match.start() if word != "方向" else match.start() + 1
        found.append(
            kinds.Found(
                start, end, _QUOTED_KINDS[word], text[start:end], head=word, note="quoted", reason="quotation and head"
            )
        )
    return found


def _people(text: str) -> list[kinds.Found]:
    found = []
    for match in _ADDRESS.finditer(text):
        for name in re.finditer(_PERSON, match["names"]):
            start, called = match.start("names") + name.start(), name[0].removesuffix("等")
            found.append(
                kinds.Found(
                    start,
                    start + len(called),
                    "Person",
                    called,
                    note=match["role"],
                    reason="named in the address line",
                )
            )
    for match in re.finditer(rf"({_PERSON}?)(总书记|总理|主席|省长|书记)(?=[对在同指作的主考率])", text):
        if 2 <= len(match[1]) <= 3:
            found.append(
                kinds.Found(
                    match.start(1), match.end(1), "Person", match[1], note=match[2], reason="name before an office"
                )
            )
    return found


def _proposals(text: str) -> list[kinds.Found]:
    found = []
    for match in _PROPOSAL.finditer(text):
        number = match[1] or match[2]
        found.append(
            kinds.Found(match.start(), match.end(), "Proposal", match[0], number=number, reason="number of a proposal")
        )
    return found


def _meetings(text: str) -> list[kinds.Found]:
    found = []
    for pattern in (_MEETING, _PARTY_MEETING, _NAMED_MEETING):
        for match in pattern.finditer(text):
            lead = re.match(r"(?:.{0,3}?(?:关于|以及|你在|[对在及于和与按据由经以的期间]))*", match[0])
            start = match.start() + (len(lead[0]) if lead else 0)
            if match.end() - start >= 4 or match[0].endswith("大"):
                found.append(
                    kinds.Found(start, match.end(), "Meeting", text[start : match.end()], reason="a particular meeting")
                )
    found.sort(key=lambda f: (f.start, -f.end))
    kept: list[kinds.Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _target_groups(text: str) -> list[kinds.Found]:
    return [
        kinds.Found(s, e, "TargetGroup", text[s:e], composed=name, reason="class of beneficiary")
        for s, e, name in _groups().find(text)
    ]


def _pronouns(text: str) -> list[kinds.Found]:
    found = []
    for match in _PRONOUN.finditer(text):
        kind = "Region" if match[0][-1] in "省市区县州" else "Agency"
        found.append(kinds.Found(match.start(), match.end(), kind, match[0], bare=True, note="pronoun"))
    return found
