"""Constructions of the language: tables of invented sentences, each read as a small document, with all that it claims.

A row of `constructions/claims_RELATION.yaml`: the construction, the verb or noun, the text, the claims `subject > object = status`
(`done@2022` where the time counts, `done|ongoing` where the words leave it open, `any` where the status is not judged). Of its relation a text must claim
just these; what else it claims is not looked at.
"""

from __future__ import annotations

from importlib import resources
from typing import NamedTuple

import pytest

from graph import plain
from ingest import reading


class Case(NamedTuple):
    """One sentence with what it claims of one relation."""

    relation: str
    construction: str
    verb: str
    text: str
    claims: tuple[str, ...]


def cases() -> list[Case]:
    """All rows of all tables."""
    files = resources.files("tests.ingest.constructions").iterdir()
    tables = [plain.load(f.read_text("utf-8")) for f in files if f.name.startswith("claims_")]
    return [Case(t["relation"], *row[:3], tuple(row[3])) for t in tables for row in t["cases"]]


def read(case: Case) -> dict[tuple[str, str], set[str]]:
    """The claims of the case's relation in its text: statuses, bare and with the time, by names of subject and object."""
    read = reading.read(case.text, "0" * 64)
    names = {e.id: e.name.strip("《》") for e in read.entities}
    found: dict[tuple[str, str], set[str]] = {}
    for claim in (c for c in read.claims if c.predicate == case.relation):
        pair = names.get(claim.subject or "", "?"), names.get(claim.object, "?")
        found.setdefault(pair, set()).update((claim.status, f"{claim.status}@{claim.time}"))
    return found


def expected(case: Case) -> dict[tuple[str, str], set[str]]:
    """The statuses that each claim may have, by names of subject and object."""
    rows = [claim.replace(" = ", " > ").split(" > ") for claim in case.claims]
    return {
        (s, o): {"done", "ongoing", "planned", "requested"} if t == "any" else set(t.split("|")) for s, o, t in rows
    }


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c.relation}-{c.construction}-{c.verb}")
def test_construction(case: Case) -> None:
    found, wanted = read(case), expected(case)
    assert set(found) == set(wanted)
    assert all(wanted[pair] & told for pair, told in found.items()), found
