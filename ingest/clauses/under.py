"""What stands under a numbered sentence or a heading: where its text begins, if there is any."""

from __future__ import annotations

import re

from ingest import scene
from ingest.clauses import charged


def below(view: scene.Scene, sentence: scene.Sentence) -> int | None:
    """Where what stands under a numbered sentence begins in its section; charges, the close of a letter and the text's
    signature are nothing. It is asked of every sentence, so no more is read than leads there."""
    text, outline = view.shadow.text, view.outline
    signed = (at for at, _ in (*outline.signers, *([outline.date_at] if outline.date_at else [])) if at >= sentence.end)
    at, end = sentence.end, min(outline.sections[sentence.section].end, *signed, len(text))
    while at < end:
        if charge := charged.at(text, at, end):
            at = charge.end()
        elif text[at] in _HOLLOW:
            at += 1
        else:
            break
    passed = text[sentence.end : at]
    closes = "\n" in passed[len(passed.rstrip()) :] and _CLOSES.match(text, at, end)
    return None if at >= end or closes else at


# What stands between paragraphs and before items.
_HOLLOW = frozenset(" \n-•·●▪◆。；")
# How a letter ends: 感谢您对…的关心, 专此函复, 附件：….
_CLOSES = re.compile(r"感谢|衷心感谢|专此|特此|此复|以上|附件|附表|联系人")
