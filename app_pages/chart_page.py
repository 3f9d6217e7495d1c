"""A chart as one HTML file for any browser: its drawing, and its evidence as text that folds; no script, no request."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from app_pages import sheets, texts

# A picture in an image can run nothing and ask for nothing, whatever names stand in it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_LOOK = """:root { color-scheme: light dark; }
body { max-width: 1100px; margin: 0 auto; padding: 12px 20px; overflow-wrap: anywhere; font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
img { width: 100%; height: auto; background: #ffffff; }
h2 { font-size: 17px; } summary { font-weight: 600; cursor: pointer; } p { margin: 3px 0 6px 14px; } .foot { opacity: 0.85; }"""


def page(title: str, svg: str, notes: Sequence[sheets.Noted]) -> bytes:
    """The file in UTF-8, in the page's language: the drawing, then each number with what it says and its statements."""
    drawing = base64.b64encode(svg.encode()).decode()
    evidence = f"<h2>{escape(texts.say('offline.evidence'))}</h2>{''.join(map(_note, notes))}" if notes else ""
    return f"""<!doctype html>
<html lang="{texts.pick("zh-CN", "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{_LOOK}</style>
</head>
<body>
<main>
<img alt="{escape(title)}" src="data:image/svg+xml;base64,{drawing}">
{evidence}
<p class="foot">{escape(texts.say("overview.absent"))}</p>
</main>
</body>
</html>
""".encode()


def _note(note: sheets.Noted) -> str:
    said = "".join(f"<p><bdi>{escape(words)}</bdi></p>" for words in note.said)
    return f"<details open><summary>[{note.number}] <bdi>{escape(note.heading)}</bdi></summary>{said}</details>\n"
