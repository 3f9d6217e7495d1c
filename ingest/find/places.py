"""Regions in the text: the gazetteer (GB/T 2260 codes), short forms, 我省 and 全市, and regions above the provinces."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ingest.find import words


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division or a wider region. `level` is national, provincial, municipal, county or wider."""

    code: str
    name: str
    level: str
    parent: str = ""

    @property
    def province(self) -> str:
        """The code of the province that holds it, empty for wider regions."""
        return f"{self.code[:2]}0000" if self.code else ""


_SUFFIX = re.compile(r"(特别行政区|自治区|自治[州县旗]|地区|林区|盟|省|市|州|县|区|旗)$")
_ETHNIC = re.compile(
    r"(壮族|回族|维吾尔|土家族|苗族|布依族|侗族|藏族|羌族|彝族|白族|傣族|景颇族|哈尼族|傈僳族|蒙古族?|朝鲜族|哈萨克|柯尔克孜|瑶族|满族|黎族|畲族|仫佬族|毛南族|水族|仡佬族|土族|撒拉族|东乡族|裕固族|保安族|锡伯|达斡尔族?|鄂温克族?|各族)+$"
)
_WIDER = {
    "东盟": "东盟",
    "粤港澳大湾区": "粤港澳大湾区",
    "长三角": "长江三角洲地区",
    "长江三角洲": "长江三角洲地区",
    "京津冀": "京津冀地区",
    "长江经济带": "长江经济带",
    "珠三角": "珠江三角洲地区",
    "成渝地区": "成渝地区",
    "西部地区": "西部地区",
    "东北地区": "东北地区",
    "黄河流域": "黄河流域",
    "北部湾经济区": "北部湾经济区",
    "丝绸之路经济带": "丝绸之路经济带",
}
_AMBIGUOUS_SHORT = frozenset(
    "和平 朝阳 新城 城关 城区 郊区 市中 河东 河西 江北 江南 东方 西区 东区 南区 北区 中山 开发 新华 长安 桥东 桥西 鼓楼 "
    "永定 海南 大同 安康 吉安 平安 永安 太和 华容 中方 常德 资源 象山 兴安 开平 建设 创新 通道 大方 平和 宁海 保亭 "
    "长春 长寿 长江 黄河 黄山 泰山 华山 衡山 南山 东山 西山 北山 高新 新区 合作 安全 平原 沿河 通海 大田 城东 城西 城中 "
    "合作 互助 正大 东兴 中原 大安 滨海 沿海 临港 经开 青年 振兴 民主 解放 红旗 友好 前进 向阳 东风 文化 科学 工农 团结 "
    "自贡 明光 光明 龙头 青山 白云 云龙 高明 永和 新建 共和 公安 融安 延长 富民 惠民 利民 安居 安定 安乡".split()
)


_NEVER = frozenset(
    "双城 资源 开发 建设 创新 合作 安全 平原 文化 科学 青年 团结 互助 大方 友好 前进 通道 振兴 民主 解放 工农 新华 高新 新区".split()
)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("ingest.reference").joinpath(name).read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@cache
def by_code() -> dict[str, Place]:
    """Every division by its 6-digit code."""
    found = {"": Place("", "", "wider")}
    for row in _rows("provinces.csv"):
        found[row["adcode"]] = Place(row["adcode"], row["name"], "provincial")
    for row in _rows("cities.csv"):
        level = "county" if "县级" in row["level"] else "municipal"
        found.setdefault(row["adcode"], Place(row["adcode"], row["name"], level, row["province_adcode"]))
    for row in _rows("counties.csv"):
        found.setdefault(row["code"], Place(row["code"], row["name"], "county", row["parent"]))
    del found[""]
    return found


def short(name: str) -> str:
    """The short form of a division's name: 桂林市 → 桂林, 广西壮族自治区 → 广西, 恩施土家族苗族自治州 → 恩施."""
    bare = _SUFFIX.sub("", name)
    return (_ETHNIC.sub("", bare) if "自治" in name else bare) or bare


@cache
def _matchers() -> tuple[words.Matcher, words.Matcher]:
    """Names that stand for themselves, and short forms that need a fitting word after them."""
    sure: dict[str, tuple[Place, ...]] = {}
    unsure: dict[str, tuple[Place, ...]] = {}
    for place in by_code().values():
        if place.name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
            continue
        sure[place.name] = (*sure.get(place.name, ()), place)
        brief = short(place.name)
        if brief != place.name and len(brief) >= 2 and brief not in _NEVER:
            table = unsure if place.level == "county" or brief in _AMBIGUOUS_SHORT else sure
            table[brief] = (*table.get(brief, ()), place)
    sure.update({word: (Place("", name, "wider"),) for word, name in _WIDER.items()})
    return words.Matcher(sure), words.Matcher(unsure)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place named at start:end; several candidates where one name stands for several divisions."""

    start: int
    end: int
    places: tuple[Place, ...]
    full: bool

    def choose(self, province: str, near: frozenset[str] = frozenset()) -> Place | None:
        """The division meant: the only one, else the one inside the document's province or near a named city."""
        if len(self.places) == 1:
            return self.places[0]
        inside = [p for p in self.places if p.parent in near] or [p for p in self.places if p.province == province]
        ranked = sorted(inside or self.places, key=lambda p: ("provincial", "municipal", "county").index(p.level))
        top = [p for p in ranked if p.level == ranked[0].level]
        return top[0] if len(top) == 1 else (top[0] if inside else None)


_FITTING = re.compile(
    r"国家|高新|经开|经济|产业|工业|科技|区委|县委|市委|新区|片区|、|等\d|等[一二三四五六七八九十]|两地|三地|市、"
)


def find(text: str) -> list[Hit]:
    """Every place that the gazetteer knows, longest names first, not overlapping."""
    sure, unsure = _matchers()
    hits = [Hit(s, e, found, any(p.name == text[s:e] for p in found)) for s, e, found in sure.find(text)]
    taken = bytearray(len(text) + 1)
    for hit in hits:
        taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    for start, end, found in unsure.find(text):
        if not taken[start] and not taken[end - 1] and _FITTING.match(text, end) and _begins(text, start):
            hits.append(Hit(start, end, found, False))
    return sorted(hits, key=lambda h: h.start)


def _begins(text: str, start: int) -> bool:
    """Whether a short form may begin here: after punctuation, a boundary word or another place."""
    return start == 0 or not ("一" <= text[start - 1] <= "鿿") or text[start - 1] in "市省区州在对于由和与及以"
