"""Which encoding a text file is in: byte order mark, strict UTF-8, then scored guesses, then charset-normalizer."""

from __future__ import annotations

from graph import errors
from ingest.loaders import reasons

_MARKS = ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
    "必战先回则任取据处理府"
)


def decode(name: str, data: bytes) -> str:
    """The text, a byte order mark of UTF-8 kept as its first character (offsets count it). Raises UnreadableFile."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(name, data)
    if "\x00" in text:
        return _guess(name, data)
    return text


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise errors.UnreadableFile(name, reasons.broken(encoding, error.start)) from error


def _guess(name: str, data: bytes) -> str:
    """The likeliest of the encodings in use for Chinese, by its share of common characters."""
    scored = []
    for encoding in ("gb18030", "big5", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        scored.append((_plausible(text), text))
    best = max(scored, default=(0.0, ""), key=lambda s: s[0])
    if best[0] >= 0.1:
        return best[1]
    # Slow to import, and nearly every file is told by then.
    import charset_normalizer

    match = charset_normalizer.from_bytes(data[:200_000]).best()
    if match is None or "\x00" in str(match):
        raise errors.UnreadableFile(name, reasons.NO_ENCODING)
    try:
        return data.decode(match.encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise errors.UnreadableFile(name, reasons.other_encoding(match.encoding)) from error


def _plausible(text: str) -> float:
    """Share of common Chinese characters among all, nothing for texts with control characters."""
    if any(ord(c) < 9 for c in text[:5000]):
        return 0.0
    sample = text[:20_000]
    return sum(c in _COMMON for c in sample) / (len(sample) or 1)
