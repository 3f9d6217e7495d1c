"""Which language a document is in: Chinese, or English (any text whose beginning has few Chinese characters)."""

from __future__ import annotations

_HEAD = 4000
# The high bytes of the Chinese characters, U+4E00 to U+9FFF.
_HAN = bytes(range(0x4E, 0xA0))


def of(text: str) -> str:
    """zh where at least a quarter of the first 4,000 characters is Chinese, else en."""
    head = text[:_HEAD]
    high = head.encode("utf-16-be", "surrogatepass")[::2]
    return "zh" if (len(high) - len(high.translate(None, _HAN))) * 4 >= len(head.strip()) else "en"
