"""Whether what was read as a name says only a kind of thing: 5个…示范区, 一批…的创新平台, …基金等形式, …平台作用."""

from __future__ import annotations

import re

from ingest.find.edges import Edges

# A count right after the head, and each, several or other before the name.
_COUNTED = re.compile(
    r"(?:[（(][一-鿿]{2,6}[）)])?(?:约|达到?)?(?:\d+|[一二三四五六七八九十百两]+)(?:[—-]\d+)?(?:多|余)?(?:个|家|所|座|处|项|批)"
)
_SEVERAL = re.compile(
    r"(?:最大|最强|国内|境内|境外|各类|各级|各种|各个|一批|若干|多个|其他|相关|有关|此类|类似|知名|符合条件的|上述|任何|单个|每个|不同|(?:\d+|[一二三四五六七八九十百两几多]+)(?:余|多)?(?:个|家|所|批|类))$"
)
# 某市|十大制造业创新中心, 某高新区|三个片区, 甲、乙|两片区, 街道（乡镇）服务平台: several by their own words.
_WITHIN = re.compile(
    r"[十百]大|[区园城心室院台地][两二三四五六七八九十\d]{1,3}(?:个|大|家|座)|[两二三四五六七八九十](?:片区|园区|园)$|[一-鿿]{2}（(?:乡镇|村|社区|街道|市|区|县)）"
)
# 一批具有国际影响力的|创新平台, “某某网”等|服务平台, 并购基金|等形式.
_OF_SEVERAL = re.compile(r"(?:一批|若干|各类|多个|一系列|一些)[^，。；：、\n]{2,30}的$|[”中心台馆网]等$")
_FORMS = re.compile(r"等(?:多种|各种|不同|多元|多样化?|其他)?(?:形式|方式|渠道|模式|手段|工具)")
# 国家级和市级|医药临床研究中心: there may be several; 发挥|撮合平台|作用: what something serves as.
_OF_A_LEVEL = re.compile(r"(?:国家|省|市|区|县)级")
# 三地|高新区: those of several places.
_OF_PLACES = re.compile(r"[两三四五六七八九十多各]地")
_SERVES = re.compile(r"作用(?!力)")


def tells(edges: Edges, begin: int, end: int, label: str, placed: bool) -> bool:
    """Whether the words at begin:end, or those around them, tell that no one thing is meant; `placed`: a place is among them."""
    text = edges.text
    if _WITHIN.search(text, begin, end):
        return True
    if not placed and (_OF_SEVERAL.search(text, max(0, begin - 40), begin) or _FORMS.match(text, end)):
        return True
    if _OF_PLACES.match(text, begin, end):
        return True
    if label == "Platform" and not placed and (_OF_A_LEVEL.match(text, begin, end) or _SERVES.match(text, end)):
        return True
    return _is_counted(edges, begin, end, placed)


def _is_counted(edges: Edges, begin: int, end: int, placed: bool) -> bool:
    several, counted = _SEVERAL.search(edges.text, max(0, begin - 8), begin), _COUNTED.match(edges.text, end)
    if counted and placed and (counted[0] == "一项" or any(h.start == begin for h in edges.near(begin, end))):
        counted = None  # 贵阳高新区、遵义高新区|两家, 某省某中心|一项 count what is named.
    return bool(several or counted) and not (placed and several and "等" in several[0])
