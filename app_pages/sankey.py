"""The flows of money as a figure that leaves the app: funds, givers and beneficiaries in columns, a number on each ribbon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app_pages import charts, ink, look, money_data, sheets, texts, widgets
from app_pages.money_data import Ribbon, Stop
from graph import ontology

_COLUMN, _BAR, _GAP, _LETTER = 330.0, 14.0, 34.0, 11.0
_TALL = 420.0  # what all money of the fullest column takes
_LINES = 3.8  # how many letters high a name with its sum is
_LEAST = 2.0  # the width of the thinnest ribbon


@dataclass
class Bar:
    """A stop as it is drawn: its corner, its height, and how much of each of its sides ribbons have taken."""

    stop: Stop
    x: float
    y: float
    high: float
    left: float = 0.0
    right: float = 0.0


def figure(drawn: Sequence[Ribbon], notes: bool) -> charts.Chart:
    """The flows on white; with notes each ribbon has its number."""
    with look.on_paper():
        scale = _scale(drawn)
        bars = _bars(drawn, scale)
        ribbons = [_ribbon(one, bars, scale, number if notes else None) for number, one in enumerate(drawn, 1)]
        names = [part for bar in bars.values() for part in _name(bar, drawn)]
    high = max(bar.y + max(bar.high, _LINES * _LETTER) for bar in bars.values())
    entries = [(_heading(one), [grant.id for each in one.sums for grant in each.grants]) for one in drawn]
    wide = _COLUMN * len({bar.stop.depth for bar in bars.values()})
    return charts.Chart([*ribbons, *names], wide, high, list(_legend(drawn)), charts.noted(entries))


def _scale(drawn: Sequence[Ribbon]) -> float:
    """Pixels for each unit of money: the fullest column, of what leaves or reaches it, is so tall."""
    sums: dict[int, float] = defaultdict(float)
    for one in drawn:
        sums[one.source.depth] += one.amount
    return _TALL / (max(sums.values()) or 1)


def _thick(ribbon: Ribbon, scale: float) -> float:
    return max(_LEAST, ribbon.amount * scale)


def _bars(drawn: Sequence[Ribbon], scale: float) -> dict[str, Bar]:
    """The stops in their columns, the fullest on top; a bar is as high as the larger of what reaches and what leaves it."""
    into, out = defaultdict[str, float](float), defaultdict[str, float](float)
    stops: dict[str, Stop] = {}
    for one in drawn:
        out[one.source.key] += _thick(one, scale)
        into[one.target.key] += _thick(one, scale)
        stops |= {one.source.key: one.source, one.target.key: one.target}
    depths = sorted({stop.depth for stop in stops.values()})
    low: dict[int, float] = defaultdict(lambda: 10.0)
    made: dict[str, Bar] = {}
    for key, stop in sorted(stops.items(), key=lambda pair: (-max(into[pair[0]], out[pair[0]]), pair[0])):
        high = max(into[key], out[key])
        made[key] = Bar(stop, _COLUMN * depths.index(stop.depth), low[stop.depth], high)
        low[stop.depth] += max(high, _LINES * _LETTER) + _GAP
    return made


def _ribbon(one: Ribbon, bars: dict[str, Bar], scale: float, number: int | None) -> str:
    """A band from the right side of one bar to the left side of another, below those that were drawn before it."""
    source, target, thick = bars[one.source.key], bars[one.target.key], _thick(one, scale)
    x1, y1, x2, y2 = source.x + _BAR, source.y + source.right, target.x, target.y + target.left
    source.right += thick
    target.left += thick
    middle = (x1 + x2) / 2
    points = [ink.number(value) for value in (x1, y1, middle, y1, middle, y2, x2, y2, y2 + thick, middle, y2 + thick, middle, y1 + thick, x1, y1 + thick)]  # fmt: skip
    path = "M{} {}C{} {} {} {} {} {}V{}C{} {} {} {} {} {}Z".format(*points)
    band = ink.tag("path", d=path, fill=look.warn() if one.contested else look.soft(), fill_opacity=0.5)
    shown = f"{'⚠ ' if one.contested else ''}[{number}]" if number else ""
    return band + (
        ink.write(x2 - 6, y2 + thick / 2 + 3, shown, 8.5, text_anchor="end", fill=sheets.INK) if shown else ""
    )


def _name(bar: Bar, drawn: Sequence[Ribbon]) -> Iterator[str]:
    """A bar with its name and its sum."""
    sums = money_data.picked(drawn, bar.stop.key)
    colour = ontology.load().labels[bar.stop.things[0].label].colour
    yield ink.tag("rect", x=bar.x, y=bar.y, width=_BAR, height=bar.high, fill=colour)
    doubt = "⚠ " if any(one.contested for one in sums) else ""
    name = widgets.clip(texts.listed(widgets.name_of(thing) for thing in bar.stop.things), 40)
    lines = [*ink.wrap(doubt + name, _COLUMN * 0.62, _LETTER)[:2], money_data.figures(sums)]
    first = bar.y + bar.high / 2 + _LETTER * (0.35 - 0.625 * (len(lines) - 1))
    for row, words in enumerate(lines):
        yield ink.write(bar.x + _BAR + 6, first + _LETTER * 1.25 * row, words, _LETTER, fill=sheets.INK, **ink.HALO)


def _heading(one: Ribbon) -> str:
    ends = (texts.listed(widgets.name_of(thing) for thing in stop.things) for stop in (one.source, one.target))
    sign = "⚠ " if one.contested else ""
    return f"{sign}{' → '.join(widgets.clip(end, 60) for end in ends)}: {money_data.figures(one.sums)}"


def _legend(drawn: Sequence[Ribbon]) -> Iterator[sheets.Sign]:
    """The kinds of the ends, and the sign of figures that disagree."""
    labels = {stop.things[0].label for one in drawn for stop in (one.source, one.target)}
    for name in sorted(labels):
        yield charts.sign("rectangle", ontology.load().labels[name].colour, texts.kind(name))
    if any(one.contested for one in drawn):
        yield charts.sign("rectangle", "#d98a85", "⚠ " + texts.say("money.printed"))
