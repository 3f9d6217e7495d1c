"""Who acts in a clause: the bodies that it names, a region's government, nobody of a name, or whoever acted before."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest import scene
from ingest.clauses import governments, patterns, purses
from ingest.find import rules, words

_BODIES = frozenset(("Agency", "Organization"))
_PLACES = frozenset(("Region", "DemonstrationZone", "HighTechZone", "DevelopmentZone"))
_MORE_PLACES = re.compile(r"(?:、[一-鿿]{2,16}区)+")
# After a body: it only describes what follows (国务院批准设立的开发区).
_DESCRIBES = re.compile(
    r"(?:批准|认定|设立|指定|审批|印发|发布|出台|公布|规定|确定|管理|出资)[^，。；]{0,8}?的(?![，。；])"
)
# A subject of common nouns before its modal: 市科学技术部门应当…, 高等学校、科研机构可以….
_COMMON = re.compile(
    r"(?!支持|鼓励|推动|引导|促进|建立|完善|加强|加快|加大|推进|允许|对|将|为|在|按|根据|以|通过|由|本)(?:(?!由[省市县区州])[一-鿿、（）()]){1,60}?"
    r"(?:(?P<public>部门|人民政府|机关|委员会)|机构|单位|企业|协会|学会|组织|学校|院校|人员|主体)(?=[^，。；]{0,24}?(?:应当|应(?!用)|不得|可以|可(?=按|凭|申|享|自|依|据|在|优先)|必须|须|负责|会同|要)|按照|依照|在[^，。；]{2,16}(?:指导|领导)下)"
)
# 发展改革、财政、科技等部门按照各自职责…: departments by what they do.
_DEPARTMENTS = re.compile(
    r"(?:[一-鿿]{2,10}[、和与及]){1,8}[一-鿿]{2,10}?等(?:有关|相关)?(?:主管)?部门(?=按|依|在|根据|负责|应|要)"
)
# The government of the place that the document speaks from, alone or with those below it.
_HOME = re.compile(
    r"(?:市|省|自治区|州|县|区)(?:(?:、[市区县州（()）]{1,8})*人民政府|(?:、[市区县州（()）]{1,8})+(?![、一-鿿]{0,12}(?:部门|机构|单位|委员会|协会|联合会|法院|检察院)))"
)
# 市、县（区）人民政府|教育、科技等主管部门应当: its departments act, each in its field.
_DEPARTMENT_OF = re.compile(
    r"(?:有关|相关)?(?!及|可以|应当|负责|领导|建立|设立|制定|组织|会同|支持|按照|根据)[一-鿿、（）]{0,60}?(?:部门|机关)(?=应当|应(?!用)|可以|会同|负责|依照|按照|根据|在)"
)
_BOTH = re.compile(
    r"(?:[一-鿿]{2}双方|双方|两[市省校院地家方](?![一-鿿]*级)|[三四五][方市省地家]|各方)(?:[一-鿿]{0,4}(?P<form>[厅局委]))?(?:部门|每年|还|也|将|均|都|共同|联合|每年|签|商定|约定|同意|就|要|拟|已|决定|在|围绕)"
)
_HELPED = re.compile(r"会同|联合|支持|鼓励|推动|引导|指导|加强|建立|协调|组织|督促|由")


class Actors(NamedTuple):
    """The bodies that act, first the one that leads. `named`: the clause itself says who, if only by a generic word.

    `generic`: only a common noun or a place acts; `public`: one that gives itself (有关部门), not one that receives (企业).
    `purse`: it only pays (市级财政对…给予补助). `passive`: who acts on the thing that the clause is about (P由A通过), and is not what the text goes on with.
    """

    bodies: tuple[str, ...] = ()
    named: bool = False
    generic: bool = False
    public: bool = False
    purse: bool = False
    passive: bool = False


_NOBODY = Actors()


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One list of lexicon/actors.yaml as an alternation, longest first."""
    return patterns.either(words.lexicon("actors")[name])


@cache
def lead() -> re.Pattern[str]:
    """What may stand before the subject of a clause and is none of it."""
    return re.compile(f"(?:{pattern('leads').pattern})*")


@lru_cache(maxsize=1)
def begin(text: str, start: int, end: int) -> int:
    """Where the clause's subject may begin, behind its lead; several ask it of one clause after another."""
    opening = lead().match(text, start, end)
    return opening.end() if opening else start


@cache
def _behind_object() -> re.Pattern[str]:
    return re.compile(f"(?:{pattern('objects').pattern})$")


@cache
def _joint() -> re.Pattern[str]:
    joints = pattern("joints").pattern
    unknown = "(?:[一-鿿]{2,8}(?:大队|支队|海关|中心|街道|单位|公司|学院|大学)、)"
    return re.compile(f"(?:{joints})+|(?:{joints})*(?:等)?(?:部门)?|、{unknown}+")


def find(view: scene.Scene, start: int, end: int, refs: tuple[scene.Ref, ...]) -> Actors:
    """The actors that the clause start:end names itself; not named when it leaves them to the context."""
    after = begin(view.shadow.text, start, end)
    return (
        _ourselves(view, after)
        or _treasury(view, after, end)
        or _subject(view, start, after, refs)
        or _described(view, start, after, refs)
        or _unnamed(view, start, after, end)
        or _by(view, start, end, refs)
        or _NOBODY
    )


def _ourselves(view: scene.Scene, after: int) -> Actors | None:
    """我们…: whoever speaks."""
    if not view.shadow.text.startswith("我们", after):
        return None
    speaker = governments.answers_for(view, view.speaker(after))
    return Actors((speaker,) if speaker else (), named=True)


def both(text: str, start: int, end: int) -> re.Match[str] | None:
    """Whether the clause has 双方, 两市, 三方 for its subject: the bodies that were named together last."""
    return _BOTH.match(text, begin(text, start, end), end)


def joined(text: str, refs: tuple[scene.Ref, ...]) -> tuple[str, ...]:
    """The first bodies of a clause that 与 and the like join to one another: A与B, A、B和C."""
    row: list[scene.Ref] = []
    if len(refs) < 2:
        return ()
    for ref in (r for r in refs if r.type in _BODIES):
        if row and text[row[-1].end : ref.start] not in ("、", "和", "与", "同", "及", "以及", "跟"):
            if len(row) > 1:
                break
            row = []
        row.append(ref)
    return tuple(dict.fromkeys(r.entity for r in row)) if len(row) > 1 else ()


def _subject(view: scene.Scene, start: int, after: int, refs: tuple[scene.Ref, ...]) -> Actors | None:
    for i, ref in enumerate(refs):
        if ref.start > after + 1:
            return None
        body = _actor(view, start, ref)
        if body is None and (place := _acting_place(view, start, refs[i:])):
            body = governments.committee(view, place) or governments.government(view, place.entity)
            return Actors((body,) if body else (), named=True, generic=body is None, public=True)
        if body is not None:
            row = _row(view, refs[i:])
            if pattern("others").match(view.shadow.text, row[-1].end):
                return Actors(named=True, generic=True, public=True)
            bodies = tuple(dict.fromkeys(b for b in (body, *(_body(view, r) for r in row)) if b))
            return Actors(bodies, named=True, passive=view.shadow.text[ref.start - 1] == "由")
    return None


# 对口支援甲区的|A已表示: what describes a subject, and what shows that it is one.
_THAT_IS = re.compile(r"(?!支持|鼓励|推动|引导|促进|加强|按照|根据|通过)[^，。；“”]{3,24}的$")
_ACTS_NOW = re.compile(r"(?:也|均|都|还|先后)?(?:已|将|正在|正|拟|表示|负责|牵头|应当|同意)")


def _described(view: scene.Scene, start: int, after: int, refs: tuple[scene.Ref, ...]) -> Actors | None:
    """The bodies behind words that describe them, where a verb of acting follows."""
    text = view.shadow.text
    for i, ref in enumerate(refs):
        if ref.type in _BODIES and text[ref.start - 1] == "的" and _THAT_IS.fullmatch(text, after, ref.start):
            row = _row(view, refs[i:])
            acts = _ACTS_NOW.match(text, row[-1].end) and _body(view, ref)
            return Actors(tuple(dict.fromkeys(r.entity for r in row)), named=True) if acts else None
    return None


# A的会办意见是：已建成L: what follows is what A did.
_OPINES = re.compile(r"(?:的|提出的|反馈的)?(?:会办|协办|分办|办理|反馈|书面)意见(?:是|为|如下|认为)?[：:，]?")


def _actor(view: scene.Scene, start: int, ref: scene.Ref) -> str | None:
    """The body that the ref makes act: not in the genitive, not an object, a region only by its government."""
    text = view.shadow.text
    if ref.type in _BODIES and _OPINES.match(text, ref.end):
        return _body(view, ref)
    if text[ref.end : ref.end + 1] == "的" or _behind_object().search(text[start : ref.start]):
        return None
    if _DESCRIBES.match(text, ref.end):
        return None
    if text[ref.end : ref.end + 1] == "有" and text[ref.end : ref.end + 2] != "有关":
        return None
    return _body(view, ref)


def _is_group(name: str) -> bool:
    """Whether a mechanism's name is that of people who act: a leading group, a committee, or its office."""
    return name.removesuffix("办公室").endswith((*rules.groups(), "委员会"))


def _body(view: scene.Scene, ref: scene.Ref) -> str | None:
    if ref.entity == view.teller:
        return None
    text = view.shadow.text
    if ref.type in _BODIES or (ref.type == "Mechanism" and _is_group(text[ref.start : ref.end])):
        return ref.entity
    if ref.type == "Region" and pattern("modals").match(text, ref.end):
        return governments.government(view, ref.entity)
    own = ref.type == "Region" and text[ref.start] in "本你" and not pattern("territory").match(text, ref.end)
    return governments.for_own(view, ref) if own else None


def _acting_place(view: scene.Scene, start: int, refs: tuple[scene.Ref, ...]) -> scene.Ref | None:
    """The region or zone that is the subject: R大力推进…, Z应当…, the last of 甲省乙市; not behind 在 or 对, nor 我市, who is the speaker."""
    text, place = view.shadow.text, refs[0]
    if place.type not in _PLACES or text[place.start] == "我" or _behind_object().search(text[start : place.start]):
        return None
    for ref in refs[1:]:
        if ref.type in _PLACES and text[place.end : ref.start] in ("", "、", "和", "与", "及"):
            place = ref
    more = _MORE_PLACES.match(text, place.end)
    end = more.end() if more else place.end
    return place if pattern("acts").match(text, end) or _tells_of(view, start, place) else None


_OPENS = re.compile(r"(?:^|[。；！？：\n])[ \u3000]*$")
# After a place these leave it where something lies or what is owned.
_NO_SUBJECT = re.compile(r"[^一-鿿“0-9]|[的、和与及等是有为内外境辖各某至到]|以[上下内外]|以及|[一-鿿]{0,4}(?:等|之一)")


def _tells_of(view: scene.Scene, start: int, place: scene.Ref) -> bool:
    """Whether the clause begins with the full name of another place than the author's: what follows is what that place does."""
    text, named = view.shadow.text, view.entities[place.entity]
    full = place.type == "Region" and text[place.start : place.end].endswith(named.name)
    opens = _OPENS.search(text, max(0, start - 4), start) and not _NO_SUBJECT.match(text, place.end)
    return full and (view.home is None or named.prop("code") != view.home) and bool(opens)


def _row(view: scene.Scene, refs: tuple[scene.Ref, ...]) -> list[scene.Ref]:
    """The refs joined to the first one: A、B和C."""
    text, row = view.shadow.text, [refs[0]]
    joint = _joint()
    for ref in refs[1:]:
        if ref.start < row[-1].end:
            continue
        between = text[row[-1].end : ref.start]
        if ref.type not in (*_BODIES, "Region") or not between or not joint.fullmatch(between):
            break
        row.append(ref)
    return row


def _unnamed(view: scene.Scene, start: int, after: int, end: int) -> Actors | None:
    """Only bodies of no one name act: 各级人民政府要…, 有关部门…; not those that something is done for (对企业…)."""
    text = view.shadow.text
    home = _HOME.match(text, after, end)
    if home and _DEPARTMENT_OF.match(text, home.end(), end):
        return Actors(named=True, generic=True, public=True)
    if home and not _DESCRIBES.match(text, home.end()):
        body = governments.home_government(view) if governments.is_own_level(view, home[0]) else None
        return Actors((body,) if body else (), named=True, generic=body is None, public=body is None)
    if after > start and _behind_object().search(text, start, after):
        return None
    common = _COMMON.match(text, after, end)
    departments = (
        text.find("部门", after, end) >= 0 and _DEPARTMENTS.match(text, after, end) and not _HELPED.match(text, after)
    )
    if departments or pattern("authorities").match(text, after, end) or (common and common["public"]):
        return Actors(named=True, generic=True, public=True)
    return Actors(named=True, generic=True) if common or pattern("generic").match(text, after, end) else None


def _treasury(view: scene.Scene, after: int, end: int) -> Actors | None:
    """The purse of a place is its finance department, where the text names just one such body of that place."""
    body = purses.acting(view, after, end)
    return Actors((body,), named=True, purse=True) if body else None


def _by(view: scene.Scene, start: int, end: int, refs: tuple[scene.Ref, ...]) -> Actors | None:
    """由A、B…: the passive's doers."""
    text = view.shadow.text
    passive = text.find("由", start, end)
    if passive < 0:
        return None
    for i, ref in enumerate(refs):
        if not passive < ref.start <= passive + 9 or "的" in text[passive : ref.start]:
            continue
        if ref.type in _BODIES:
            row = _row(view, refs[i:])
            return Actors(tuple(dict.fromkeys(r.entity for r in row if r.type in _BODIES)), named=True, passive=True)
        body = governments.government(view, ref.entity) if ref.type == "Region" and ref.start == passive + 1 else None
        if body:
            return Actors((body,), named=True, passive=True)
    return None
