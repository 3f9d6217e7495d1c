"""Chinese names of places and persons in Latin letters: pinyin as places read it, and as other languages spell their own."""

from __future__ import annotations

import re
from functools import cache

from ingest import reference
from ingest.find import words

# What a division's name ends with, the longer first, and the English word for it; a city goes by its bare name.
_ENDS = {
    "新区": "New Area", "自治州": "Prefecture", "自治县": "County", "自治旗": "Banner", "地区": "Prefecture", "矿区": "Mining District",
    "特区": "Special District", "省": "", "市": "", "区": "District", "县": "County", "盟": "League", "旗": "Banner", "州": "Prefecture",
}  # fmt: skip
# The peoples that an autonomous division is named after do not stand in its short name.
_NAMED_AFTER = re.compile(
    rf"(?<=..)(?:(?:{reference.PEOPLES})族|蒙古(?=自治)|哈萨克(?=自治)|柯尔克孜(?=自治))+(?=自治|区$)|(?<=^东乡)族(?=自治)"
)
# Names that Chinese writes by ear, spelt as their own languages have them.
_BY_EAR = {
    "哈尔滨": "Harbin", "呼和浩特": "Hohhot", "拉萨": "Lhasa", "乌鲁木齐": "Urumqi", "内蒙古": "Inner Mongolia", "西藏": "Xizang",
    "乌海": "Wuhai", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "兴安": "Hinggan",
    "锡林郭勒": "Xilingol", "阿拉善": "Alxa", "阿拉善右": "Alxa Right", "阿拉善左": "Alxa Left", "齐齐哈尔": "Qiqihar", "大兴安岭": "Da Hinggan Ling",
    "满洲里": "Manzhouli", "二连浩特": "Erenhot", "锡林浩特": "Xilinhot", "乌兰浩特": "Ulanhot", "阿尔山": "Arxan", "额尔古纳": "Ergun",
    "准格尔": "Jungar", "达拉特": "Dalad", "康巴什": "Kangbashi", "东胜": "Dongsheng", "集宁": "Jining", "赛罕": "Saihan",
    "日喀则": "Xigaze", "昌都": "Qamdo", "林芝": "Nyingchi", "山南": "Shannan", "那曲": "Nagqu", "阿里": "Ngari", "甘孜": "Garze", "阿坝": "Aba",
    "迪庆": "Deqen", "香格里拉": "Shangri-La", "玉树": "Yushu", "果洛": "Golog", "格尔木": "Golmud", "德令哈": "Delingha",
    "克拉玛依": "Karamay", "吐鲁番": "Turpan", "哈密": "Hami", "昌吉": "Changji", "博尔塔拉": "Bortala", "巴音郭楞": "Bayingolin", "阿克苏": "Aksu",
    "克孜勒苏": "Kizilsu", "喀什": "Kashgar", "和田": "Hotan", "伊犁": "Ili", "塔城": "Tacheng", "阿勒泰": "Altay", "石河子": "Shihezi",
    "阿拉尔": "Aral", "图木舒克": "Tumxuk", "五家渠": "Wujiaqu", "可克达拉": "Kokdala", "库尔勒": "Korla", "霍尔果斯": "Horgos", "库车": "Kuqa",
    "奎屯": "Kuytun", "伊宁": "Yining", "海西": "Haixi", "前郭尔罗斯": "Qian Gorlos", "杜尔伯特": "Dorbod", "喀喇沁左翼": "Harqin Left Wing",
    "阿克塞": "Aksay", "阿拉山口": "Alashankou", "北屯": "Beitun", "铁门关": "Tiemenguan", "双河": "Shuanghe", "昆玉": "Kunyu",
    "胡杨河": "Huyanghe", "新星": "Xinxing", "博乐": "Bole", "芒": "Mangshi",
}  # fmt: skip
# Characters that places read otherwise than words do.
_READ = {
    "长": "chang", "朝": "chao", "漯": "luo", "都": "du", "乐": "le", "蚌": "beng", "圩": "xu", "曾": "zeng", "佛": "fo", "什": "shi", "峒": "tong",
    "覃": "qin", "珲": "hun",
}  # fmt: skip
# And places that read a character otherwise than other places do, by the names that have been checked.
_READ_HERE = {
    "长子": "Zhangzi", "乐亭": "Laoting", "乐陵": "Laoling", "乐清": "Yueqing", "佛冈": "Fogang", "洪洞": "Hongtong", "繁峙": "Fanshi", "泊头": "Botou",
    "大城": "Daicheng", "涡阳": "Guoyang", "筠连": "Junlian", "荥经": "Yingjing", "红寺堡": "Hongsibu", "马尾": "Mawei", "牟平": "Muping",
    "六合": "Luhe", "六安": "Lu'an", "闵行": "Minhang", "宕昌": "Tanchang", "浚": "Xunxian", "歙": "Shexian", "莘": "Shenxian", "单": "Shanxian",
    "蔚": "Yuxian", "尉犁": "Yuli", "井陉": "Jingxing", "吴堡": "Wubu", "铅山": "Yanshan", "泌阳": "Biyang", "东阿": "Dong'e", "大埔": "Dabu", "万柏林": "Wanbailin",
}  # fmt: skip
# Whose counties and banners are mostly named by ear, by the first digits of their codes; pinyin is not how they are spelt.
BY_EAR = ("15", "54", "65", "5132", "5133", "5334", "6230", "6323", "6325", "6326", "6327", "6328")


@cache
def division(name: str, by_ear: bool = False) -> str | None:
    """A division's name in Latin letters; nothing for what does not end as a division's name does.

    `by_ear`: only if it is one of the names whose spelling is known.

    >>> division("六安市"), division("延边朝鲜族自治州"), division("长三角"), division("墨脱县", by_ear=True)
    ("Lu'an", 'Yanbian Prefecture', None, None)
    """
    bare = _NAMED_AFTER.sub("", name)
    end = "林区" if name == "神农架林区" else next((e for e in _ENDS if bare.endswith(e) and len(bare) > len(e)), "")
    if not end:
        return None
    bare, kind = bare.removesuffix(end), _ENDS.get(end, "Forestry District")
    spelt = short(bare, end if len(bare) == 1 else "", by_ear)
    return f"{spelt} {kind}".strip() if spelt else None


def short(stem: str, end: str = "", by_ear: bool = False) -> str | None:
    """A place's bare name in Latin letters; one of a single character goes by its whole name (Zhongxian).

    >>> short("重庆"), short("忠", "县"), short("乐清"), short("乌鲁木齐")
    ('Chongqing', 'Zhongxian', 'Yueqing', 'Urumqi')
    """
    return _BY_EAR.get(stem) or _READ_HERE.get(stem) or (None if by_ear else _joined(_read(stem + end)))


# Characters of persons' names that are read in more than one way, and surnames that are read otherwise than words are.
_TWO_WAYS = frozenset("乐长行重朝单解仇区朴查盖尉折召覃参茜柏晟隽娜盛於牟员那谌蔚都会车曾翟藏调缪茄")
_SURNAMES = {
    "曾": "zeng",
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "区": "ou",
    "朴": "piao",
    "查": "zha",
    "任": "ren",
    "翟": "zhai",
    "缪": "miao",
    "卜": "bu",
}
_ADDRESSED = ("经理", "主任", "先生", "女士", "同志", "老师", "记者")


@cache
def person(name: str) -> str | None:
    """A person's name with the family name first, unless one of its characters may be read in several ways.

    >>> person("王芳"), person("谭建国"), person("欧阳明"), person("王乐"), person("汪经理")
    ('Wang Fang', 'Tan Jianguo', 'Ouyang Ming', None, None)
    """
    known = words.lexicon("persons")
    size = 2 if name[:2] in known["double"] else 1
    family, given = name[:size], name[size:]
    if not 1 <= len(given) <= 2 or name.endswith(_ADDRESSED) or not _TWO_WAYS.isdisjoint(given):
        return None
    if size == 1 and (family not in known["surnames"] or (family in _TWO_WAYS and family not in _SURNAMES)):
        return None
    # Each character by itself: together they may look like a word.
    read = [_SURNAMES.get(family) or "".join(map(_alone, family)), _joined([_alone(sign) for sign in given])]
    return f"{read[0].capitalize()} {read[1]}" if all(read) else None


def _alone(sign: str) -> str:
    return "".join(_read(sign))


def _read(signs: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin  # its table is large, and a Chinese page needs none of it

    read = lazy_pinyin(signs, style=Style.NORMAL, v_to_u=True)
    return [_READ.get(sign, one) for sign, one in zip(signs, read, strict=True)] if len(read) == len(signs) else []


def _joined(syllables: list[str]) -> str:
    """Syllables as one word, with the apostrophe that keeps them apart (Xi'an)."""
    first, *others = syllables or [""]
    return (first + "".join(f"'{one}" if one[0] in "aoe" else one for one in others)).capitalize()
