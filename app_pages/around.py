"""Around a thing, for the side of its page: where it lies, what happened when, and whom it is linked to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app_pages import data, map_chart, map_data, nav, texts, timeline_data, where, widgets
from app_pages.widgets import Kid, el
from graph import divisions, ontology

_ZONES = ("DemonstrationZone", "HighTechZone", "DevelopmentZone")


def show_place(thing: data.Thing) -> widgets.El | None:
    """The provinces in which a thing lies as tiles, with its region and the way to the map; none where nobody says where."""
    atlas = where.load()
    codes = sorted(atlas.of([thing.id]))
    if not codes or "000000" in codes:
        return None
    homes = [
        atlas.regions[code].thing
        for code in codes
        if code in atlas.regions and atlas.regions[code].thing.id != thing.id
    ]
    names = [el("li", widgets.thing_link(home)) for home in homes[: widgets.SHOWN]]
    link = el("a", texts.say("overview.on_map"), " →", cls="more", href=_on_map(thing, codes[0]))
    return widgets.section(texts.say("entity.place"), _tiles(codes), el("ul", *names) if names else None, link)


def _on_map(thing: data.Thing, code: str) -> str:
    if thing.label in _ZONES:
        return nav.href("map", measure="zones", pick=thing.id)
    return nav.href("map", pick=divisions.city(code))


def _tiles(codes: Iterable[str]) -> widgets.El:
    """The grid of provinces, small, with those of these codes filled."""
    homes = {divisions.province(code) for code in codes}
    spots = {(row, column): code for code, (row, column, *_) in map_data.provinces().items()}
    rows, columns = (range(max(ends) + 1) for ends in zip(*spots, strict=True))
    grid = [el("div", *(_tile(spots.get((row, column), ""), homes) for column in columns)) for row in rows]
    told = texts.listed(map_chart.short_name(home) for home in sorted(homes))
    return el("div", *grid, cls="locator", role="img", label=texts.say("entity.place_alt", names=told))


def _tile(code: str, homes: set[str]) -> widgets.El:
    if not code:
        return el("i", cls="gap")
    return el("i", cls="home" if code in homes else "", title=map_chart.short_name(code))


def show_times(
    thing: data.Thing, facts: Sequence[data.Fact], grants: Sequence[data.Grant], measures: Sequence[data.Measure]
) -> widgets.El | None:
    """What is dated about a thing, newest first; each line opens its statement."""
    dated = [*_of_facts(facts), *_of_grants(thing, grants), *_of_measures(measures)]
    if not dated:
        return None
    lines = [_line(*one) for one in sorted(dated, key=lambda one: one[:2], reverse=True)]
    left = len(lines) - widgets.SHOWN
    rest = widgets.fold(texts.say("entity.more", n=left), [el("ul", *lines[widgets.SHOWN :])]) if left > 0 else None
    shown = el("div", el("ul", *lines[: widgets.SHOWN]), rest, cls="times")
    return widgets.section(texts.say("entity.times"), shown, _on_timeline(thing), count=len(lines))


def _on_timeline(thing: data.Thing) -> widgets.El | None:
    """The way to the thing's events on the timeline, if any is drawn there."""
    if not any(thing.id in (*event.bodies, *event.things) for event in timeline_data.load()):
        return None
    address = nav.href("timeline", body=thing.id, by="kind")
    return el("a", texts.say("entity.on_timeline"), " →", cls="more", href=address)


_Dated = tuple[str, str, str, str, list[Kid]]  # since, until, id of the statement, status, words


def _of_facts(facts: Iterable[data.Fact]) -> list[_Dated]:
    return [
        (fact.since or fact.until, fact.until, fact.claims[0].id, fact.status,
         [texts.relation(fact.predicate, fact.incoming), " ", el("bdi", widgets.clip(widgets.name_of(fact.other), 60))])
        for fact in facts if fact.claims and (fact.since or fact.until)
    ]  # fmt: skip


def _of_grants(thing: data.Thing, grants: Iterable[data.Grant]) -> list[_Dated]:
    return [
        (str(grant.year), "", grant.id, grant.status, [widgets.amount(grant), " ", el("bdi", _others(thing, grant))])
        for grant in grants if grant.year
    ]  # fmt: skip


def _others(thing: data.Thing, grant: data.Grant) -> str:
    """The other ends of a sum: who gives it to the thing, or gets it from there."""
    ends = [one for one in (*grant.beneficiaries, *grant.agencies, *grant.funds) if one.id != thing.id]
    return widgets.clip(texts.listed(widgets.name_of(one) for one in ends), 60)


def _of_measures(measures: Iterable[data.Measure]) -> list[_Dated]:
    return [
        (since or until, until, one.id, one.status, [f"“{widgets.clip(one.place.quote, 60)}”"])
        for one in measures for since, _, until in [one.time.partition("/")] if since or until
    ]  # fmt: skip


def _line(since: str, until: str, statement: str, status: str, words: Sequence[Kid]) -> widgets.El:
    when = el("div", el("strong", texts.period(since, until)), widgets.status_chip(status), cls="notes")
    return el("li", when, el("a", *words, href=nav.href("claim", id=statement)))


def show_neighbours(facts: Iterable[data.Fact]) -> widgets.El | None:
    """The things that facts link to a thing, by kind; a kind with many is folded."""
    kinds: dict[str, dict[str, data.Thing]] = {}
    for fact in facts:
        kinds.setdefault(fact.other.label, {})[fact.other.id] = fact.other
    if not kinds:
        return None
    order = list(ontology.load().labels)
    parts = [_kind(label, list(kinds[label].values())) for label in sorted(kinds, key=order.index)]
    count = sum(map(len, kinds.values()))
    return widgets.section(texts.say("entity.neighbours"), el("div", *parts, cls="neighbours"), count=count)


def _kind(label: str, things: Sequence[data.Thing]) -> widgets.El:
    ordered = sorted(things, key=lambda one: (-one.degree, one.id))
    title = el("summary", widgets.kind_chip(label), el("small", f" {len(things)}"))
    rows = el("ul", *(el("li", widgets.thing_link(one)) for one in ordered))
    return el("details", title, rows, open="1" if len(things) <= widgets.SHOWN else "")
