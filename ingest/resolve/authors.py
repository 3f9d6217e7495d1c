"""Who signs a document: the body in the signature, at the head of the title, in the number, or behind 我厅."""

from __future__ import annotations

import re

from ingest import reference
from ingest.resolve.board import Board, Draft

_SOURCE = re.compile(r"(?:发布机构|发文机关|制发机关|来源|发布单位|发文单位)[：:\s]*")
_PASSED = re.compile(r"(?:常务委员会|人民代表大会)第[一二三四五六七八九十百]+次会议(?:通过|批准)")
_FIRM = re.compile(r"(?:公司|集团|协会|学会|商会|大学|学院|研究院|研究所|银行|联盟|联合会)$")
_PUBLIC = re.compile(r"(?:中心|馆|站|院|队|社|室|校)$")
_WE = re.compile(r"我(厅|局|委|办|部|署)")


def resolve_author(board: Board) -> None:
    """Set the board's author; None where the text does not tell."""
    board.author = (
        _in_spans(board)
        or _passed(board)
        or _by_source(board)
        or _by_number(board)
        or _unknown_signer(board)
        or _we(board)
    )


def _in_spans(board: Board) -> Draft | None:
    """An agency that begins the signature, or the title."""
    spans = [*board.outline.signers, *filter(None, (board.outline.title,))]
    for start, end in spans:
        for draft, begin in board.starting(start, end, "Agency"):
            if begin - start <= 2:
                return draft
    return None


def _passed(board: Board) -> Draft | None:
    """A regulation is its assembly's: the first that passed it."""
    match = _PASSED.search(board.text, 0, 800)
    if match is None:
        return None
    return next((d for d, b in board.starting(max(0, match.start() - 30), match.end(), "Agency")), None)


def _by_source(board: Board) -> Draft | None:
    match = _SOURCE.search(board.text, 0, 1500)
    if match is None:
        return None
    return next((d for d, b in board.starting(match.end(), match.end() + 30, "Agency") if b - match.end() <= 3), None)


def _by_number(board: Board) -> Draft | None:
    """渝府发〔2021〕22号 is the municipal government's."""
    number, at = board.outline.number, board.outline.number_at
    stem = next((s for s in reference.stems() if number and number.startswith(f"{s.stem}〔")), None)
    if stem is None or at is None:
        return None
    draft = board.draft("Agency", stem.body.removeprefix("中华人民共和国"))
    draft.refs.append((at[0], at[0] + len(stem.stem), "issuer by the document number's prefix"))
    return draft


def _unknown_signer(board: Board) -> Draft | None:
    """A signer that no grammar of agencies knows: a firm or an institution."""
    for start, end in board.outline.signers:
        line = board.text[start:end].strip()
        if 5 <= len(line) <= 30 and (_FIRM.search(line) or _PUBLIC.search(line)):
            draft = board.draft("Organization" if _FIRM.search(line) else "Agency", line)
            draft.refs.append((start, end, "signature"))
            return draft
    return None


def _we(board: Board) -> Draft | None:
    """我厅 is the one 厅 of the document's own place that the text names."""
    match = _WE.search(board.text)
    if match is None or not board.context.here:
        return None
    form = {"委": "委员会", "办": "办公室"}.get(match[1], match[1])
    own = [d for d in board.distinct("Agency") if d.props.get("region") == board.context.here and d.name.endswith(form)]
    return own[0] if len(own) == 1 else None
