"""The map as tiles in rows and columns, as a Vega-Lite chart: one for each province, or for each city of a province."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app_pages import look, map_chart, map_data, texts, where, widgets
from app_pages.map_data import Item
from graph import divisions


def cells(shape: str, found: Sequence[Item], atlas: where.Map, province: str) -> list[dict[str, Any]]:
    """A tile for each province, or for each city of one, with its measure; an absent one has no document here."""
    if shape == "provinces":
        places = {
            code: (row, column, map_chart.short_name(code)) for code, (row, column, *_) in map_data.provinces().items()
        }
    else:
        cities = [
            r
            for r in atlas.regions.values()
            if divisions.province(r.code) == province and r.code.endswith("00") and r.code != province
        ]
        places = {
            code: (*at, widgets.name_of(atlas.regions[code].thing).removesuffix(" Prefecture"))
            for code, at in map_data.tiles(cities).items()
        }
    return [_cell(code, *place, map_data.inside(found, code)) for code, place in places.items()]


def _cell(code: str, row: int, column: int, name: str, items: Sequence[Item]) -> dict[str, Any]:
    shown = map_chart.figure(items[0].measure, items) if items else "—"
    return {"key": code, "row": row, "column": column, "name": widgets.clip(name, 16), "value": map_data.total(items)[1], "shown": shown, "number": "",
            "about": f"{name}：{shown}"}  # fmt: skip


def tiles(values: list[dict[str, Any]]) -> dict[str, Any]:
    """The tiles, each with name and figure; darker (on dark lighter) is more, and the figure says how much."""
    most = max((one["value"] for one in values), default=0) or 1
    ends = ["#203a57", "#86b8f0"] if look.is_dark() else ["#dbe8f6", "#1f5fa8"]
    rows = max((one["row"] for one in values), default=0) + 1
    words = {
        "condition": {"test": f"datum.value > {most * 0.5}", "value": "#10202f" if look.is_dark() else "#ffffff"},
        "value": look.ink(),
    }
    place = {
        "x": {"field": "column", "type": "ordinal", "axis": None},
        "y": {"field": "row", "type": "ordinal", "axis": None},
    }
    rect = {
        "mark": {"type": "rect", "cornerRadius": 6, "stroke": look.soft(), "strokeWidth": 1},
        "params": [{"name": "place", "select": {"type": "point", "fields": ["key"], "toggle": False}}],
        "encoding": {
            "color": {"condition": {"test": "datum.value == 0", "value": "transparent"}, "field": "value", "type": "quantitative", "legend": None,
                      "scale": {"domain": [0, most], "range": ends}},
            "strokeWidth": {"condition": {"param": "place", "empty": False, "value": 3}, "value": 1},
            "tooltip": {"field": "about", "type": "nominal", "title": texts.say("timeline.column.name")}, "description": {"field": "about", "type": "nominal"},
        },
    }  # fmt: skip
    labels = [
        {"mark": {"type": "text", "dy": dy, "font": look.FONT, "fontSize": size, "limit": 92},
         "encoding": {"text": {"field": field}, "color": words}} for field, dy, size in (("number", -22, 8), ("name", -8, 13), ("shown", 11, 11.5))
    ]  # fmt: skip
    return {
        "data": {"values": values}, "height": 62 * rows, "background": "transparent", "usermeta": map_chart.SVG, "encoding": place,
        "config": {"view": {"stroke": None}, "scale": {"bandPaddingInner": 0.06}}, "layer": [rect, *labels],
    }  # fmt: skip
