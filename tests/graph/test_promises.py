"""How long things are put off is right where it can be counted by hand."""

from __future__ import annotations

import pytest

from graph import fold, promises

BODY = fold.Node("Agency/a", "Agency", {})


def world(*said: tuple[str, str]) -> tuple[list[fold.Node], list[promises.Key]]:
    """One body that says in each year, with a status, something of one thing."""
    nodes, edges = [BODY], []
    for number, (year, status) in enumerate(said):
        one, document = f"Measure/{number}", f"Document/{number}"
        edges += [
            ("Agency/a", "UNDERTAKES", one),
            (one, "CONCERNS", "Fund/f"),
            (one, "STATED_IN", document),
        ]
        nodes += [
            fold.Node(one, "Measure", {"status": status}),
            fold.Node(document, "Document", {"date": f"{year}-05-01"} if year else {}),
        ]
    return nodes, edges


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ([("2019", "planned"), ("2020", "planned"), ("2021", "requested")], {0: 3, 1: 3, 2: 3}),
        ([("2019", "planned"), ("2020", "planned"), ("2022", "planned")], {0: 2, 1: 2, 2: 2}),
        ([("2019", "planned"), ("2021", "planned")], {}),
        ([("2019", "planned"), ("2019", "planned")], {}),
        ([("2019", "planned"), ("2020", "planned"), ("2021", "done")], {}),
        ([("2019", "planned"), ("2020", "planned"), ("2021", "ongoing")], {0: 2, 1: 2}),
        ([("2019", "planned"), ("2020", "planned"), ("", "planned")], {0: 2, 1: 2}),
    ],
)
def test_years_running(said: list[tuple[str, str]], years: dict[int, int]) -> None:
    found = promises.years_running(*world(*said))
    assert found == {(f"Measure/{n}", "CONCERNS", "Fund/f"): count for n, count in years.items()}


def test_a_claim_has_its_subject_and_another_body_plans_for_itself() -> None:
    nodes, edges = world(("2019", "planned"), ("2020", "planned"))
    nodes += [fold.Node("Claim/c", "Claim", {"status": "done"}), fold.Node("Region/r", "Region", {})]
    edges += [
        ("Claim/c", "SUBJECT", "Region/r"),
        ("Claim/c", "OBJECT", "Fund/f"),
        ("Claim/c", "STATED_IN", "Document/0"),
    ]
    found = promises.years_running(nodes, edges)
    assert set(found.values()) == {2}
    assert ("Claim/c", "OBJECT", "Fund/f") not in found
