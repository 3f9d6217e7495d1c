"""What pages know of people's decisions: the journal, what it would change, and the graph built anew under it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from app_pages import data, texts
from graph import build, candidates, evidence, judgements, library, progress, stores

_AUTHOR = "decisions.author"


def journal() -> tuple[judgements.Judgement, ...]:
    """All decisions, oldest first."""
    return data.the_library().judgements()


def about(*keys: str) -> judgements.Judgement | None:
    """The decision in force on a statement or on two things."""
    matter = tuple(sorted(keys)) if len(keys) == 2 else (keys[0], "")
    return next((one for one in judgements.standing(journal()) if one.about == matter), None)


def decide(verdict: str, author: str, reason: str, *keys: str, correction: evidence.Pairs = ()) -> None:
    """Write a decision into the journal. Raises LibraryError for an impossible correction."""
    left, right = (*keys, "")[:2]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    record([judgements.Judgement(verdict, left, author, now, reason, right, correction)])
    st.session_state[_AUTHOR] = author


def remarks(key: str) -> tuple[judgements.Judgement, ...]:
    """The tags and notes in force on something, and on what it was made one with."""
    made = journal()
    same = judgements.one_with(key, made)
    return tuple(one for one in judgements.remarks(made) if one.left in same)


def record(made: Iterable[judgements.Judgement]) -> int:
    """Take in decisions that are not in the journal yet; how many those were."""
    known = set(journal())
    fresh = [one for one in dict.fromkeys(made) if one not in known]
    with library.open_library(data.folder()) as shelf:
        for one in fresh:
            shelf.judge(one)
    return len(fresh)


def author() -> str:
    """Who decided last in this session, else in the library."""
    known = journal()
    return str(st.session_state.get(_AUTHOR) or (known[-1].author if known else ""))


def rebuild(say: progress.Progress = progress.silent) -> None:
    """Build the graph anew under all decisions."""
    with library.open_library(data.folder()) as shelf:
        store = stores.open_store(data.target(), writable=True)
        try:
            build.build(shelf, store, say)
        finally:
            store.close()


def show_rebuild(key: str) -> None:
    """Where decisions are not in the graph yet: say so and offer to build it anew."""
    if not data.is_stale():
        return
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.info(texts.say("review.stale"))
    if right.button(texts.say("review.rebuild"), key=key, type="primary", width="stretch"):
        with st.spinner(texts.say("review.building")):
            rebuild()
        st.rerun()


def pairs() -> tuple[candidates.Pair, ...]:
    """Things that may be one and on which nobody has decided."""
    made = [one for one in judgements.standing(journal()) if one.right]
    parted = {frozenset((j.left, judgements.parted(j.left, j.right))) for j in made if j.verdict == "split"}
    decided = {frozenset(one.about) for one in made} | parted
    return tuple(pair for pair in _pairs(str(data.target()), data.the_library().built() or "")
                 if frozenset((pair.left, pair.right)) not in decided)  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=2)
def _pairs(target: str, built: str) -> tuple[candidates.Pair, ...]:
    """Kept until the graph is built anew."""
    rows = data.ask("named")
    return candidates.pairs(
        candidates.Named(
            row["id"], row["kind"], row["name"], tuple(row["aliases"] or ()), str(row["number"]), row["region"], row["level"],
            frozenset(row["tables"]), row["links"],
        )
        for row in rows if row["name"]
    )  # fmt: skip
