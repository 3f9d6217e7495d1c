"""English names of what has only a Chinese one, put together where every piece of it is known; nothing that is read rests on them."""

from __future__ import annotations

import re

from ingest.naming import bodies, funds, meetings, places, spelling, words, zones

_PROPOSAL = re.compile(r"第(?P<number>\d+)号(?P<kind>代表建议|委员提案|提案|建议)")
_PROPOSALS = {
    "代表建议": "Deputies' Proposal",
    "建议": "Deputies' Proposal",
    "委员提案": "Members' Proposal",
    "提案": "Members' Proposal",
}


def english(label: str, chinese: str) -> str | None:
    """The English name of a thing of that kind; nothing where some piece of its Chinese name is not known.

    >>> english("Agency", "柳州市财政局"), english("HighTechZone", "桂林高新技术产业开发区"), english("Fund", "某某专项资金")
    ('Liuzhou Finance Bureau', 'Guilin High-tech Industrial Development Zone', None)
    """
    if label == "Region":
        return places.region(chinese) or zones.name(chinese)
    if label in ("Agency", "Organization"):
        return bodies.name(chinese)
    if label.endswith("Zone"):
        return zones.name(chinese)
    if label == "Person":
        return spelling.person(chinese)
    if label == "Document":  # a reference table of the project; titles of documents stay as they are
        return words.table("documents").get(chinese)
    if label == "Meeting":
        return meetings.name(chinese)
    if label == "Proposal":
        return _proposal(chinese)
    return funds.name(chinese) if label in ("Fund", "Programme", "Mechanism") else None


def speaker(chinese: str) -> str | None:
    """The English name of who speaks, where only the name is told: a body, a region or a person.

    >>> speaker("湖北省财政厅"), speaker("谭建国"), speaker("本报记者")
    ('Hubei Department of Finance', 'Tan Jianguo', None)
    """
    known = english("Agency", chinese) or english("Region", chinese)
    common = chinese[:1] in words.surnames_that_are_words()
    return known or (None if common else spelling.person(chinese))


def _proposal(chinese: str) -> str | None:
    found = _PROPOSAL.fullmatch(chinese)
    return f"{_PROPOSALS[found['kind']]} No. {found['number']}" if found else None
