"""Codes of administrative divisions (GB/T 2260): two digits for the province, two for the city, two for the county."""

from __future__ import annotations


def province(code: str) -> str:
    """The province of a division: 450300 → 450000."""
    return code[:2] + "0000"


def city(code: str) -> str:
    """The city of a division: 450305 → 450300."""
    return code[:4] + "00"


def covers(wide: str, narrow: str) -> bool:
    """Whether a division is another or holds it: 450000 covers 450300, 450300 covers 450305."""
    stem = wide[:2] if wide.endswith("0000") else wide[:4] if wide.endswith("00") else wide
    return narrow.startswith(stem)
