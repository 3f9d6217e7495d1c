"""Words that English names are made of, as fast tables: heads and their kinds, regions, known names, classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest.find import words
from ingest.reference import tables


@cache
def heads() -> dict[str, str]:
    """Head → kind, plurals included."""
    table: dict[str, str] = {}
    for kind, listed in words.lexicon("english")["heads"].items():
        for head in listed:
            for form in (head, plural(head)):
                table.setdefault(form, kind)
    return table


def plural(word: str) -> str:
    """hub → hubs, facility → facilities, laboratory → laboratories."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def singular(word: str) -> str:
    """hubs → hub, laboratories → laboratory; a word that ends in ss stays."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def words_of(name: str) -> frozenset[str]:
    """One list of words of lexicon/english.yaml."""
    return frozenset(str(word) for word in words.lexicon("english")[name])


def _alone(forms: Iterable[str], before: str, after: str, cased: bool = True) -> re.Pattern[str]:
    """Any of the forms, patterns that begin with a letter, the longest first, without these characters right before and after.

    It begins with the first letters of all forms: so the engine passes by all places where none such stands.
    """
    under: dict[str, list[str]] = {}
    for form in forms:
        first = form[0] if cased else form[0].lower() + form[0].upper()
        under.setdefault(first, []).append(form[1:])
    way = "?:" if cased else "?i:"
    rests = "|".join(f"(?<=[{first}])({way}{words.any_of(rest)})" for first, rest in under.items())
    return re.compile(f"[{''.join(under)}](?<![{before}].)(?:{rests})(?![{after}])")


@cache
def regions() -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    """Pattern of all written forms, and form → (name, code, level)."""
    table: dict[str, tuple[str, str, str]] = {}
    for row in (*tables.rows("regions_en"), *tables.rows("places_en")):
        for form in (row["name"], *filter(None, row["also"].split(";"))):
            table.setdefault(form, (row["name"], row["adcode"], row["level"]))
    return _alone(map(re.escape, table), r"\w-", r"\w"), table


@cache
def known() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {name: kind for kind, names in words.lexicon("english")["known"].items() for name in names}
    return _alone(map(re.escape, table), r"\w", r"\w"), table


# small and medium-sized local businesses: words of their own may stand before the firms.
_SMALL_AND_MEDIUM = r"small(?:er)?(?:-? and |-? to |-to-)medium(?:[- ]sized?)?(?: [\w-]+){0,2}? (?:enterprises|businesses|companies|firms|manufacturers)"
SMALL_FIRMS = "中小企业"
_OF_SCIENCE = re.compile(r"\b(?:technolog(?:y|ical)|tech|sci-tech|innovative|research)\b", re.IGNORECASE)


def group_of(said: str) -> str:
    """The class of beneficiary that words name."""
    small = "科技型中小企业" if _OF_SCIENCE.search(said) else SMALL_FIRMS
    return groups()[1].get(said.lower(), small)


def _one_of(form: str) -> str:
    """high-tech enterprises → high-tech enterprise"""
    first, space, last = form.rpartition(" ")
    return first + space + singular(last)


def is_one(form: str) -> bool:
    """Whether a class is named by one of its members."""
    return form.lower() not in _plural_forms() and form.lower() in groups()[1]


@cache
def _plural_forms() -> frozenset[str]:
    return frozenset(form for forms in words.lexicon("english")["groups"].values() for form in forms)


@cache
def groups() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    lexicon = words.lexicon("english")
    table = {form: group for group, forms in lexicon["groups"].items() for form in forms}
    table.update(
        {_one_of(form): group for form, group in table.items() if _one_of(form) != form and _one_of(form) not in table}
    )
    helps = "|".join(lexicon["helps"])
    return (
        _alone((_SMALL_AND_MEDIUM, *map(re.escape, table)), r"\w-", r"\w-", cased=False), table,
        re.compile(rf"\b(?:{helps}) (?:[\w’'-]+,? (?:and )?){{0,3}}$", re.IGNORECASE),
    )  # fmt: skip


# Enterprises that are recognised as … will receive; firms may apply.
HELPED = re.compile(
    r"(?: (?:that|which|who|with|in|from|for|recogni[sz]ed|certified|rated|registered|located|approved|selected|engaged|newly)\b[^.;]{2,90}?)?"
    r" (?:will|may|can|shall|could|are) (?:each |also |then )?(?:receive|apply|enjoy|obtain|access|benefit|eligible|entitled|"
    r"be (?:eligible|rewarded|given|granted|awarded|subsidi[sz]ed|provided|supported|entitled|offered|reimbursed))\b"
)
# each new high-tech enterprise
EACH = re.compile(r"\b(?:each|every|any|per) (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def head_of(listed: list[str]) -> tuple[str, int]:
    """The longest head that ends the words (years and numbers after it aside), and how many words follow it."""
    after = 0
    while listed and re.fullmatch(r"[\d–-]+|\d\.0|[IVX]{1,4}", listed[-1]) and len(listed) > 1:
        listed, after = listed[:-1], after + 1
    for width in (5, 4, 3, 2, 1):
        if len(listed) >= width:
            piece = re.sub(r"[’']s$", "", " ".join(listed[-width:]).lower())
            if piece in heads():
                return piece, after
    return "", 0


def kind_of(listed: list[str]) -> tuple[str, str]:
    """Kind and singular head of words of any case: regional clean hydrogen hubs → Platform, hub; empty when they name nothing."""
    head, _after = head_of(listed)
    return (heads()[head], singular(head)) if head else ("", "")
