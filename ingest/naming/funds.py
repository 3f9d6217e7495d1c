"""English names of Chinese funds, programmes and leading groups that are called after a place or a zone and what they are for."""

from __future__ import annotations

from functools import cache

from ingest.naming import places, words, zones


@cache
def name(chinese: str) -> str | None:
    """The English name of a fund, programme or mechanism, if its place, its purpose and its form are all known.

    >>> name("广西创新驱动发展专项资金"), name("合芜蚌国家自主创新示范区专项资金"), name("企业白名单制度")
    ('Guangxi Special Fund for Innovation-driven Development', 'Special Fund for the Hefei-Wuhu-Bengbu National Independent Innovation Demonstration Zone', None)
    """
    if chinese in words.table("programmes"):
        return words.table("programmes")[chinese]
    form = next((one for one in words.longest_first("tools") if chinese.endswith(one)), "")
    if not form:
        return None
    kind, stem = words.table("tools")[form], chinese.removesuffix(form)
    if zone := zones.name(stem):
        return f"{kind} for the {zone}"
    where, purpose = places.leading(stem, True, places.RANKS[:2], most=1)
    what = words.table("purposes").get(purpose)
    return f"{' '.join(where)} {kind} for {what}".strip() if where and what else None
