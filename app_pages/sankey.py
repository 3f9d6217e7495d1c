"""The flows of money as a figure that leaves the app: funds, givers and beneficiaries in columns, a number on each ribbon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app_pages import charts, data, ink, look, money_data, sheets, texts, widgets
from app_pages.money_data import Ribbon, Stop
from graph import ontology

_COLUMN, BAR, _GAP, LETTER = 330.0, 14.0, 34.0, 11.0
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
        scale, bars = laid(drawn)
        ribbons = [_ribbon(one, bars, scale, number if notes else None) for number, one in enumerate(drawn, 1)]
        names = [part for bar in bars.values() for part in _name(bar, drawn)]
    entries = [(heading(one), [grant.id for each in one.sums for grant in each.grants]) for one in drawn]
    return charts.Chart([*ribbons, *names], *size(bars), charts.signs(legend(drawn)), charts.noted(entries))


def laid(drawn: Sequence[Ribbon]) -> tuple[float, dict[str, Bar]]:
    """Pixels for each unit of money, and the stops as bars in their places."""
    scale = _scale(drawn)
    return scale, _bars(drawn, scale)


def size(bars: dict[str, Bar]) -> tuple[float, float]:
    """How wide and how high all bars with their names are."""
    wide = _COLUMN * len({bar.stop.depth for bar in bars.values()})
    return wide, max(bar.y + max(bar.high, _LINES * LETTER) for bar in bars.values())


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
        low[stop.depth] += max(high, _LINES * LETTER) + _GAP
    return made


def course(one: Ribbon, bars: dict[str, Bar], scale: float) -> tuple[tuple[float, float], tuple[float, float], float]:
    """The upper corners of a ribbon's ends and how thick it is. It takes its room: each is asked for once, in order."""
    source, target, thick = bars[one.source.key], bars[one.target.key], _thick(one, scale)
    ends = (source.x + BAR, source.y + source.right), (target.x, target.y + target.left)
    source.right += thick
    target.left += thick
    return *ends, thick


def _ribbon(one: Ribbon, bars: dict[str, Bar], scale: float, number: int | None) -> str:
    """A band from the right side of one bar to the left side of another, below those that were drawn before it."""
    (x1, y1), (x2, y2), thick = course(one, bars, scale)
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
    colour = ontology.load().labels[bar.stop.things[0].label].colour
    yield ink.tag("rect", x=bar.x, y=bar.y, width=BAR, height=bar.high, fill=colour)
    for x, y, words in name_lines(bar, drawn):
        yield ink.write(x, y, words, LETTER, fill=sheets.INK, **ink.HALO)


def name_lines(bar: Bar, drawn: Sequence[Ribbon]) -> Iterator[tuple[float, float, str]]:
    """The lines beside a bar, each with its place: its name and its sum."""
    sums = money_data.figures(money_data.picked(drawn, bar.stop.key))
    wide = _COLUMN * (0.62 if texts.lang() == "zh" else 0.84)  # Latin names are longer
    name = ink.wrap(stop_name(bar.stop, drawn), wide, LETTER)
    lines = [*name[:1], *(f"{line}…" if len(name) > 2 else line for line in name[1:2]), sums]
    first = bar.y + bar.high / 2 + LETTER * (0.35 - 0.625 * (len(lines) - 1))
    for row, words in enumerate(lines):
        yield bar.x + BAR + 6, first + LETTER * 1.25 * row, words


def stop_name(stop: Stop, drawn: Sequence[Ribbon], name: Callable[[data.Thing], str] = widgets.name_of) -> str:
    """The names of a stop as `name` gives them, with a sign where figures at it disagree."""
    doubt = "⚠ " if any(one.contested for one in money_data.picked(drawn, stop.key)) else ""
    return doubt + widgets.clip(texts.listed(map(name, stop.things)), 40)


def heading(one: Ribbon) -> str:
    """What a ribbon says, in one line."""
    ends = (texts.listed(widgets.both(thing) for thing in stop.things) for stop in (one.source, one.target))
    sign = "⚠ " if one.contested else ""
    return f"{sign}{' → '.join(widgets.clip(end, 60) for end in ends)}: {money_data.figures(one.sums)}"


def legend(drawn: Sequence[Ribbon], doubt: str = "#d98a85") -> Iterator[charts.Key]:
    """The kinds of the ends, and the sign of figures that disagree."""
    labels = {stop.things[0].label for one in drawn for stop in (one.source, one.target)}
    for name in sorted(labels):
        yield "rectangle", ontology.load().labels[name].colour, texts.kind(name)
    if any(one.contested for one in drawn):
        yield "rectangle", doubt, "⚠ " + texts.say("money.printed")
