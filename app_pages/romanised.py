"""Chinese divisions in Latin letters where the graph has no English name: Tangshan for 唐山市, Chaoyang District for 朝阳区."""

from __future__ import annotations

import re
from functools import cache

# What a name ends with, the longer first, and the English word for it; a city goes by its bare name.
_ENDS = {
    "新区": "New Area", "自治州": "Prefecture", "自治县": "County", "自治旗": "Banner", "地区": "Prefecture", "林区": "Forestry District", "省": "", "市": "",
    "区": "District", "县": "County", "盟": "League", "旗": "Banner",
}  # fmt: skip
# The peoples that an autonomous division is named after do not stand in its short name.
_PEOPLES = (
    "朝鲜", "土家", "苗", "藏", "羌", "彝", "哈尼", "傣", "景颇", "白", "傈僳", "壮", "布依", "侗", "回", "蒙古", "哈萨克", "柯尔克孜", "黎", "瑶",
    "满", "畲", "纳西", "拉祜", "佤", "独龙", "怒", "普米", "仡佬", "水", "仫佬", "毛南", "土", "撒拉", "东乡", "保安", "裕固", "达斡尔", "鄂温克",
    "锡伯", "塔吉克", "布朗", "各",
)  # fmt: skip
_NAMED_AFTER = re.compile(
    rf"(?<=..)(?:(?:{'|'.join(_PEOPLES)})族|蒙古(?=自治)|哈萨克(?=自治)|柯尔克孜(?=自治))+(?=自治)"
)
# Names that Chinese writes by ear, spelt as their own languages have them.
_BY_EAR = {
    "哈尔滨": "Harbin", "呼和浩特": "Hohhot", "拉萨": "Lhasa", "乌鲁木齐": "Urumqi",
    "乌海": "Wuhai", "鄂尔多斯": "Ordos", "呼伦贝尔": "Hulunbuir", "巴彦淖尔": "Bayannur", "乌兰察布": "Ulanqab", "兴安": "Hinggan",
    "锡林郭勒": "Xilingol", "阿拉善": "Alxa", "阿拉善右": "Alxa Right", "阿拉善左": "Alxa Left", "齐齐哈尔": "Qiqihar", "大兴安岭": "Da Hinggan Ling",
    "日喀则": "Xigaze", "昌都": "Qamdo", "林芝": "Nyingchi", "山南": "Shannan", "那曲": "Nagqu", "阿里": "Ngari", "甘孜": "Garze", "阿坝": "Aba",
    "迪庆": "Deqen", "玉树": "Yushu", "果洛": "Golog", "克拉玛依": "Karamay", "吐鲁番": "Turpan", "哈密": "Hami", "昌吉": "Changji",
    "博尔塔拉": "Bortala", "巴音郭楞": "Bayingolin", "阿克苏": "Aksu", "克孜勒苏": "Kizilsu", "喀什": "Kashgar", "和田": "Hotan", "伊犁": "Ili",
    "塔城": "Tacheng", "阿勒泰": "Altay", "石河子": "Shihezi", "阿拉尔": "Aral", "图木舒克": "Tumxuk", "海西": "Haixi",
}  # fmt: skip
# Characters that places read otherwise than words do: 长治, 朝阳, 漯河.
_READ = {"长": "chang", "朝": "chao", "漯": "luo"}


@cache
def division(name: str) -> str | None:
    """A division's name in Latin letters; nothing for what does not end as a division's name does.

    >>> division("六安市"), division("延边朝鲜族自治州"), division("长三角")
    ("Lu'an", 'Yanbian Prefecture', None)
    """
    bare = _NAMED_AFTER.sub("", name)
    end = next((end for end in _ENDS if bare.endswith(end) and len(bare) > len(end)), "")
    if not end:
        return None
    stem = bare.removesuffix(end) if len(bare) > len(end) + 1 or not _ENDS[end] else bare
    return f"{_BY_EAR.get(stem) or _spelt(stem)} {_ENDS[end]}".strip()


def _spelt(stem: str) -> str:
    """The pinyin of a name as one word, with the apostrophe that keeps syllables apart (Xi'an)."""
    from pypinyin import Style, lazy_pinyin  # its table is large, and a Chinese page needs none of it

    read = lazy_pinyin(stem, style=Style.NORMAL, v_to_u=True)
    first, *others = (_READ.get(sign, one) for sign, one in zip(stem, read, strict=True))
    return (first + "".join(f"'{one}" if one[0] in "aoe" else one for one in others)).capitalize()
