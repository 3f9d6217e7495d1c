"""The library: idempotent, replaceable, removable, and whole after a kill at any moment."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from hashlib import sha256
from multiprocessing import connection
from pathlib import Path

import pytest

from graph import errors, evidence, judgements, library
from tests import factories, killing

A = factories.entity("Agency", "广西壮族自治区科学技术厅")
Z = factories.entity("DemonstrationZone", "桂林国家可持续发展议程创新示范区")


def a_reading(title: str = "答复") -> evidence.Reading:
    return factories.reading(title, A, Z, facts=((A.name, "SUPPORTS", Z.name, "ongoing"),))


@pytest.fixture
def held(tmp_path: Path):
    with library.open_library(tmp_path / "lib") as opened:
        yield opened


def test_put_says_new_then_same_then_changed(held: library.Library) -> None:
    source = evidence.Source("a.txt")
    assert held.put(source, b"one", "one", a_reading(), "r1") == "new"
    version = held.version()
    assert held.put(source, b"one", "one", a_reading(), "r1") == "same"
    assert held.version() == version
    assert held.put(source, b"two", "two", a_reading("新答复"), "r1") == "changed"
    assert held.version() != version
    assert [d.title for d in held.documents()] == ["新答复"]


def test_a_new_reader_or_sidecar_reads_again(held: library.Library) -> None:
    source = evidence.Source("a.txt")
    held.put(source, b"one", "one", a_reading(), "r1")
    digest = sha256(b"one").hexdigest()
    assert held.is_current(source, digest, "r1")
    assert not held.is_current(source, digest, "r2")
    assert not held.is_current(evidence.Source("a.txt", url="https://example.org"), digest, "r1")


def test_what_goes_in_comes_out(held: library.Library) -> None:
    source = evidence.Source("a.txt", url="u", tags=("甲", "乙"), invented=True)
    held.put(source, b"bytes", "正文", a_reading(), "r1")
    back = held.get("a.txt")
    assert back == library.Held(source, "正文", a_reading())
    assert held.get(back.reading.document.id) == back
    assert held.original(sha256(b"bytes").hexdigest()) == b"bytes"


def test_remove_takes_the_document_along(held: library.Library) -> None:
    held.put(evidence.Source("a.txt"), b"one", "one", a_reading(), "r1")
    held.remove("a.txt")
    assert held.documents() == ()
    with pytest.raises(errors.UnknownDocument):
        held.get("a.txt")
    with pytest.raises(errors.UnknownDocument):
        held.remove("a.txt")


def test_a_bad_file_keeps_the_good_reading_before_it(held: library.Library) -> None:
    source = evidence.Source("a.txt")
    held.put(source, b"one", "one", a_reading(), "r1")
    held.quarantine(source, b"broken", "no text")
    assert [q.reason for q in held.quarantined()] == ["no text"]
    assert [d.name for d in held.documents()] == ["a.txt"]
    held.put(source, b"three", "three", a_reading(), "r1")
    assert held.quarantined() == ()


def test_a_library_of_an_earlier_version_still_tells_what_could_not_be_read(tmp_path: Path) -> None:
    source = evidence.Source("a.txt", url="https://example.org/a")
    with library.open_library(tmp_path) as held:
        held.quarantine(source, b"broken", "no text")
        assert held.quarantined()[0].source == source
    with sqlite3.connect(tmp_path / library.FILE) as db:
        db.execute("ALTER TABLE quarantine DROP COLUMN source")
    with library.open_library(tmp_path) as held:
        assert [(q.name, q.source) for q in held.quarantined()] == [("a.txt", None)]


def test_judgements_come_back_in_order_and_the_last_stands(held: library.Library) -> None:
    first = judgements.Judgement("same", "A", "赵", "2026-01-01", "同一机构", "B")
    last = judgements.Judgement("not_same", "B", "钱", "2026-01-02", "不同机构", "A")
    held.judge(first)
    held.judge(last)
    assert held.judgements() == (first, last)
    assert judgements.standing(held.judgements()) == (last,)


def test_a_remark_is_kept_and_makes_no_graph_stale(held: library.Library) -> None:
    before = held.version()
    tag = judgements.Judgement("tag", "c-1", "赵", "2026-01-01", "", correction=(("tag", "金融"),))
    held.judge(tag)
    assert judgements.remarks(held.judgements()) == (tag,)
    assert held.version() == before


def test_no_library_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(errors.LibraryError, match="policy-graph ingest"):
        library.open_library(tmp_path / "none", create=False)


def _put_on(place: Path, first: int, told: connection.Connection) -> None:
    """Put documents into the library until this process is killed, and tell each that is in."""
    with library.open_library(place) as held:
        for i in range(first, 10_000):
            data, text = b"x" * 2000 + str(i).encode(), "text " * 200
            held.put(evidence.Source(f"{i:05}.txt"), data, text, a_reading(f"答复{i}"), "r1")
            told.send(i)


def test_kill_at_any_moment_loses_no_finished_document(tmp_path: Path) -> None:
    place, finished, clock = tmp_path / "lib", -1, random.Random(7)
    for _ in range(50):
        with killing.process(_put_on, place, finished + 1) as said:
            finished = said.recv()  # it has begun to write
            time.sleep(clock.random() * 0.05)
        finished = max([finished, *killing.rest(said)])
        with closing(sqlite3.connect(place / library.FILE)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with library.open_library(place) as held:
        names = {d.name for d in held.documents()}
        assert {f"{i:05}.txt" for i in range(finished + 1)} <= names
        assert all(held.original(d.sha256) for d in held.documents())
