"""Agencies by grammar: place or level, function and form (自治区科技厅, 市发展改革委, 某县人民政府, 市委宣传部)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.find import kinds, national, words
from ingest.find.kinds import Ground

# Why a body is one, as later rooms read it from `Found.note`.
FUNCTION, GOVERNMENT, PARTY, PARTY_OFFICE = "function", "government", "party", "party office"
DEPARTMENT = "department"
# The note of a department of a zone, which is no division.
ZONE = "department of a zone"
_LEVELS = "自治区|省|市|州|县|区|盟|旗"
_LEVEL = re.compile(rf"(?:{_LEVELS})$")
# 市场, 区域, 省级, 县域: the level word is part of another word.
_NO_LEVEL = re.compile(r"[场域级内直属际容间段位块别]|民(?![政族宗])|外(?![事办资侨汇])")
# Bodies of each or of any such division are a class: 各市财政局, 直辖市人民政府, 同级人民政府.
_CLASS = re.compile(
    rf"(?:各(?:级|设区的?|地|有关|相关|涉农|直辖|计划单列|自治[州县旗]|{_LEVELS}|[乡镇（）、和及或])*|"
    rf"(?:直辖|设区的?|省辖|地级|不设区的|同级|本级|上级|下级|上一级|所在地?的?|当地|有关|相关|其他|两级|三级|所属|[两三四五]省|[两三四五]市)"
    rf"(?:{_LEVELS}|[、（）和及或])*)$"
)
# 各县财政局、|科技局: so is what a list goes on with.
_OF_EACH = re.compile(r"(?:各|有关|相关|设区的?|）)(?:[省市县区州、（]|自治区)*(?:[^，。；、\n]{2,8}[局委厅]、)+$")
_LEFT = frozenset("、和与及由经向以报对按请将为是同或给受被让商获")


def find(ground: Ground) -> list[kinds.Found]:
    """Agencies in the text, in order of start; of overlapping ones the longest."""
    found = [*national.find(ground), *_governments(ground), *_parties(ground), *_functional(ground), *_forces(ground)]
    return [_office(ground.text, body) for body in _longest(found)]


def lead(ground: Ground, end: int) -> int | None:
    """Where a body's name begins whose place or level word ends at `end`; None where neither stands or a class is meant.

    >>> # 江苏省苏州市|财政局 → the offset of 江; 省|科技厅 → the offset of 省; 各市|财政局 → None
    """
    hit = ground.ends.get(end)
    if hit is not None and hit.places[0].level != "wider":
        begin = hit.start
        while (outer := ground.ends.get(begin)) is not None and outer.places[0].level in ("provincial", "municipal"):
            begin = outer.start
        return begin
    level = _LEVEL.search(ground.text, max(0, end - 3), end)
    if not level or _NO_LEVEL.match(ground.text, end):
        return None
    begin = level.start()
    before = ground.text[max(0, begin - 16) : begin]
    if _CLASS.search(before):
        return None
    free = not before or not "一" <= before[-1] <= "鿿" or before[-1] in _LEFT or before[-1] in "我本全届"
    # All provinces are known by name, so that 省 behind other words (递送|省科技厅) begins a body of its own.
    known = level[0] == "省" and ground.text[end : end + 2] in _DEPARTMENTS
    alone = known and not before.endswith(tuple("外各他邻跨两多部某数"))
    return begin if free or alone or ground.flags[begin] or begin in ground.ends else None


_DEPARTMENTS = frozenset(
    (
        "科技",
        "财政",
        "发展",
        "发改",
        "工业",
        "工信",
        "教育",
        "人力",
        "人社",
        "自然",
        "生态",
        "住房",
        "农业",
        "商务",
        "经济",
        "市场",
    )
)
# 委托, 办法, 局面, 厅级: the form's character begins or is part of another word.
_OTHER_WORD = (
    r"(?<!布局)(?<!格局)(?<!委(?=[托会派任]))(?<!办(?=[公法理学好实事会结成]))(?<!局(?=[面部势]))(?<!厅(?=[级局]))"
)


@cache
def grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Forms in the text, functions made of known words, and known functions that stand without place or level."""
    data = words.lexicon("bodies")
    atoms = words.any_of({*data["atoms"], *data["functions"]})
    forms = words.any_of(f"{f[0]}(?<![部签合].){f[1:]}" for f in data["forms"] if f != "部")
    form = re.compile(rf"(?:{forms})(?![门长员处件](?!理)){_OTHER_WORD}")
    known = words.any_of(data["functions"])
    return form, re.compile(rf"(?:(?:{atoms})[和与]?){{1,6}}"), re.compile(rf"(?:{known})$")


TERMINAL = re.compile(
    r"$|[^一-鿿]|等|和|与|及|或|会|负责|牵头|要|应|按|根据|组织|将|对|是|在|制定|审核|提出|联合|关于|印发|备案|批准|"
    r"共建|共同|开展|推动|推进|支持|实施|设立|启动|签订|签署|发布|出台|召开|举办|提交|申请|报告|主要|分管|有关|具体|认定|的|每年|统筹|协调|指导|同意|办理|公布|汇总|研究|核|下达|批|局长|主任|承担|以|则|还|已|正|拟|出资"
)
# What stands between place and form without being made of known words may still be a function, if it is plain.
_PLAIN = re.compile(r"[一-鿿]{2,9}")
_CENTRAL = re.compile(r"国家|中央|全国|中国|^委|管理$")


def _functional(ground: Ground) -> Iterator[kinds.Found]:
    form, function, known = grammar()
    text = ground.text
    for match in form.finditer(text):
        start = match.start()
        floor = max(0, start - 18)
        leads = [
            (_counted(text, p), begin)
            for p in range(max(floor, 1), start)
            if (p in ground.ends or text[p - 1] in "省市州县区盟旗") and (begin := lead(ground, p)) is not None
        ]
        if "人民政府" in text[floor:start] and (kept := _of_government(ground, floor, start)) is not None:
            leads.append(kept)
        whole = next(((p, b) for p, b in leads if function.fullmatch(text, p, start)), None)
        if whole is None and match[0] not in ("办", "办公室") and TERMINAL.match(text, match.end()):
            whole = next(((p, b) for p, b in leads if _plain(ground, p, start)), None)
        if whole is None:
            whole = _unled(ground, known, floor, start)
        if whole is not None:
            yield _body(text, whole[0], whole[1], start, match.end())


_COUNT = re.compile(r"[两二三四五六七八九十]个?[省市县区州]")


def _counted(text: str, at: int) -> int:
    """江苏、安徽|两省科技厅: the count of a row of places is no part of the function."""
    count = _COUNT.match(text, at)
    return count.end() if count else at


def _of_government(ground: Ground, floor: int, start: int) -> tuple[int, int] | None:
    """湖州市人民政府|金融工作办公室: an office that a government keeps."""
    end = ground.text.rfind("人民政府", floor, start)
    begin = lead(ground, end) if end > 0 else None
    return None if begin is None else (end + 4, begin)


def _plain(ground: Ground, begin: int, end: int) -> bool:
    """Whether text[begin:end] may be the function of a body that the lexicon does not know."""
    plain = _PLAIN.fullmatch(ground.text, begin, end)
    return plain is not None and not any(ground.flags[begin + 1 : end]) and not _CENTRAL.search(plain[0])


def _unled(ground: Ground, known: re.Pattern[str], floor: int, start: int) -> tuple[int, int] | None:
    """科技厅牵头, 报发展改革委: a known function without place or level, after a word that ends."""
    phrase = known.search(ground.text, floor, start)
    if phrase is None:
        return None
    begin = phrase.start()
    before = ground.text[max(0, begin - 28) : begin]
    if before and before[-1] in "省市州县区盟旗" and begin not in ground.ends:
        return None
    if _CLASS.search(before) or _OF_EACH.search(before) or (before and before[-1] == "各"):
        return None
    free = not before or not "一" <= before[-1] <= "鿿" or before[-1] in _LEFT or ground.flags[begin]
    return (begin, begin) if free else None


def _body(text: str, function: int, begin: int, form: int, end: int) -> kinds.Found:
    data = words.lexicon("bodies")
    brief = text[function:form]
    full = data["functions"].get(brief, brief) + data["forms"][text[form:end]]
    return kinds.Found(begin, end, "Agency", text[begin:end], head=full, note=FUNCTION, reason="function and form")


_GOVERNMENT = {
    "人民政府办公厅": "人民政府办公厅",
    "人民政府办公室": "人民政府办公室",
    "政府办公厅": "人民政府办公厅",
    "政府办公室": "人民政府办公室",
    "人民政府": "人民政府",
    "政府": "人民政府",
    "人民代表大会常务委员会办公厅": "人民代表大会常务委员会办公厅",
    "人大常委会办公厅": "人民代表大会常务委员会办公厅",
    "人民代表大会常务委员会": "人民代表大会常务委员会",
    "人民代表大会常委会": "人民代表大会常务委员会",
    "人大常委会": "人民代表大会常务委员会",
    "人民代表大会": "人民代表大会",
    "政协": "政协",
    "高级人民法院": "高级人民法院",
    "中级人民法院": "中级人民法院",
    "人民法院": "人民法院",
    "人民检察院": "人民检察院",
    "知识产权法院": "知识产权法院",
    "知识产权法庭": "知识产权法庭",
    "环境资源法庭": "环境资源法庭",
    "金融法院": "金融法院",
    "互联网法院": "互联网法院",
}
_BRIEF_OFFICE = "政府办"
_GOVERNMENT_RE = re.compile(
    rf"{_BRIEF_OFFICE}(?=[，。、；：（）]|印发|转发|牵头|负责|会同|联合|\n)|(?:{words.any_of(_GOVERNMENT)})(?!令|部门网|性基金|性融资|采购|投资|引导|间合作|信息公开|网站|规章|工作报告|质量奖|奖励|特殊津贴)"
)
_ERA = re.compile(r"第?[一二三四五六七八九十]+届$")


def _governments(ground: Ground) -> Iterator[kinds.Found]:
    """Governments, assemblies, courts: place or level and form, a term of office between them (市第五届人民代表大会)."""
    for match in _GOVERNMENT_RE.finditer(ground.text):
        era = _ERA.search(ground.text, max(0, match.start() - 9), match.start())
        at = era.start() if era else match.start()
        begin = lead(ground, at)
        if era and begin is None:
            level = _LEVEL.search(ground.text, max(0, match.start() - 3), match.start())
            begin = lead(ground, level.end()) if level else None
        if begin is not None:
            yield kinds.Found(begin, match.end(), "Agency", ground.text[begin : match.end()], head=_GOVERNMENT.get(match[0], "人民政府办公室"),
                              note=GOVERNMENT, reason="place and form of government")  # fmt: skip


_COMMISSION = (
    r"(?:全面深化改革|全面依法治[省市县区]|财经|外事工作|网络安全和信息化|军民融合发展|科技|审计|国家安全|人才工作|"
    r"教育工作|农村工作|金融)(?:委员会|委(?!员|托|派)|领导小组)(?:办公室)?|深改委|网信委"
)
_OFFICE = _COMMISSION + (
    r"|[外台侨编]办|直属机关工委|直属机关工作委员会|办公厅|办公室|组织部|宣传部|统战部|政法委员会|政法委|编办|"
    r"[一-鿿]{2,10}?委员会办公室|[一-鿿]{2,10}?办(?!公|法|理|学|事|好|实|会|结)"
)
_PARTY = re.compile(
    r"(?:自治区党委|委(?<=[省市州县区盟旗]委)(?:(?<!团[省市州县区]委)(?!员|托|会|办[理学]|派|任)|员会(?=[一-鿿]*?(?:关于|第))))"
    rf"(?:(?<!委员会)(?P<office>{_OFFICE}))?"
)


# 民革贵州省委 is no committee of the party.
_OTHER_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "学社", "台盟")


def _parties(ground: Ground) -> Iterator[kinds.Found]:
    text = ground.text
    for match in _PARTY.finditer(text):
        ends = match.start() + 3 if match[0].startswith("自治区") else match.start()
        begin = lead(ground, ends)
        if begin is None or (match[0] == "委员会" and text[begin - 2 : begin] != "中共"):
            continue
        if text[max(0, begin - 3) : begin].endswith(_OTHER_PARTIES):
            continue
        begin -= 2 if text[begin - 2 : begin] == "中共" else 0
        office = match["office"] or ""
        yield kinds.Found(begin, match.end(), "Agency", text[begin : match.end()], head=office or "委员会",
                          note=PARTY_OFFICE if office else PARTY, reason="party committee or its office")  # fmt: skip


_SUB = re.compile(
    r"(?![和与及、])(?:[一-鿿]{2,4}?(?:分局|管理局|监管局|税务局)|[一-鿿]{2,12}?(?:处|司)|[一-鿿]{2,6}?(?:总队|支队|大队)|办公厅|办公室)(?=[^一-鿿理]|$|负责|开展|联合|共同|进行|做好|会同|配合|牵头|协助|有关|等|关于|印发|要|应|将|审核|受理|下发|制定|承办|组织|指导|提出|统筹|承担)"
)


# 省政府督查室, 市政协提案委员会: what a government or an assembly keeps by a name that says little without it.
_KEPT = re.compile(
    r"(?:督查室|研究室|参事室|驻[一-鿿]{1,4}(?:办事处|办(?!理|学|公))|(?:提案|经济|人口资源环境|教科卫体|社会和法制|民族和宗教|港澳台侨|文化文史和学习|农业和农村|财政经济|法制|"
    r"教育科学文化卫生|监察和司法|环境与资源保护|社会建设)(?:工作)?(?:委员会|委(?!员|托|派)))"
)


def _office(text: str, body: kinds.Found) -> kinds.Found:
    """深圳市公安局|坪山分局, 生态环境部|环评司: an office named after its body is a body of its own."""
    pattern = {GOVERNMENT: _KEPT, FUNCTION: _SUB, national.NATIONAL: _SUB}.get(body.note)
    sub = pattern.match(text, body.end) if pattern else None
    if sub is None and body.note == national.NATIONAL and body.text.endswith(("政协", "人大")):
        sub = _KEPT.match(text, body.end)
    if sub is None:
        return body
    return kinds.Found(body.start, sub.end(), "Agency", text[body.start : sub.end()], head=body.head + sub[0],
                       note=body.note, reason="office of a body")  # fmt: skip


_FORCE = re.compile(r"(?:消防救援|消防|交警|公安交警|森林公安|城管执法)(?:总队|支队|大队)")


def _forces(ground: Ground) -> Iterator[kinds.Found]:
    """市消防救援支队, 县交警大队: uniformed bodies by place and rank."""
    for match in _FORCE.finditer(ground.text):
        begin = lead(ground, match.start())
        if begin is not None:
            yield kinds.Found(begin, match.end(), "Agency", ground.text[begin : match.end()], head=match[0],
                              note=FUNCTION, reason="place and force")  # fmt: skip


def _longest(found: list[kinds.Found]) -> list[kinds.Found]:
    """Of overlapping candidates the longest."""
    kept: list[kinds.Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
