"""Room on a drawing: names and numbers go where nothing lies yet, told by which cells of a fine grid are taken."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from app_pages import sheets

_CELL = 5.0
Place = TypeVar("Place")


class Room:
    """A plane on which boxes (left, top, right, bottom) are taken one after another."""

    def __init__(self) -> None:
        self._taken: set[tuple[int, int]] = set()

    def take(self, *boxes: sheets.Box) -> None:
        """From now on something lies there."""
        self._taken.update(cell for box in boxes for cell in _cells(box))

    def best(self, places: Sequence[Place], boxes: Callable[[Place], Sequence[sheets.Box]]) -> Place:
        """The first of the places that is free, else the one under which least lies; its boxes are taken."""
        found = min(places, key=lambda place: len(self._taken & {cell for box in boxes(place) for cell in _cells(box)}))
        self.take(*boxes(found))
        return found


def _cells(box: sheets.Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (math.floor(side / _CELL) for side in box)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
