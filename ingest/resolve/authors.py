"""Who signs a document: the body in the signature, at the head of the title, in the number, or behind 我厅."""

from __future__ import annotations

import re
from operator import itemgetter

from ingest import letterhead
from ingest.find import places
from ingest.resolve import numbers
from ingest.resolve.board import Board, Draft
from ingest.resolve.names import full_place

_SOURCE = re.compile(
    r"(?:发布机构|发文机关|制发机关|来源|发布单位|发文单位|编印单位|编发单位|编制单位|主办单位|制表单位|"
    r"填报单位|报送单位|供稿单位|编印|编发|主办|供稿)[：:\s]*"
)
# Under the title of a bulletin: 某领导小组办公室编　2022年12月20日.
_EDITED = re.compile(r"\n *(?P<who>[^\n，。；：]{4,40}?)(?:主?编印?|编发|主办)[\s　]*(?=\d{4}年\d{1,2}月\d{1,2}日|\n)")
_PASSED = re.compile(
    r"(?:常务委员会|人民代表大会)第[一二三四五六七八九十百]+次会议(?:通过|批准)|"
    # （2025年6月30日某某管委会第9次主任办公会议审议通过）
    r"(?<=日)[^，。；\n]{2,40}(?:管理委员会|管委会|政府)(?:\d{4}年)?第[一二三四五六七八九十百\d]+次[^，。；\n]{0,8}会议(?:审议|研究)?(?:通过|批准)"
)
_FIRM = re.compile(r"(?:公司|集团|协会|学会|商会|大学|学院|研究院|研究所|银行|联盟|联合会)$")
_PUBLIC = re.compile(r"(?:中心|馆|站|院|队|社|室|校)$")
_WE = re.compile(r"我(厅|局|委|办|部|署)")


def resolve_author(board: Board) -> None:
    """Set the board's author; None where the text does not tell."""
    board.author = (
        _in_spans(board)
        or _passed(board)
        or _sent_under(board)
        or _by_source(board)
        or _reporting(board)
        or _by_number(board)
        or _unknown_signer(board)
        or _we(board)
        or _handing_out(board)
        or _explaining(board)
        or _of_its_place(board)
        or _made_what_it_explains(board)
    )


def _in_spans(board: Board) -> Draft | None:
    """An agency that begins the signature, or the title."""
    title = board.outline.title
    official = title is not None and board.outline.doc_type != "news" and letterhead.entitles(board.text[slice(*title)])
    spans = [*board.outline.signers, *([title] if title and official else [])]
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


# （…通过，区委办公室、区政府办公室以某办发〔2023〕15号印发）: who sent the text round, told under its title.
_SENT = re.compile(
    r"[，（(\n](?P<who>[^，。（()）\n]{3,40}?)(?:联合)?以[^，。\n]{0,12}[〔\[（(]\d{4}[〕\]）)]\d+号(?:文件?)?(?:联合)?印发"
)


def _sent_under(board: Board) -> Draft | None:
    """The first of those that a note under the title says have sent the text round under a number."""
    match = _SENT.search(board.text, 0, 600)
    return (
        next((d for d, b in board.starting(*match.span("who"), "Agency") if b == match.start("who")), None)
        if match
        else None
    )


def _by_source(board: Board) -> Draft | None:
    """Who is named as the source, in the head or behind the text, or edits the bulletin."""
    edited = _EDITED.search(board.text, 0, 400)
    match = _SOURCE.search(board.text, 0, 1500) or _SOURCE.search(board.text, max(0, len(board.text) - 200))
    begin = edited.start("who") if edited else match.end() if match else None
    if begin is None:
        return None
    return next((d for d, b in board.starting(begin, begin + 30, "Agency") if b - begin <= 3), None)


_REPORTER = re.compile(
    r"(?:^|\n) *(?P<who>[^\n，。、]{3,30}?)(?:党组书记、|党委书记、)?代?(?:市长|省长|主席|县长|区长|州长|盟长|局长|厅长|主任|部长) *[一-鿿·]{1,5}(?: [一-鿿]{1,2})? *(?=\n)"
)
_GOVERNMENT_REPORT = re.compile(r"政府工作(?:的)?报告")
_BEFORE_ASSEMBLY = re.compile(r"在(?P<where>[一-鿿]{2,12}?)第[一二三四五六七八九十百\d]{1,5}届人民代表大会")


def _reporting(board: Board) -> Draft | None:
    """Whose head gives the report: the office in the line under the title; a government's report is given before its assembly."""
    title = board.text[slice(*board.outline.title)] if board.outline.title else ""
    start, stop = (board.outline.title[1] if board.outline.title else 0), 600
    given = _REPORTER.search(board.text, max(0, start - 1), stop)
    body = next((d for d, b in board.starting(*given.span("who"), "Agency")), None) if given else None
    if body is not None or not _GOVERNMENT_REPORT.search(title):
        return body
    said = _BEFORE_ASSEMBLY.search(board.text, start, stop)
    where = next((f.place for f in board.found_within(*said.span("where")) if f.type == "Region" and f.place), None) if said else None  # fmt: skip
    if said and where:
        return _told(board, full_place(where) + "人民政府", *said.span("where"), "whose assembly hears the report")
    named = [f for f in board.found_within(*board.outline.title or (0, 0)) if f.type == "Region" and f.place]
    if not named or named[-1].place is None:
        return None
    return _told(board, full_place(named[-1].place) + "人民政府", named[-1].start, named[-1].end, "whose report it is")


def _by_number(board: Board) -> Draft | None:
    """渝府发〔2021〕22号 is the municipal government's."""
    number, at = board.outline.number, board.outline.number_at
    if number is None or at is None or "〔" not in number or _group_signs(board):
        return None
    stem = number[: number.index("〔")]
    name = numbers.issuer(board, stem)
    return _told(board, name, at[0], at[0] + len(stem), "issuer by the document number's prefix") if name else None


def _group_signs(board: Board) -> bool:
    """Whether a leading group signs, under a number of the body that keeps its office."""
    return any(board.text[start:end].endswith("组") for start, end in board.outline.signers)


def _told(board: Board, name: str, start: int, end: int, reason: str) -> Draft:
    draft = next((d for d in board.distinct("Agency") if d.name == name), None) or board.draft("Agency", name)
    draft.refs.append((start, end, reason))
    here = places.by_code().get(board.context.here)
    if here is not None and full_place(here) in name:
        draft.props |= {"region": here.code, "level": here.level}
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


_ADDRESSED = re.compile(
    r"政府各?(?:有关)?(?:组成|工作|直属)?部门|政府直属|直各?(?:有关)?(?:单位|部门)|级各?(?:有关)?部门"
)
_AGREED = re.compile(
    r"(?:已经|经)(?:[^，。；\n]{0,8}?)(?P<who>(?:自治区|省|市|县|区|州)(?:人民)?政府)(?:第?[\d一二三四五六七八九十]+次常务会议)?(?:研究|审议)?(?:同意|通过)[^。\n]{0,6}现(?:将|予)?[^。\n]{0,60}?(?P<verb>印发)"
)


def _handing_out(board: Board) -> Draft | None:
    """已经市人民政府同意，现印发给你们: a government's office sends round what the government agreed to."""
    match = _AGREED.search(board.text, 0, 900)
    here = places.by_code().get(board.context.here)
    if match is None or here is None or not _ADDRESSED.search(board.text, 0, match.start()):
        return None
    office = "人民政府办公厅" if here.level == "provincial" else "人民政府办公室"
    return _told(board, full_place(here) + office, *match.span("verb"), "office of the government that agreed to it")


_EXPLAINED = re.compile(r"本[^。；\n]{2,60}?由(?P<who>[^，。；\n]{4,30}?)负责(?:制定并)?解释")


def _explaining(board: Board) -> Draft | None:
    """本细则由某管委会负责解释: who explains a text that nobody signs has issued it."""
    matches = list(_EXPLAINED.finditer(board.text))
    if not matches or (board.outline.title and _place_in_title(board)):
        return None
    start, end = matches[-1].span("who")
    return next((d for d, s in board.starting(start, end, "Agency") if s == start), None)


# A会同B起草了《P》, before A印发《P》: who drafted a policy explains it.
_MADE = (
    re.compile(r"(?:会同[^，。；《》]{2,40}?|牵头|组织|研究|共同)*(?:起草|制定|制订|编制|修订)[^，。；《》]{0,4}《"),
    re.compile(r"(?:近日|日前|联合|正式|会同[^，。；《》]{2,40}?)*(?:印发|出台|发布)了?《"),
)


def _made_what_it_explains(board: Board) -> Draft | None:
    """An explainer that nobody signs is by the body that it says made a policy, the drafter before the issuer."""
    if board.outline.doc_type != "explainer":
        return None
    bodies = sorted(((end, draft) for (_, end, kind), draft in board.at.items() if kind == "Agency"), key=itemgetter(0))
    for made in _MADE:
        for end, draft in bodies:
            if made.match(board.text, end):
                return draft
    return None


_OF_PLACE = re.compile(
    r"结合(?:本|我)(?P<level>省|自治区|市|州|县|区)(?:的)?实际|(?:现就|根据)(?:本|我)(?P<other>省|自治区|市|州|县|区)"
)


def _of_its_place(board: Board) -> Draft | None:
    """A rule of a place that no body signs is its government's; one that is a statute, its standing committee's."""
    place, at = _place_in_title(board) or _place_spoken_of(board) or (None, (0, 0))
    if (
        place is None
        or _group_signs(board)
        or board.outline.doc_type not in ("regulation", "measures", "plan", "opinions")
    ):
        return None
    title = board.text[slice(*board.outline.title)] if board.outline.title else ""
    organ = "人民代表大会常务委员会" if "条例" in title and "暂行" not in title else "人民政府"
    written = board.text[slice(*at)]
    name = written if written.endswith(place.name) else full_place(place)
    return _told(board, name + organ, *at, "rule of a place without a signature")


def _place_in_title(board: Board) -> tuple[places.Place, tuple[int, int]] | None:
    """The innermost of the places that the title begins with."""
    if board.outline.title is None:
        return None
    start, end = board.outline.title
    last, place = start, None
    for f in board.found_within(start, end):
        if f.type == "Region" and f.place and f.place.code and f.start == last:
            last, place = f.end, f.place
    return (place, (start, last)) if place else None


def _place_spoken_of(board: Board) -> tuple[places.Place, tuple[int, int]] | None:
    match = _OF_PLACE.search(board.text, 0, 1200)
    place = places.by_code().get(board.context.region(match["level"] or match["other"])) if match else None
    return (place, match.span()) if match and place else None
