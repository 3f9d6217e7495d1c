"""What a name only owns: Z企业, R产业, F运营机构, Z的大科学装置, L引进的人才 are helped or run, and not Z, R, F or L."""

from __future__ import annotations

import re

from ingest import scene
from ingest.relate.claims.maker import ZONES

# 对甲市给予支持, 为甲市发展提供服务, not 为甲市企业提供服务.
_AS_PLACE = re.compile(
    r"等?(?:[，、和与及]|给予|予以|提供|进行|适当|重点|优先|继续|倾斜|在|的?(?:经济|产业)?(?:建设|发展|工作|试点))"
)
# 支持Z企业, 支持Z司法机关: who is there, not the zone.
INHABITANTS = re.compile(
    r"(?:内|范围内)?(?:的)?(?:(?:重点|骨干|龙头|中小微?|小微|民营|外资|司法|仲裁|审判|金融|科研|医疗|事业|相关|有关)*"
    r"(?:企业|高校|高等院校|高等学校|机关|机构|院所|单位)|居民|群众|各类|科技型)"
)
# 对L引进的人才, Z的大科学装置, L用户: what the thing only owns or brought in.
OWNED = re.compile(
    r"[”》]?(?:内|中)?(?:的(?!(?:高质量|创新|转型)?(?:建设|发展|创建|申报|设立|工作|建立|转型|升级|创新|改革|运行|运营|成果|设施|支持|扶持|投入|资助|帮扶|倾斜|补助|指导|服务|科研|研究|研发))[一-鿿]{2,12}(?=[，。；、]|开展|给予|$)"
    r"|(?:用户|入驻|团队|专家|学生|员工)|(?:引进|入驻|培育|孵化|认定|承担|推荐|成交|吸引|获得|备案)[^，。；]{0,8}的)"
)
# 奖励F运营管理机构: who runs it, not the thing itself.
RUNNERS = re.compile(r"(?:运营|管理|服务|建设|承担|依托|运行){1,2}(?:机构|单位|公司|企业|部门|人员|主体|方(?!案))")


def belongs(text: str, ref: scene.Ref) -> bool:
    """Whether the name only tells where somebody or something else is: Z企业, R产业, F运营机构."""
    if ref.type == "Region" and not _AS_PLACE.match(text, ref.end):
        return True
    return bool(RUNNERS.match(text, ref.end) or (ref.type in ZONES and INHABITANTS.match(text, ref.end)))


def owns(text: str, ref: scene.Ref) -> bool:
    """Whether the name only tells whose something is: Z企业, Z的大科学装置, L引进的人才."""
    return belongs(text, ref) or (ref.type != "Region" and bool(OWNED.match(text, ref.end)))
