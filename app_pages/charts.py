"""A chart as a figure that leaves the app: its drawing on white under a title, its legend, a numbered note for each sign."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import vl_convert

from app_pages import cite, data, ink, sheets, texts, widgets

MOST_SAID = 6
Key = tuple[str, str, str]  # a line of a legend: a shape, its colour, what it means; words alone have no shape
_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing as SVG with its size, the lines of its legend, and what its numbers stand for."""

    parts: Sequence[str]
    wide: float
    high: float
    legend: Sequence[sheets.Sign]
    notes: Sequence[sheets.Noted]


def draw(title: str, chart: Chart, notes: bool) -> str:
    """The chart under its title with its legend and, if wanted, its notes, as an SVG file."""
    parts, box = _drawn(title, chart, notes)
    return sheets.frame(parts, box, box[2:])


def pages(title: str, chart: Chart) -> Iterator[str]:
    """The chart on a page of A4 as it lies best, then its notes on further pages."""
    yield sheets.page(*_drawn(title, chart, notes=False))
    yield from sheets.note_pages(chart.notes)


def _drawn(title: str, chart: Chart, notes: bool) -> tuple[list[str], sheets.Box]:
    sheet = sheets.Sheet(wide=max(sheets.LEAST, chart.wide))
    first = sheet.title(title, 0)
    sheet.parts += chart.parts
    sheet.low = chart.high
    if chart.legend:
        sheet.legend(chart.legend)
    if notes:
        sheet.notes(chart.notes)
    return sheet.parts, sheet.box(first)


def vega(spec: Mapping[str, Any]) -> tuple[str, float, float]:
    """A Vega-Lite chart as SVG that may stand in another, with its width and height. Nothing is fetched."""
    svg = ink.fit(vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[]))
    size = _SIZE.search(svg)
    assert size, "vl-convert gives every SVG a size"
    return svg, float(size[1]), float(size[2])


# ---- notes ----------------------------------------------------------------------------------------------------------


def noted(entries: Iterable[tuple[str, Sequence[str]]]) -> list[sheets.Noted]:
    """Numbered notes: what each says, and its statements by their ids, the newest first and not more than some."""
    found = list(entries)
    known = sources({key for _, keys in found for key in keys})
    return [
        sheets.Noted(number, heading, _sentences([known[key] for key in keys if key in known]))
        for number, (heading, keys) in enumerate(found, 1)
    ]


def sources(keys: Collection[str]) -> dict[str, cite.Source]:
    """What there is to cite of statements, by their ids."""
    papers = {paper.document: paper for paper in data.papers()}
    return {
        key: cite.of(key, place, speaker, papers.get(place.document))
        for key, (_, speaker, place) in data.statements(set(keys)).items()
    }


def _sentences(found: Sequence[cite.Source]) -> list[str]:
    newest = sorted(found, key=lambda one: (one.date, one.key), reverse=True)
    rest = len(newest) - MOST_SAID
    more = [texts.say("figure.rest", n=rest)] if rest > 0 else []
    return [widgets.clip(cite.text(one), 700) for one in newest[:MOST_SAID]] + more


def signs(keys: Iterable[Key]) -> list[sheets.Sign]:
    """The lines of a legend as they are drawn."""
    return [
        (ink.shape(shape, 6, -4, 12, fill=colour), 17.0, words) if shape else ("", 0.0, words)
        for shape, colour, words in keys
    ]
