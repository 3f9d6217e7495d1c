"""The flows of money as marks for a page that draws them itself: ribbons and the stops that they join, each with its sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app_pages import marks, money_data, sankey, widgets
from app_pages.marks import Entry, Mark, Plate
from app_pages.money_data import Ribbon
from graph import ontology


def make(drawn: Sequence[Ribbon]) -> Plate:
    """The flows as the page has them; a stop opens the sums of all its ribbons."""
    if not drawn:
        return Plate(0, 0, (), ())
    scale, bars = sankey.laid(drawn)
    made = [*(_ribbon(place, one, bars, scale) for place, one in enumerate(drawn))]
    entries = [Entry(sankey.heading(one), [grant.id for each in one.sums for grant in each.grants]) for one in drawn]
    for bar in bars.values():
        made += _stop(bar, drawn, len(entries))
        sums = money_data.picked(drawn, bar.stop.key)
        said = f"{sankey.stop_name(bar.stop, drawn, widgets.both)}: {money_data.figures(sums)}"
        entries.append(Entry(said, [grant.id for one in sums for grant in one.grants], listed=False))
    return Plate(*sankey.size(bars), made, entries, list(sankey.legend(drawn, marks.WARN)))


def _ribbon(place: int, one: Ribbon, bars: dict[str, sankey.Bar], scale: float) -> Mark:
    source, target, thick = sankey.course(one, bars, scale)
    colour = marks.WARN if one.contested else marks.SOFT
    return marks.band(source, target, thick, colour, shade=0.55, note=place, name=sankey.heading(one))


def _stop(bar: sankey.Bar, drawn: Sequence[Ribbon], note: int) -> Iterator[Mark]:
    colour = ontology.load().labels[bar.stop.things[0].label].colour
    name = sankey.stop_name(bar.stop, drawn, widgets.both)
    yield marks.box(bar.x, bar.y, sankey.BAR, bar.high, colour, note=note, name=name)
    for x, y, said in sankey.name_lines(bar, drawn):
        yield marks.words(x, y, said, sankey.LETTER, anchor="start")
