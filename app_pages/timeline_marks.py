"""The timeline as marks for a page that draws it itself: lanes with their names, a sign for each event and a bar for its span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app_pages import ink, marks, texts, timeline_chart, timeline_data, widgets
from app_pages.marks import Entry, Mark, Plate
from app_pages.timeline_data import Slot

_WIDE, _LEFT, _EDGE, _ROW, _TOP = 980.0, 200.0, 14.0, 20.0, 26.0
_LETTER = 12.0
_RADIUS = 5.5
_EPOCH = date(1970, 1, 1).toordinal()


def make(lanes: Sequence[str], placed: Sequence[Slot]) -> Plate:
    """The timeline as the page has it: the axis counts days since 1970."""
    if not placed:
        return Plate(_WIDE, _TOP, (), ())
    rows = {row: place for place, row in enumerate(sorted({(lanes.index(slot.lane), slot.row) for slot in placed}))}
    spans = [slot.event.span for slot in placed]
    first, last = min(span[0].toordinal() for span in spans), max(span[1].toordinal() for span in spans)
    scale = (_WIDE - _LEFT - 2 * _EDGE) / max(1, last - first)

    def x(day: date) -> float:
        return _LEFT + _EDGE + (day.toordinal() - first) * scale

    made = [*_lanes(lanes, rows)]
    for place, slot in enumerate(placed):
        (since, until), y = slot.event.span, _TOP + _ROW * (rows[lanes.index(slot.lane), slot.row] + 0.5)
        made += _event(place, slot, (x(since), x(until)), y)
    ends = (first - _EPOCH - _EDGE / scale, last - _EPOCH + _EDGE / scale)
    entries = [Entry(timeline_chart.heading(slot), slot.event.statements) for slot in placed]
    axes = {"x": {"from": ends[0], "until": ends[1], "days": True}}
    return Plate(_WIDE, _TOP + _ROW * len(rows) + 6, made, entries, list(_legend()), "x", _LEFT, axes)


def _lanes(lanes: Sequence[str], rows: dict[tuple[int, int], int]) -> Iterator[Mark]:
    """The name of each lane beside its first rows, and a line above it; `whole` is the name where there is room for it."""
    for place, lane in enumerate(lanes):
        y, name = _TOP + _ROW * rows[place, 0], widgets.clip(lane or texts.say("timeline.others"), 40)
        yield marks.line((0, y, _WIDE, y), "rule", thick=1, fixed=True)
        most = min(2, sum(lane == place for lane, _ in rows))
        lines = list(ink.wrap(name, _LEFT - 26, _LETTER))
        shown = [*lines[: most - 1], lines[most - 1] + "…"] if len(lines) > most else lines
        for row, said in enumerate(shown):
            whole = "" if row else ink.clean(name)
            yield marks.words(_LEFT - 10, y + _ROW * (row + 0.5) + 4, said, _LETTER, anchor="end", fixed=True, bare=True, whole=whole)  # fmt: skip


def _event(place: int, slot: Slot, span: tuple[float, float], y: float) -> Iterator[Mark]:
    event, name = slot.event, timeline_chart.heading(slot)
    shape, colour = timeline_chart.sign_of(event.kind)
    yield marks.box(span[0], y - 3.5, max(1.0, span[1] - span[0]), 7, colour, shade=0.6, round=3, note=place, name=name)
    yield marks.sign(span[0], y, _RADIUS, shape, colour, note=place, name=name, hollow=event.status != "done")
    if event.names:
        yield marks.words(span[1], y + 4, str(len(event.names)), 10.5, dx=9, anchor="start")


def _legend() -> Iterator[tuple[str, str, str]]:
    for kind in timeline_data.KINDS:
        yield *timeline_chart.sign_of(kind), timeline_chart.kind_name(kind)
    yield "", "", texts.say("timeline.printed")
