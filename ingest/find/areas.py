"""Areas that are no divisions with a code: towns and streets below the counties (昆山市|张浦镇), groups of cities above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.find import edges, kinds, words
from ingest.find.kinds import Ground

# The note of a town or a group of cities, and that of a body of a town.
AREA, OF_TOWN = "area", "body of a town"

_TOWN = re.compile(r"(?P<name>[一-鿿]{1,4}?)(?P<form>镇|乡|街道)(?![一-鿿]?(?:[村土镇级域]|企业|各|产业))")
# 乡镇, 特色小镇, 返乡, 各街道: kinds of towns, and words that end like one.
_NO_TOWN = re.compile(
    r"[的各每本该其此某等和与及在到为多全乡镇千万]|^[山水侨]$|^[一二三四五六七八九十百]+个?$|特色|示范|中心|建制|试点|重点|社区|街道|部门|农村|有关|相关|所有|所在"
)
_KIND_OF_TOWN = re.compile(r"[村城小古集重强老家返下回入还离异故思]$")
_BODY = re.compile(r"(?:人民政府|政府|党委|办事处|党工委)(?!部门|采购|投资)")
_PLACED = re.compile(r"(?:在|位于|地处|赴|到|走进|驻|联合|支持|落户|设在|来到|走访|深入|覆盖|推动)$")
_JOINT = frozenset("、和与及")
# 小海、秀水、迤那|三镇: towns that share their form.
_SHARED = re.compile(
    r"(?P<row>[一-鿿]{2,3}(?:、[一-鿿]{2,3}){1,5}?(?:和[一-鿿]{2,3}?)?)(?P<count>[两三四五六七八])个?(?P<form>镇|乡)(?![镇村土])"
)
_COUNTED = re.compile(r"[两三四五六七八]个?[镇乡]")
_CITIES = re.compile(r"(?:城市群|都市圈|双城经济圈|经济圈|城镇群|金三角)(?!层)")
_PROPER = re.compile(r"[一-鿿A-Za-z—·“”]{2,10}$")
_CLASS = re.compile(r"(?:现代化?|若干|一批|各|等|的|大|小时|个|区域性?|世界级|以|为|国家|小|省内)$")


def find(ground: Ground) -> list[kinds.Found]:
    """Towns, streets, their bodies, and groups of cities."""
    return [*_groups(ground), *_towns(ground)]


def _towns(ground: Ground) -> Iterator[kinds.Found]:
    """Towns that their surroundings tell, and each place that names one of them again; the bodies of towns."""
    text = ground.text
    within = {i for h in ground.hits for i in range(h.start + 1, h.end + 1)}
    towns = words.where(_TOWN, text, ("镇", "乡", "街道"))
    spans = [span for match in towns if (span := _span(ground, match)) and span[1] not in within]
    told = {text[start:end] for start, end in spans if _is_told(ground, start, end, spans)}
    bodies: dict[int, re.Match[str]] = {}
    for start, end in reversed([span for span in spans if text[slice(*span)] in told]):
        body = _BODY.match(text, end) or (bodies.get(end + 1) if text[end : end + 1] in _JOINT else None)
        if body is not None:
            bodies[start] = body
            yield _body(ground, start, end, body)
        if body is None or not text[start:end].endswith("街道"):
            yield kinds.Found(start, end, "Region", text[start:end], note=AREA, reason="town of a place")
    yield from _shared(ground)


def _is_told(ground: Ground, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether the town stands behind its county, in a row of towns, before its body, or where only places stand."""
    text = ground.text
    before = text[start - 1 : start] in _JOINT and any(e == start - 1 for _, e in spans)
    after = text[end : end + 1] in _JOINT and any(s == end + 1 for s, _ in spans)
    if before or after or start in ground.ends or _BODY.match(text, end):
        return True
    name = text[start : end - 1]
    plain = len(name) >= 2 and edges.own_characters(name) == len(name)
    return plain and _PLACED.search(text, max(0, start - 3), start) is not None


def _span(ground: Ground, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the town begins: behind a place, a mark or a word that ends; None where its name says but a kind of town."""
    start, end = match.span()
    begins = [i for i in range(start, match.end("name") + 1) if _begins(ground, i)]
    start = begins[-1] if begins else start
    free = start == 0 or bool(begins) or not "一" <= ground.text[start - 1] <= "鿿"
    name = ground.text[start : match.end("name")]
    kind = match["form"] != "街道" and _KIND_OF_TOWN.search(name)
    if not free or not name or end in ground.ends or kind or _NO_TOWN.search(name) or not edges.own_characters(name):
        return None
    return start, end


def _begins(ground: Ground, at: int) -> bool:
    return bool(ground.flags[at]) or at in ground.ends or _PLACED.search(ground.text, max(0, at - 2), at) is not None


def _body(ground: Ground, start: int, end: int, body: re.Match[str]) -> kinds.Found:
    """张浦镇|政府: the body of a town goes by the town's name and, where it stands there, its county's; of a row each."""
    begin, last = start, body.end() if body.start() == end else end
    while (outer := ground.ends.get(begin)) is not None:
        begin = outer.start
    form = "人民政府" if body[0] == "政府" else body[0]
    return kinds.Found(begin, last, "Agency", ground.text[begin:last], head=form, composed=ground.text[begin:end] + form,
                       note=OF_TOWN, reason="town and form of a body")  # fmt: skip


def _shared(ground: Ground) -> Iterator[kinds.Found]:
    for match in _SHARED.finditer(ground.text) if _COUNTED.search(ground.text) else ():
        at = max((i for i in range(match.start(), match.start() + 2) if _begins(ground, i)), default=match.start())
        items = re.split("[、和]", ground.text[at : match.end("row")])
        if len(items) != "零一两三四五六七八".index(match["count"]):
            continue
        for item in items:
            yield kinds.Found(at, at + len(item), "Region", item, composed=item + match["form"], note=AREA,
                              reason="row of towns that shares its form")  # fmt: skip
            at += len(item) + 1


def _groups(ground: Ground) -> Iterator[kinds.Found]:
    """长株潭|城市群, 武汉|都市圈: a group of cities by its own name."""
    text = ground.text
    for match in words.where(_CITIES, text, ("城市群", "圈", "城镇群", "金三角")):
        floor = max(0, match.start() - 10)
        start = max((i for i in range(floor, match.start() - 1) if ground.flags[i]), default=floor)
        named = _PROPER.search(text, start, match.start())
        if named is None or _CLASS.search(named[0]):
            continue
        hits = ground.hits_within(named.start(), match.start())
        begin = hits[0].start if hits else named.start()
        free = bool(hits) or begin == 0 or bool(ground.flags[begin]) or not "一" <= text[begin - 1] <= "鿿"
        if free and (hits or edges.own_characters(text[begin : match.start()]) >= 2):
            yield kinds.Found(
                begin, match.end(), "Region", text[begin : match.end()], note=AREA, reason="group of cities"
            )
