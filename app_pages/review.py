"""Review: things that may be one, with both sides' evidence and what a decision would change; the journal as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from app_pages import add, alone, candidate_list, data, decisions, nav, remarks, statement, texts, widgets
from app_pages.widgets import el
from graph import agreement, errors, judgements

_STATEMENTS = ("Claim", "Grant", "Measure")
_TABS = ("candidates", "tags", "journal", "agreement")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things with what is known of it."""

    thing: data.Thing
    names: tuple[str, ...]
    facts: tuple[data.Fact, ...]
    papers: tuple[data.Paper, ...]

    def said(self) -> set[tuple[str, bool, str]]:
        """Its facts without itself, to be held against the other's."""
        return {(fact.predicate, fact.incoming, fact.other.id) for fact in self.facts}


def show() -> None:
    """Draw two things to decide on, or the tab that the address names."""
    left, right = nav.param("left"), nav.param("right")
    if left and right:
        show_pair = _show_split if right.startswith("Document/") else _show_pair
        show_pair(left, right)
        return
    tab = nav.param("tab") if nav.param("tab") in _TABS else _TABS[0]
    decisions.show_rebuild("review.rebuild")
    chips = [el("a", texts.say(f"review.{name}"), cls="chip", href=nav.href("review", tab=name), current="true" if name == tab else None)
             for name in _TABS]  # fmt: skip
    body = {"candidates": candidate_list.show, "tags": remarks.tab, "journal": _journal, "agreement": _agreement}[tab]()
    head = (
        el("h1", texts.say("nav.review")),
        el("p", texts.say("review.lead"), cls="quiet"),
        el("div", *chips, cls="chips"),
    )
    widgets.show(el("main", *head, *body, cls="page narrow"), "main")
    if tab == "journal":
        _show_exchange()


# ---- two things -----------------------------------------------------------------------------------------------------


def _head(question: str, known: judgements.Judgement | None) -> list[widgets.El]:
    """The question that a page asks, and what was decided on it."""
    back = el("a", texts.say("review.back"), href=nav.href("review"), cls="more")
    return [back, el("h1", texts.say(question)), *([statement.decision(known)] if known else [])]


def _show_pair(left: str, right: str) -> None:
    sides, known = _sides(left, right), decisions.about(left, right)
    decisions.show_rebuild("review.rebuild")
    widgets.show(el("main", *_pair(sides, known), cls="page"), "main")
    if len(sides) == 2:
        _show_verdict(left, right)
    _show_withdrawal(known, left, right)


def leaf() -> widgets.El | None:
    """The two things in the address side by side, if it names two, for a page that draws it itself."""
    left, right = nav.param("left"), nav.param("right")
    if not left or not right or right.startswith("Document/"):
        return None
    return alone.alone(el("main", *_pair(_sides(left, right), decisions.about(left, right)), cls="page"))


def _sides(left: str, right: str) -> list[Side]:
    return [side for key in (left, right) if (side := _side(key))]


def _pair(sides: Sequence[Side], known: judgements.Judgement | None) -> list[widgets.El]:
    head = _head("review.question", known)
    if len(sides) < 2:
        return [*head, widgets.notice(texts.say("review.merged" if known and known.verdict == "same" else "entity.missing"))]  # fmt: skip
    return [*head, el("div", *map(_card, sides), cls="sides pair"), _preview(*sides)]


def _show_split(thing: str, document: str) -> None:
    """Whether a document means another thing by the name, what then goes with it, and the decision."""
    known, side = decisions.about(thing, document), _side(thing)
    decisions.show_rebuild("review.rebuild")
    paper = next((p for p in side.papers if p.id == document), None) if side else None
    if side is None or paper is None:
        both = data.things([thing, judgements.parted(thing, document)])
        body = [el("p", *(widgets.thing_link(both[key], 60) for key in sorted(both)), cls="notes"),
                widgets.notice(texts.say("review.parted" if known and known.verdict == "split" else "entity.missing"))]  # fmt: skip
    else:
        body = [el("div", _card(side), _parting(side, paper), cls="sides pair")]
    widgets.show(el("main", *_head("review.split", known), *body, cls="page"), "main")
    if side and paper and len(side.papers) > 1:
        _show_verdict(thing, document, ("split",))
    _show_withdrawal(known, thing, document)


def _parting(side: Side, paper: data.Paper) -> widgets.El:
    """What would go with the document, in its own words, and what would stay."""
    goes = [told for fact in side.facts if (told := _as_told(fact, paper.id))]
    alone = [fact for fact in side.facts if {claim.place.document for claim in fact.claims} == {paper.id}]
    lines = [
        texts.say("review.parting.goes", n=len(goes)),
        texts.say("review.parting.stays", n=len(side.facts) - len(alone), papers=len(side.papers) - 1),
    ]
    title = el("h2", el("a", el("bdi", widgets.clip(paper.title, 120)), href=nav.href("reader", doc=paper.id)))
    return el("section", title, el("ul", *(el("li", line) for line in lines)), el("ul", *(widgets.fact_item(one) for one in goes[:4])))  # fmt: skip


def _as_told(fact: data.Fact, document: str) -> data.Fact | None:
    """The fact with what this document alone says of it, if it says so."""
    claims = tuple(claim for claim in fact.claims if claim.place.document == document)
    if not claims:
        return None
    first = claims[0]
    return replace(fact, claims=claims, documents=1, status=first.status, since=first.since, until=first.until)


def _show_withdrawal(known: judgements.Judgement | None, *keys: str) -> None:
    if known and st.button(texts.say("review.withdraw"), key="review.withdraw"):
        decisions.decide("withdraw", decisions.author() or known.author, texts.say("review.withdrawn"), *keys)
        st.rerun()


def _side(key: str) -> Side | None:
    node = data.node(key)
    if node is None:
        return None
    names = tuple(str(name) for name in node.get("aliases") or ())
    thing = data.Thing(
        node["id"], node["label"], str(node.get("name") or key), node.get("name_en"), node.get("degree") or 0
    )
    return Side(thing, names, tuple(data.facts(key)), tuple(data.papers_of(key)))


def _card(side: Side) -> widgets.El:
    aliases = [el("bdi", widgets.clip(name, 60), cls="alias") for name in side.names[:10]]
    facts = [widgets.fact_item(fact) for fact in side.facts[:4]]
    return el(
        "section", el("div", widgets.kind_chip(side.thing.label), cls="notes"), el("h2", widgets.thing_link(side.thing, 120)),
        widgets.own_line(side.thing),
        el("p", *aliases), el("p", texts.say("review.size", facts=len(side.facts), papers=len(side.papers)), cls="quiet"),
        el("ul", *facts),
    )  # fmt: skip


def _preview(left: Side, right: Side) -> widgets.El:
    """What one node out of the two would hold."""
    both, all_facts = left.said() & right.said(), left.said() | right.said()
    papers = {paper.id for side in (left, right) for paper in side.papers}
    shared = {p.id for p in left.papers} & {p.id for p in right.papers}
    lines = [
        texts.say("review.preview.facts", n=len(all_facts), both=len(both)),
        texts.say("review.preview.papers", n=len(papers), both=len(shared)),
        texts.say("review.preview.name", name=widgets.clip(max(left.thing.name, right.thing.name, key=len), 60)),
    ]
    return widgets.section(texts.say("review.preview"), el("ul", *(el("li", line) for line in lines)))


def _show_verdict(left: str, right: str, verdicts: Sequence[str] = ("same", "not_same", "unsure")) -> None:
    with st.container(border=True, key="decision"):
        first, second, third = st.columns([3, 2, 5])
        verdict = first.radio(
            texts.say("statement.verdict"), verdicts, horizontal=True, key=f"verdict.{left}.{right}",
            format_func=lambda name: texts.say(f"verdict.{name}"),
        )  # fmt: skip
        author = second.text_input(texts.say("review.author"), decisions.author(), key="decision.author")
        reason = third.text_input(texts.say("review.reason"), key=f"reason.{left}.{right}")
        others = candidate_list.namesakes(left, right)
        all_of_them = bool(others) and st.checkbox(texts.say("review.namesakes", n=len(others)), key="decision.all")
        if st.button(texts.say("review.record"), type="primary", key="decision.record"):
            if author.strip() and reason.strip():
                for pair in ((left, right), *((one.left, one.right) for one in others if all_of_them)):
                    decisions.decide(verdict, author.strip(), reason.strip(), *pair)
                st.rerun()
            st.warning(texts.say("review.incomplete"))


# ---- journal and agreement ------------------------------------------------------------------------------------------


def _journal() -> list[widgets.El]:
    made = decisions.journal()
    if not made:
        return [widgets.notice(texts.say("review.no_decisions"), texts.say("review.no_decisions_help"))]
    in_force = {*judgements.standing(made), *judgements.remarks(made)}
    rows = [_decided(one, one in in_force) for one in reversed(made)]
    return [el("ul", *rows, cls="results")]


def _decided(one: judgements.Judgement, in_force: bool) -> widgets.El:
    names = data.things(key for key in (one.left, one.right) if key)
    things = [widgets.thing_link(names[key], 50) if key in names else el("bdi", widgets.clip(key, 60))
              for key in (one.left, one.right) if key]  # fmt: skip
    return el(
        "li", el("div", *things, cls="notes"), statement.decision(one),
        el("div", el("a", texts.say("review.open"), href=_address(one, names), cls="source"),
           None if in_force else el("small", texts.say("review.replaced")), cls="notes"),
        cls="wide" if in_force else "wide past",
    )  # fmt: skip


def _address(one: judgements.Judgement, names: Mapping[str, data.Thing]) -> str:
    """Where what a decision or remark is about is shown."""
    if one.right:
        return nav.href("review", left=one.left, right=one.right)
    known = names.get(one.left)
    return (
        nav.href("claim", id=one.left) if known is None or known.label in _STATEMENTS else widgets.thing_address(known)
    )


def _show_exchange() -> None:
    """The journal as a file for a team, and such a file taken in."""
    made = decisions.journal()
    _, left, right, _ = st.columns([1, 5, 6, 1], vertical_alignment="bottom")
    with left:
        st.download_button(
            texts.say("review.export"), judgements.to_lines(made).encode(), "judgements.jsonl", "application/jsonl"
        )
    with right, st.form("judgements", border=False):
        add.speak(["jsonl"])
        file = st.file_uploader(texts.say("review.import"), ["jsonl"])
        if st.form_submit_button(texts.say("review.take")) and file:
            _take_in(file.getvalue().decode("utf-8", "replace"))


def _take_in(lines: str) -> None:
    """Add the decisions of a file to the journal; of a file with a faulty line none, and say which."""
    try:
        taken = decisions.record(judgements.from_lines(lines))
    except errors.LibraryError as error:
        widgets.show(widgets.warning(texts.say("review.not_taken", why=texts.own(str(error)))), "review.wrong")
        return
    st.success(texts.say("review.taken", n=taken))


def _agreement() -> list[widgets.El]:
    made = decisions.journal()
    both = (("decisions", agreement.on_decisions(made)), ("tags", agreement.on_tags(made)))
    parts = [part for name, found in both if found for part in _agreed(name, found)]
    if not parts:
        return [widgets.notice(texts.say("review.no_agreement"), texts.say("review.no_agreement_help"))]
    return [el("p", texts.say("review.agreement_about"), cls="quiet"), *parts]


def _agreed(name: str, found: Sequence[agreement.Agreement]) -> Iterator[widgets.El]:
    """Each two people's agreement as a table; of tags also tag by tag."""
    columns = ("one", "two", *(("tag",) if name == "tags" else ()), "matters", "alike", "alone", "kappa")
    head = el("tr", *(el("th", texts.say(f"review.table.{column}"), cls=_kind(column)) for column in columns))
    rows = [
        el("tr", *(el("td", el("bdi", _cell(one, column)), cls=_kind(column)) for column in columns)) for one in found
    ]
    yield el("h2", texts.say(f"review.agreement.{name}"))
    if name == "tags":
        yield el("p", texts.say("review.agreement.tags_about"), cls="quiet")
    yield el("table", el("thead", head), el("tbody", *rows), cls="table")


def _kind(column: str) -> str:
    return "" if column in ("one", "two", "tag") else "number"


def _cell(one: agreement.Agreement, column: str) -> str:
    if column == "kappa":
        return "—" if one.kappa is None else f"{one.kappa:.2f}"
    if column == "tag" and not one.tag:
        return texts.say("review.table.all_tags")
    return widgets.clip(str(getattr(one, column)), 40)
