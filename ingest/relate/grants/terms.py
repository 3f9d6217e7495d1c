"""The terms of a sum: kind (awarded, rate, ceiling, size), unit, year, number of projects, status."""

from __future__ import annotations

import re

from graph import evidence
from ingest import clauses as parts
from ingest import scene, values
from ingest.relate.grants import places
from ingest.relate.grants.places import Place

_PROJECTS = re.compile(
    r"项目(?:共|共计|合计|立项)*(\d{1,5})[项个]|(\d{1,5})[项个](?:[^，。；、\d]{0,12}项目|课题|[、，])"
    r"|(?:立项|资助|支持|有)(\d{1,5})[项个](?=由|[，、])"
)
# 2.06亿元、61项; 1.2亿元，支持项目32项: behind the sum.
_PROJECTS_BEHIND = re.compile(
    r"(?:、|，(?:重点|共|分别)?(?:支持|用于|资助|覆盖|惠及|实施|立项)[^，。；、\d]{0,12})(\d{1,5})[项个](?:[^，。；、\d]{0,8}项目)?(?=[，。；]|$)"
)
# 每户, 单个企业, 人均; a stretch of time (每年, 每月) is no unit.
_UNIT = re.compile(
    r"(?:每|单)(?:一|个)?(?:新增|增加|引进|招用)?(?:\d|一)?(?P<each>项目|企业|机构|人次|平方米|公里|项|家|户|人|名|亩|台|辆|篇|件|次|条|个|场)|(?P<mean>人|户)均"
)
_SLASH = re.compile(r"[/／](?:每)?(户|项|人次|人|平方米|平米|m²|㎡|家|亩|公里|个|件|次|台|辆|场|篇|套|吨)")
_UNITS = {
    "项目": "项",
    "家": "户",
    "企业": "户",
    "机构": "户",
    "名": "人",
    "个": "项",
    "平米": "平方米",
    "m²": "平方米",
    "㎡": "平方米",
}
# 本批项目安排…: the sum belongs to the notice itself.
_THIS_BATCH = re.compile(r"本批|本次|此次|这批")
_YEARLY = re.compile(
    r"(?:每年度?|年均)(?:稳定|固定|从[^，。；]{2,20}中?|再|各)*(?:给予|予以|补助|资助|支持|奖励|安排|列支|投入|出资|统筹|拿出|切出|预算|贴息|拨付|注入)"
)
# 凡取得证书的，奖励20万元: promised to whoever qualifies.
_PROMISED = re.compile(
    r"(?:凡|对|新|首次|获|取得|通过|入选|认定|达到)[^。；\d]{0,40}?的[一-鿿]{0,8}(?:，|给予|奖|补)|的，(?:[^，。；]{0,12}(?:一次性|再|另))?[^，。；]{0,4}$"
)
_AWARDED = re.compile(r"已|累计|共|\d{4}年|去年|对\d+(?:余|多)?[个项家户名]")
_BARE_REWARD = re.compile(r"奖(?!励|金|补)|标准")
# Words that hold one of planning and plan nothing: 科技计划, 共争取, “某某人才计划”.
_NO_PLAN = re.compile(r"“[^”]*”|《[^》]*》|计划(?:项目|专项)|科技计划|发展计划|研发计划|(?:共|累计|已|成功|先后)争取")
# What a notice says was given: 已下达, 累计发放.
_SPENT = re.compile(
    r"(?:已经?|累计|此前|先后|本次共?|此次共?)(?:为[^，。；]{2,20}|[^，。；]{0,8})(?:下达|预?拨|安排|发放|兑[现付]|投入|支持|资助|补助|奖励|分配|给予|注入|贴息|出资)"
)


# Behind a sum that was given: 3亿元，同比增长8%; 600万元已于1月拨付.
_GIVEN = re.compile(
    r"[^，。；]{0,4}(?:已|全部|均)[^，。；]{0,16}(?:到位|下达|拨付|兑[现付]|完成|发放)|，(?:同比|比?较?上年|比去年)?(?:增长|增加|下降)\d"
)


# The year of which a review speaks, and how far back it may be named.
_OF_YEAR = re.compile(r"全年|[上下]半年|前[一二三]季度|一年来|当年|年内")
_NAMED_YEAR = re.compile(r"(?<!\d)(20\d{2})年(?!版)")
_FAR = 600
_EARLY, _LATE = 4, 11
# A title that says of which year it gives an account, and headings under which it plans.
_ACCOUNT = re.compile(r"(20\d{2})年度?(?:工作)?(?:总结|回顾)")
_PLANS = re.compile(r"计划|要点|安排|打算|下一步|下步|思路|目标|明年")


def kind(view: scene.Scene, place: Place, whole: evidence.Grant | None, provisions: bool) -> str:
    """awarded, rate (a fixed sum for whoever qualifies), ceiling or size (of a fund)."""
    if place.sum.kind:
        return place.sum.kind
    lead = view.shadow.text[place.clause[0] : place.sum.start]
    if re.search("最高|不超过|上限", lead) or (whole and whole.kind == "ceiling"):
        return "ceiling"
    fixed = (
        (provisions and not _SPENT.search(lead))
        or _YEARLY.search(lead)
        or place.sum.lower is not None
        or unit(view, place)
        or _conditional(view, place)
    )
    goes_on = whole is not None and whole.kind == "rate"
    return "rate" if fixed or goes_on or _BARE_REWARD.search(lead) else "awarded"


def _conditional(view: scene.Scene, place: Place) -> bool:
    """对…的企业奖励20万元 without a year is a standing rate, not one award."""
    lead = view.shadow.text[place.segment[0] : place.sum.start]
    return bool(_PROMISED.search(lead)) and not _AWARDED.search(lead)


def unit(view: scene.Scene, place: Place) -> str | None:
    """For what one sum is given: 户, 项, 人, 平方米…; of 每人每月 the person."""
    slash = _SLASH.match(view.shadow.text, place.sum.end, place.sum.end + 6)
    named = list(_UNIT.finditer(view.shadow.text, place.lead, place.sum.start))
    word = slash[1] if slash else (named[-1]["each"] or named[-1]["mean"]) if named else None
    return _UNITS.get(word, word) if word else None


def year(view: scene.Scene, place: Place, provisions: bool) -> int | None:
    """The year nearest before the sum; in a provision 上年度 belongs to the condition, and a span is no year."""
    text = view.shadow.text
    times = values.find_dates(text, place.sentence.start, place.sum.start, view.outline.date)
    if not times and _THIS_BATCH.search(text, place.sentence.start, place.sum.start):
        return _year_above(view, place) or (int(view.outline.date[:4]) if view.outline.date else None)
    if not times and not provisions and place.sum.kind != "ceiling":
        return _year_above(view, place) or _whole_year(view, place)
    named = [r for r in view.within(place.sentence.start, place.sum.start) if r.type in ("Policy", "Meeting")]
    times = [t for t in times if not any(r.start <= t.start < r.end for r in named)]
    if not times or "/" in times[-1].iso or text[times[-1].end : times[-1].end + 2] in ("承诺", "以来"):
        return None
    if provisions and not text[times[-1].start].isdigit():
        return None
    if place.lead <= times[-1].start or times[-1].start >= place.segment[0]:
        return int(times[-1].iso[:4])
    return None


def _whole_year(view: scene.Scene, place: Place) -> int | None:
    """全年兑现3亿元, 上半年发放2亿元: the year that the text named last before."""
    text, start = view.shadow.text, place.sum.start
    if not _OF_YEAR.search(text, place.clause[0], start):
        return None
    named = [int(y) for y in _NAMED_YEAR.findall(text, max(0, start - _FAR), start)]
    signed = view.outline.date or ""
    if named and named[-1] <= int(signed[:4] or 9999):
        return named[-1]
    # Signed at the end of a year or at the beginning of the next one, a review speaks of that year.
    month = int(signed[5:7] or 0)
    ended = 1 <= month <= _EARLY
    return int(signed[:4]) - ended if ended or month >= _LATE else None


def _year_above(view: scene.Scene, place: Place) -> int | None:
    """The one year that the nearest heading, or a title about money, names: 2024年专项资金安排."""
    outline, text = view.outline, view.shadow.text
    heads = [(s.start, s.head_end) for s in outline.ancestry(outline.sections[place.sentence.section]) if s.index]
    title = places.head(view)
    money = re.search(r"资金|经费|补助|奖补|预算|项目", text[slice(*title)])
    for start, end in [h for h in heads if h[1] - h[0] <= 40] + ([title] if money else []):
        found = {m[1] for m in re.finditer(r"(20\d{2})年", text[start:end])}
        if len(found) == 1:
            return int(found.pop())
    account = _ACCOUNT.search(text, *title)
    if account and not any(_PLANS.search(text, *h) for h in heads):
        return int(account[1])
    return None


def projects(view: scene.Scene, place: Place) -> int | None:
    """How many projects the sum pays for: 项目6项, 6项课题."""
    whole = place.lead == place.clause[0] and "其中" not in view.shadow.text[place.lead : place.sum.start]
    start = place.segment[0] if whole else place.lead
    near = list(_PROJECTS.finditer(view.shadow.text, start, place.sum.start))
    behind = _PROJECTS_BEHIND.match(view.shadow.text, place.sum.end, place.segment[1] + 1)
    said = near[-1] if near else behind
    return int(next(filter(None, said.groups()))) if said else None


def status(
    view: scene.Scene,
    place: Place,
    clause: parts.Clause | None,
    made: evidence.Grant | None,
    terms: tuple[str, int | None, bool],
) -> tuple[evidence.Status, str]:
    """The status with its cue: `made` is the whole of which the sum is a part, `terms` its kind, its year and whether a policy promises it."""
    text, (kind_of, year_of, provisions) = view.shadow.text, terms
    lead, tail = text[place.clause[0] : place.sum.start], text[place.sum.end : place.segment[1]]
    if made and not re.search("已|到位|完成", lead):
        return made.status, made.cue
    if given := _GIVEN.match(tail):
        return "done", given[0].lstrip("，")
    planned = places.pattern("planned").search(_NO_PLAN.sub("", lead))
    if planned and not re.search(r"已|到位", lead):
        return "planned", planned[0]
    if provisions and not (kind_of == "awarded" and _SPENT.search(lead)):
        return "planned", clause.cue if clause else ""
    if kind_of in ("rate", "ceiling"):
        if _conditional(view, place) and not _YEARLY.search(lead):
            return "planned", ""
        return ("planned", clause.cue) if clause and clause.status == "planned" else ("ongoing", "")
    if clause and clause.status == "planned" and not year_of:
        return "planned", clause.cue
    cue = places.pattern("giving").search(lead)
    return "done", cue[0] if cue else ""
