"""Review as tables for a page that draws them itself: things that may be one, remarks, decisions, how far people agree."""

from __future__ import annotations

from app_pages import candidate_list, data, decisions, grids, nav, texts, widgets
from app_pages.grids import Grid, Row
from app_pages.marks import Entry
from graph import agreement, judgements

MOST = 500


def grid() -> Grid | None:
    """The tab of the review that the address names; nothing for two things that are held against each other."""
    if nav.param("left") and nav.param("right"):
        return None
    tabs = {"tags": _remarks, "journal": _journal, "agreement": _agreement}
    return tabs.get(nav.param("tab"), _candidates)()


def _candidates() -> Grid:
    found = decisions.pairs()
    known = data.things(key for pair in found[:MOST] for key in (pair.left, pair.right))
    shown = [pair for pair in found[:MOST] if {pair.left, pair.right} <= known.keys()]
    rows = [
        Row([*(_thing(known[key]) for key in (pair.left, pair.right)), texts.say(f"review.why.{pair.why}")])
        for pair in shown
    ]
    return Grid(grids.heads("grid.first", "grid.second", "review.reason"), rows, _of(len(shown), len(found)))


def _of(shown: int, found: int) -> str:
    return texts.say("offline.of", n=shown, all=found) if shown < found else ""


def _thing(thing: data.Thing) -> str:
    """Kind and name, with what tells it apart from others of its name."""
    apart = candidate_list.apart(thing)
    return f"{widgets.both(thing)}\n{' · '.join(filter(None, (texts.kind(thing.label), apart)))}"


def _remarks() -> Grid:
    tag = nav.param("tag")
    found = [one for one in reversed(judgements.remarks(decisions.journal())) if tag in ("", one.tag)][:MOST]
    names = _names(found)
    rows = [Row([names[one.left], one.tag, one.reason, one.author, one.date[:10]], _opened(one)) for one in found]
    heads = grids.heads("grid.about", "remark.tag", "remark.note", "review.author", "documents.date")
    return Grid(heads, rows)


def _journal() -> Grid:
    made = decisions.journal()
    in_force = {*judgements.standing(made), *judgements.remarks(made)}
    found = list(reversed(made))[:MOST]
    names = _names(found)
    rows = [
        Row(
            [texts.say(f"verdict.{one.verdict}"), _both(one, names), _change(one), one.reason, one.author, one.date[:10],
             "" if one in in_force else texts.say("review.replaced")],
            _opened(one),
        )
        for one in found
    ]  # fmt: skip
    heads = grids.heads("statement.verdict", "grid.about", "verdict.correct", "review.reason", "review.author", "documents.date", "grid.status")  # fmt: skip
    return Grid(heads, rows, _of(len(found), len(made)))


def _both(one: judgements.Judgement, names: dict[str, str]) -> str:
    return "\n".join(names[key] for key in (one.left, one.right) if key)


def _change(one: judgements.Judgement) -> str:
    return texts.listed(texts.term(part, str(value)) for part, value in one.correction)


def _names(found: list[judgements.Judgement]) -> dict[str, str]:
    """What each decision or remark is about: a thing by its name, a statement by its words, else by its id."""
    keys = {key for one in found for key in (one.left, one.right) if key}
    said = {key: f"“{widgets.clip(place.quote, 120)}”" for key, (_, _, place) in data.statements(keys).items()}
    known = {key: widgets.clip(widgets.both(thing), 120) for key, thing in data.things(keys).items()}
    return {key: widgets.clip(key, 60) for key in keys} | known | said


def _opened(one: judgements.Judgement) -> list[Entry]:
    return [Entry("", [one.left])] if one.left[:2] in ("c-", "g-", "m-") else []


def _agreement() -> Grid:
    made = decisions.journal()
    both = (("decisions", agreement.on_decisions(made)), ("tags", agreement.on_tags(made)))
    rows = [_agreed(name, one) for name, found in both for one in found]
    heads = ("one", "two", "tag", "matters", "alike", "alone", "kappa")
    return Grid(grids.heads("grid.about", *(f"review.table.{head}" for head in heads)), rows, texts.say("review.agreement_about"))  # fmt: skip


def _agreed(name: str, one: agreement.Agreement) -> Row:
    counts = [(str(number), float(number)) for number in (one.matters, one.alike, one.alone)]
    kappa = ("—", -2.0) if one.kappa is None else (f"{one.kappa:.2f}", one.kappa)
    tag = one.tag or (texts.say("review.table.all_tags") if name == "tags" else "")
    return Row([texts.say(f"review.agreement.{name}"), one.one, one.two, tag, *counts, kappa])
