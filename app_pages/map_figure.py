"""The map as a figure that leaves the app: signs or tiles with numbers, a legend, and what each number rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app_pages import charts, look, map_chart, map_data, map_tiles, sheets, texts, where
from app_pages.map_data import Flow, Item


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the page shows: how it is drawn (points, provinces, cities), of which measure, and what is in it."""

    shape: str
    measure: str
    found: Sequence[Item]
    flows: Sequence[Flow]
    atlas: where.Map
    province: str
    borders: list[list[tuple[float, float]]]


def title(drawn: Drawn) -> str:
    """What the figure is called unless a person says otherwise."""
    return f"{texts.say('nav.map')} · {texts.say(f'map.measure.{drawn.measure}')}"


def make(drawn: Drawn, notes: bool) -> charts.Chart:
    """The map on white. With notes its signs have numbers, else names where they find room."""
    with look.on_paper():
        if drawn.shape == "points":
            values = map_chart.signs(drawn.found, drawn.atlas)
            lines = [(map_chart.flow_name(flow, drawn.atlas), flow.statements) for flow in drawn.flows]
            noted = [*entries(values, drawn, "name"), *lines]
            shown = [value | {"label": str(n)} for n, value in enumerate(values, 1)] if notes else values
            spec = map_chart.points(shown, drawn.flows, drawn.atlas, drawn.borders, still=True)
        else:
            values = map_tiles.cells(drawn.shape, drawn.found, drawn.atlas, drawn.province)
            held = [value for value in values if value["value"]]
            noted = entries(held, drawn, "about")
            numbers = {value["key"]: f"[{n}]" for n, value in enumerate(held, 1)} if notes else {}
            shown = [value | {"number": numbers.get(value["key"], "")} for value in values]
            spec = map_tiles.tiles(shown) | {"width": sheets.LEAST}
        svg, wide, high = charts.vega(spec)
    return charts.Chart([svg], wide, high, charts.signs(legend(drawn, values, notes)), charts.noted(noted))


def entries(values: Sequence[dict[str, Any]], drawn: Drawn, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """What each sign says, and the statements behind it."""
    behind = [map_data.behind(drawn.shape, drawn.found, value["key"]) for value in values]
    return [
        (value[name], tuple(dict.fromkeys(key for item in items for key in item.statements)))
        for value, items in zip(values, behind, strict=True)
    ]


def legend(drawn: Drawn, values: Sequence[dict[str, Any]], notes: bool = False) -> Iterator[charts.Key]:
    """The kinds of zones by their shapes; else what is counted, which circles tell by their size and tiles by their shade."""
    kinds = {value["kind"]: value for value in values if value.get("kind")}
    for name, value in sorted(kinds.items()):
        yield map_chart.PRINTED[value["shape"]], value["colour"], texts.kind(name)
    if drawn.shape == "points" and notes:
        yield "", "", texts.say("map.legend.room")
    if not kinds:
        what = texts.say(f"map.measure.{drawn.measure}")
        yield "ellipse", map_chart.BLUE, texts.say(f"map.legend.{drawn.shape}", what=what)
