"""What a policy ends: the one whose place it takes, the one that a decision changes; and in a text that tells of policies, which took whose."""

from __future__ import annotations

import re

from graph import evidence
from ingest import scene, values
from ingest.relate.claims.maker import Clause, Maker, just_before

_REPEALS = re.compile(
    r"废止|废除|作废|停止执行|停止实施|终止执行|终止实施|不再(?:单独|继续)?[执施]行|不再(?:有效|适用|沿用)|失去(?:法律)?效力|"
    r"(?:一并|同时|即行|自动|随之|相应|自行)失效|就此谢幕|退出历史舞台"
)
_ENDS = re.compile(rf"{_REPEALS.pattern}|取代|替代")
_OWN_END = re.compile(r"本(?:办法|条例|规定|措施|政策|意见|细则|方案|通知|决定)[^，。]{0,12}$")
_EFFECT = re.compile(
    r"自(?:(?P<date>\d{4}年\d{1,2}月\d{1,2}日)|(?:印发|公布|发布|下发|颁布)之日)起(?:正式)?(?:施行|实施|执行|生效)"
)
_AMENDS = re.compile(r"》?[^，。]{0,4}修[正订](?=[）)]|$|\s)")
_IN_PART = re.compile(r"》?(?:[（(][^）)]*[）)])?(?:中|第|的?(?:有关|相关)?规定)")
# 2018年印发的《P》同时废止: when P was issued, not when it ends.
_OF_ITS_OWN = re.compile(r"年[^，。；《]{0,10}(?:印发|发布|公布|出台|制定|颁布|施行|实施)的[《“]?$")


def state(made: Maker, found: tuple[Clause, ...], issuers: list[str]) -> None:
    """What the document's own policy repeals, and which decision of its issuers changed it."""
    for clause in found:
        if _REPEALS.search(made.text, clause.start, clause.end):
            _repealed(made, clause)
        if "修" in made.text[clause.start : clause.end]:
            _amended(made, clause, issuers)


def _effect(made: Maker) -> str:
    """The day from which the policy is in force: 自…起施行, 自发布之日起施行."""
    said = _EFFECT.search(made.text)
    day = values.date_iso(said["date"]) if said and said["date"] else None
    return day or (made.view.outline.date if said else "") or ""


def _repealed(made: Maker, clause: Clause) -> None:
    """《P》同时废止: P, and not the policy itself whose term ends."""
    for ref in clause.refs:
        in_part = _IN_PART.match(made.text, ref.end)
        if (
            ref.type == "Policy"
            and ref.entity != made.own
            and not in_part
            and not _OWN_END.search(made.text[clause.start : ref.start])
        ):
            told = "" if _OF_ITS_OWN.search(made.text, clause.start, ref.start) else clause.time
            made.add(made.own, "REPEALS", ref.entity, "done", clause.start, clause.end, cue="废止",
                     time=told or _effect(made))  # fmt: skip


def _amended(made: Maker, clause: Clause, issuers: list[str]) -> None:
    """根据…会议《关于修改…的决定》修正: the decision changes the policy, by the same body."""
    for ref in clause.outer:
        if ref.type == "Policy" and ref.entity != made.own and _AMENDS.match(made.text, ref.end):
            made.add(ref.entity, "REPEALS", made.own, "done", clause.start, clause.end, time=clause.time, cue="修正")
            for body in issuers:
                made.add(body, "ISSUED", ref.entity, "done", clause.start, clause.end, time=clause.time, cue="修正")


def explained(made: Maker) -> str | None:
    """The policy that an explainer explains: the one that its title names."""
    named = made.titled("Policy") if made.view.outline.doc_type == "explainer" else None
    return named.entity if named else None


def _repealed_by(made: Maker, policy: str, row: tuple[Clause, ...]) -> None:
    """《Q》因与本意见不一致，即日起废止: the policy that is explained takes Q's place."""
    same = [c for c in row if c.sentence == row[-1].sentence]
    at_once = "即日" in made.text[row[-1].start : row[-1].end]
    time = row[-1].time or ("" if at_once else _effect(made))
    for ref in (r for c in same for r in c.outer if r.type == "Policy" and r.entity != policy):
        made.add(policy, "REPEALS", ref.entity, "done", min(same[0].start, ref.start), row[-1].end,
                 cue="废止", time=time)  # fmt: skip


def replaces(made: Maker, found: tuple[Clause, ...]) -> None:
    """P1待P修订后停止实施: in a text that tells of policies, the one named before takes the other's place."""
    made.rule = "provisions"
    last: scene.Ref | None = None
    topic = explained(made)
    for index, clause in enumerate(found):
        if topic and _REPEALS.search(made.text, clause.start, clause.end):
            _repealed_by(made, topic, found[max(0, index - 1) : index + 1])
            continue
        named = [r for r in clause.outer if r.type == "Policy"]
        _superseded(made, clause, last)
        last = _since(made, clause) or last
        if named and last is not None and made.own is None and _ENDS.search(made.text[clause.start : clause.end]):
            for ref in named:
                status: evidence.Status = "planned" if clause.status == "planned" else "done"
                made.add(
                    last.entity,
                    "REPEALS",
                    ref.entity,
                    status,
                    clause.start,
                    clause.end,
                    time=clause.time,
                    cue="停止实施",
                )
        if (revised := _revised(made, clause, found[max(0, index - 1) : index])) is not None:
            made.add(named[-1].entity, "REPEALS", revised.entity, "done", revised.start, clause.end, time=clause.time, cue="修订")  # fmt: skip
        last = named[-1] if named else last


_TAKES_PLACE = re.compile(r"(?:为|被|由)[《“]?$")
_PLACE_TAKEN = re.compile(r"[》”]?(?:[（(][^）)]*[）)])?(?:所|全面|完全)?(?:取代|替代|代替|吸收|覆盖|涵盖|整合|废止)")


def _superseded(made: Maker, clause: Clause, last: scene.Ref | None) -> None:
    """《Q》已为《P》取代, 《Q》…，其内容已为《P》所吸收: P takes the place of Q."""
    for new in (r for r in clause.outer if r.type == "Policy"):
        if not _PLACE_TAKEN.match(made.text, new.end) or not _TAKES_PLACE.search(made.text, clause.start, new.start):
            continue
        old = next((r for r in clause.outer if r.type == "Policy" and r.end <= new.start), last)
        if old and not clause.negated:
            made.add(new.entity, "REPEALS", old.entity, "done", clause.start, clause.end, time=clause.time, cue="取代")


# 自方案出台之日起: the one that ends so.
_SINCE = re.compile(
    r"自(?:本|该|上述|新)?(?P<kind>方案|措施|办法|规定|意见|细则|条例|规划|政策)(?:出台|印发|施行|实施|发布|公布|生效)(?:之日)?起"
)


def _since(made: Maker, clause: Clause) -> scene.Ref | None:
    """The policy told of last of the kind from whose day on another ends."""
    said = _SINCE.search(made.text, clause.start, clause.end)
    told = made.view.within(0, clause.start, outer=True) if said else []
    names = (
        (r, re.sub(r"[（(].*", "", made.view.entities[r.entity].name)) for r in reversed(told) if r.type == "Policy"
    )
    return next((r for r, name in names if said and name.endswith(said["kind"])), None)


_REVISES = re.compile(
    r"[^，。；]{0,12}(?:进行|开展|作)了?(?:全面|系统)?(?:修订|修改)|[^，。；]{0,6}(?:的)?基础上(?:修订|修改)?"
)
_BECOMES = re.compile(r"(?:并|现|最终|修订)?(?:形成|制定|出台|印发|发布|制订)了?[《“]?$")


def _revised(made: Maker, clause: Clause, before: tuple[Clause, ...]) -> scene.Ref | None:
    """对《P》进行修订，形成《Q》: Q takes the place of P, which stands in the clause before."""
    last = just_before(clause, before)
    new = [r for r in clause.outer if r.type == "Policy" and _BECOMES.search(made.text, clause.start, r.start)]
    old = [r for r in last.outer if r.type == "Policy"] if last and new else []
    if last is None or not old or old[-1].entity == new[-1].entity:
        return None
    return old[-1] if _REVISES.match(_behind(made, old[-1], last)) else None


def _behind(made: Maker, ref: scene.Ref, clause: Clause) -> str:
    """What follows a title in its clause, without the brackets that give its number and its short name."""
    return re.sub(r"^[》”]|[（(][^）)]*[）)]", "", made.text[ref.end : clause.end])
