"""Hostile and runaway texts on both stores: nothing is written, read from files or sent; whoever asks goes on asking."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import generated
from graph import errors, stores
from queries import guard, worker
from tests.queries import hostile

REFUSED = [group for group in hostile.names() if group not in ("runaway", "harmless")]
# A server cannot stop a regular expression that explodes, nor the planning of a query that nests hundreds deep, which is
# why the guard refuses them: not tried past the guard, as the server would burn on under all later tests.
PAST_THE_GUARD = [group for group in REFUSED if group not in ("unbounded", "misshapen")]
SECRET = "canary-7f3a"
LIMIT, LATER = 1.0, 2.0
WORLD = generated.graph(1_000, 3_000)


class Listener:
    """A port of this machine that counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.host = "{}:{}".format(*self._socket.getsockname())
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("canary") / "canary.csv"
    file.write_text(f"{SECRET},1\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a store that holds the made-up graph."""
    neo4j = request.param == "neo4j"
    place = request.getfixturevalue("neo4j_url") if neo4j else str(tmp_path_factory.mktemp("graph"))
    store = stores.open_store(place, writable=True)
    store.write(WORLD)
    store.close()
    yield place
    worker.close()


@pytest.fixture(scope="module")
def unchanged(target: str, listener: Listener, canary: Path) -> Iterator[None]:
    """Holds that all tests on a store leave graph, schema, network and folder as they were."""
    before = state(target)
    yield
    assert state(target) == before
    assert listener.calls == 0
    assert [file.name for file in canary.parent.iterdir()] == [canary.name]


def state(target: str) -> list[Any]:
    """Everything that a store holds."""
    store = stores.open_store(target)
    try:
        held = [store.run(f"MATCH {what} RETURN {it} AS x").rows
                for what, it in (("(n)", "n"), ("()-[r]->()", "r"))]  # fmt: skip
        if store.kind == "neo4j":
            held += [store.run(f"SHOW {what} YIELD name RETURN name").rows for what in ("INDEXES", "CONSTRAINTS")]
    finally:
        store.close()
    return [sorted(map(repr, rows)) for rows in held]


def case_ids(cases: list[hostile.Case]) -> list[str]:
    return [f"{case.group}: {case.name}" for case in cases]


CASES = hostile.load(*REFUSED)
HARMLESS = hostile.load("harmless")
RUNAWAY = hostile.load("runaway")


def test_the_table_is_large_enough() -> None:
    assert len(CASES) + len(RUNAWAY) >= 150
    assert len({case.text + repr(case.params) for case in CASES + RUNAWAY}) == len(CASES) + len(RUNAWAY)


@pytest.mark.parametrize("case", CASES, ids=case_ids(CASES))
def test_the_guard_refuses(case: hostile.Case) -> None:
    with pytest.raises(errors.QueryRefused):
        guard.check(case.text)


@pytest.mark.parametrize("case", HARMLESS, ids=case_ids(HARMLESS))
def test_what_only_looks_hostile_is_answered(case: hostile.Case, target: str) -> None:
    guard.check(case.text)
    worker.run(target, case.text, case.params)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("group", PAST_THE_GUARD)
def test_even_past_the_guard_there_is_no_harm(group: str, target: str, listener: Listener, canary: Path) -> None:
    for case in hostile.load(group):
        text, params = case.at(canary, listener.host)
        assert SECRET not in repr(answer(target, text, params)), case.name
    assert worker.run(target, "RETURN 1 AS x").rows == ((1,),)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("case", RUNAWAY, ids=case_ids(RUNAWAY))
def test_what_runs_away_is_over_in_time(case: hostile.Case, target: str) -> None:
    # Opening the graph is no part of a query.
    worker.run(target, "RETURN 1 AS x")
    began = time.monotonic()
    guarded(target, case)
    assert time.monotonic() - began < LIMIT + LATER
    assert worker.run(target, "RETURN 1 AS x").rows == ((1,),)
    assert not still_running(target)


def still_running(target: str) -> list[Any]:
    """What a server goes on doing though nobody waits for it; an embedded graph ends with its process."""
    store = stores.open_store(target)
    try:
        until = time.monotonic() + 5 * LATER
        while store.kind == "neo4j" and (left := store.run(_RUNNING).rows) and time.monotonic() < until:
            time.sleep(0.05)
        return list(left) if store.kind == "neo4j" else []
    finally:
        store.close()


_RUNNING = "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE NOT text STARTS WITH 'SHOW' RETURN text"


def guarded(target: str, case: hostile.Case) -> object:
    try:
        guard.check(case.text)
    except errors.QueryRefused as refusal:
        return refusal
    return answer(target, case.text, case.params)


def answer(target: str, text: str, params: dict[str, Any]) -> object:
    """Rows, or the error that says why there are none; anything else is a fault."""
    try:
        return worker.run(target, text, params, timeout=LIMIT).rows
    except errors.PolicyGraphError as error:
        return error
