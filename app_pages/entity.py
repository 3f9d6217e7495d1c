"""A thing's own page: names, properties, facts by kind, money, measures, times, place, neighbours, documents; facts with their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app_pages import around, data, nav, remarks, texts, where, widgets
from app_pages.widgets import el
from graph import ontology

_COMMON = ("documents", "degree")


def show() -> None:
    """Draw the page of the thing in the address."""
    key = nav.param("id")
    node = data.node(key) if key else None
    if node is None:
        widgets.show(widgets.notice(texts.say("entity.missing"), texts.say("entity.missing_help")), "main")
        return
    facts, measures = data.facts(key), data.measures(key)
    grants, thing = data.grants_of(key), _thing(node)
    remarks.show(key, _head(node))
    main = el("div", _money(grants), _facts(facts), *_measures(measures), cls="column")
    side = el(
        "aside", _properties(node), around.show_place(thing), around.show_times(thing, facts, grants, measures),
        around.show_neighbours(facts), *_papers(key, data.papers_of(key)), cls="column",
    )  # fmt: skip
    widgets.show(el("main", el("div", main, side, cls="columns"), cls="page below"), "main")


def _thing(node: Mapping[str, Any]) -> data.Thing:
    return data.Thing(node["id"], node["label"], str(node.get("name") or node["id"]), node.get("name_en"))


def _head(node: Mapping[str, Any]) -> widgets.El:
    thing = _thing(node)
    names = [str(name) for name in node.get("aliases") or () if name != widgets.name_of(thing)]
    known = el(
        "p",
        el("span", texts.say("entity.aliases"), cls="lead"),
        *(el("bdi", widgets.clip(n, 80), cls="alias") for n in names[:24]),
    )
    return el(
        "div",
        el("div", widgets.kind_chip(thing.label), widgets.unchecked_chip() if node.get("unchecked") else None, cls="notes"),
        el("h1", el("bdi", widgets.clip(widgets.name_of(thing), 400))),
        widgets.own_line(thing),
        known if names else None,
        el("div", el("a", texts.say("entity.explore"), " →", cls="button", href=nav.href("explore", id=thing.id)),
           el("a", texts.say("entity.path"), " →", cls="more", href=nav.href("questions", name="path_between", **{"p.second": thing.id})),
           widgets.behind(nav.href("console", behind="facts", id=thing.id)), cls="buttons"),
        cls="title-block",
    )  # fmt: skip


def _properties(node: Mapping[str, Any]) -> widgets.El:
    label = ontology.load().labels.get(node["label"])
    wanted = [*(label.properties if label else ()), "name_en", *_COMMON]
    told = {**node, "in_force": _force(node)}
    pairs = [(name, _shown(name, told[name])) for name in wanted if told.get(name) not in (None, "", [])]
    rows = [
        part
        for name, value in pairs
        if _named(name)
        for part in (el("dt", texts.say(f"property.{name}")), el("dd", value))
    ]
    return widgets.section(texts.say("entity.properties"), el("dl", *rows))


_NAMED = {
    "doc_no", "level", "kind", "region", "function", "branch", "theme", "code", "role", "number", "date_issued",
    "date_effective", "date_expiry", "date_repealed", "in_force", "instruments", "name_en", "counterpart", "valid_from", "valid_to", "documents", "degree",
}  # fmt: skip


def _named(name: str) -> bool:
    return name in _NAMED


def _force(node: Mapping[str, Any]) -> str:
    """Whether a policy holds, as its text says when issued; a day of expiry that has passed says more."""
    told, expiry = str(node.get("in_force") or ""), str(node.get("date_expiry") or "")
    over = told in ("in force", "trial") and len(expiry) == 10 and expiry < date.today().isoformat()
    return texts.say(f"force.{'expired' if over else told.replace(' ', '_')}") if told else ""


def _shown(name: str, value: object) -> widgets.Kid:
    if name == "region":
        known = where.load().regions.get(str(value))
        return widgets.thing_link(known.thing) if known else str(value)
    if name == "level":
        return texts.level(str(value))
    if name == "kind":  # of a zone; other kinds are not called as zones are
        return widgets.called("DemonstrationZone", str(value))
    if isinstance(value, bool):
        return texts.say("questions.yes" if value else "questions.no")
    if name == "instruments" and isinstance(value, list | tuple):
        return texts.listed(texts.instrument(str(key)) for key in value)
    if name == "counterpart":
        return texts.listed(part.replace("{", "〈").replace("}", "〉") for part in str(value).split(";"))
    return widgets.clip(str(value), 200)


def _facts(facts: Sequence[data.Fact]) -> widgets.El:
    body = widgets.fact_groups(facts) or [el("p", texts.say("entity.no_facts"), cls="quiet")]
    return widgets.section(texts.say("entity.facts"), *body, count=len(facts))


def _money(grants: Sequence[data.Grant]) -> widgets.El | None:
    return (
        widgets.section(texts.say("entity.grants"), *widgets.grant_list(grants), count=len(grants)) if grants else None
    )


def _measures(measures: Sequence[data.Measure]) -> list[widgets.El]:
    parts = [(texts.say(f"entity.{role}"), [m for m in measures if m.role == role]) for role in ("acts", "concerned")]
    return [widgets.section(title, *widgets.measure_list(found), count=len(found)) for title, found in parts if found]


def _papers(key: str, papers: Sequence[data.Paper]) -> list[widgets.El]:
    """The documents that name the thing, and apart from them, as they count as none, the reference tables."""
    split = len(papers) > 1  # one of several may mean another thing by the name
    parts = (
        ("entity.documents", [p for p in papers if not p.reference]),
        ("entity.tables", [p for p in papers if p.reference]),
    )
    return [
        widgets.section(texts.say(title), el("ul", *(_paper(key, p, split) for p in found), cls="papers"), count=len(found))
        for title, found in parts if found
    ]  # fmt: skip


def _paper(key: str, p: data.Paper, split: bool) -> widgets.El:
    title = el("a", el("bdi", widgets.clip(p.title, 80)), href=nav.href("reader", doc=p.id), cls="title")
    other = el("a", texts.say("entity.split"), href=nav.href("review", left=key, right=p.id), cls="source")
    notes = (
        el("small", p.date or texts.say("fact.no_time")), el("span", texts.genre(p.genre), cls="badge"),
        widgets.invented_chip() if p.invented else None, widgets.reference_chip() if p.reference else None, other if split else None,
    )  # fmt: skip
    return el("li", title, el("div", *notes, cls="notes"))
