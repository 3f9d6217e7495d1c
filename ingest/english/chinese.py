"""Chinese names of Chinese bodies and zones that an English text names, so that both languages meet in one node."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest import reference
from ingest.english import vocabulary
from ingest.find import words

_RANK = r"(?: (?:Province|Provincial|Municipality|Municipal|City|(?:Zhuang |Hui |Uygur )?Autonomous Region|Special Administrative Region))?"


def body(name: str) -> str:
    """The Chinese name of an agency, empty where the table and the grammar of regions' bodies give none.

    >>> body("Department of Science and Technology of Guangxi"), body("Guilin Municipal Bureau of Finance")
    ('广西壮族自治区科学技术厅', '桂林市财政局')
    >>> body("Department of Commerce")
    ''
    """
    plain = _plain(name)
    lexicon = words.lexicon("bodies_in_english")
    if plain in lexicon["national"]:
        return str(lexicon["national"][plain])
    for pattern in _bodies():
        match = pattern.fullmatch(plain)
        region = _region(match["region"]) if match else None
        if match and region is not None:
            parts = match.groupdict()
            return region.name + ("人民政府" if "form" not in parts else _office(region, parts["form"], parts["what"]))
    return ""


def zone(name: str) -> str:
    """The Chinese name of a zone that is called by its place and kind, else empty.

    >>> zone("Nanning National High-tech Industrial Development Zone")
    '南宁国家高新技术产业开发区'
    """
    match = _zones().fullmatch(_plain(name))
    region = _region(match["region"]) if match else None
    if match is None or region is None:
        return ""
    short = region.short[0] if region.short else region.name
    return short + str(words.lexicon("bodies_in_english")["zones"][match["what"]])


def _plain(name: str) -> str:
    return " ".join(re.sub(r"^the ", "", name.replace("’", "'"), flags=re.IGNORECASE).split())


def _office(region: reference.Region, form: str, what: str) -> str:
    lexicon = words.lexicon("bodies_in_english")
    level = "provincial" if region.level == "provincial" and not region.name.endswith("市") else "municipal"
    return str(lexicon["functions"][what]) + str(lexicon["forms"][level][form])


def _region(form: str) -> reference.Region | None:
    known = vocabulary.regions()[1].get(form)
    return reference.region(known[1]) if known and known[1] else None


def _any_of(listed: Iterable[str]) -> str:
    return words.any_of(map(re.escape, listed))


@cache
def _bodies() -> tuple[re.Pattern[str], ...]:
    lexicon = words.lexicon("bodies_in_english")
    region, what = f"(?P<region>{_any_of(vocabulary.regions()[1])})", _any_of(lexicon["functions"])
    form = _any_of(lexicon["forms"]["provincial"])
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"People's Government of {region}{_RANK}",
            rf"{region}{_RANK} People's Government",
            rf"(?P<form>{form}) of (?P<what>{what}) of {region}{_RANK}",
            rf"{region}{_RANK} (?P<form>{form}) of (?P<what>{what})",
            rf"(?P<what>{what}) (?P<form>{form}) of {region}{_RANK}",
            rf"{region}{_RANK} (?P<what>{what}) (?P<form>{form})",
        )
    )


@cache
def _zones() -> re.Pattern[str]:
    region = f"(?P<region>{_any_of(vocabulary.regions()[1])})"
    return re.compile(rf"{region}{_RANK} (?P<what>{_any_of(words.lexicon('bodies_in_english')['zones'])})")
