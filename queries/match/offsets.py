"""Words of a sentence by their offsets: whether they lie apart, and whether some lie inside others."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def apart(span: Span, others: Iterable[Span]) -> bool:
    """Whether words overlap none of the others."""
    return all(span[1] <= start or span[0] >= end for start, end in others)


def inside(inner: Span, outer: Span) -> bool:
    """Whether words are some of others, but not all of them."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]
