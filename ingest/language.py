"""Which language a document is in: Chinese, or English (any text whose beginning has few Chinese characters)."""

from __future__ import annotations

import re

_NOT_HAN = re.compile(r"[^一-鿿]+")
_HEAD = 4000


def of(text: str) -> str:
    """zh where at least a quarter of the first 4,000 characters is Chinese, else en."""
    head = text[:_HEAD]
    return "zh" if len(_NOT_HAN.sub("", head)) * 4 >= len(head.strip()) else "en"
