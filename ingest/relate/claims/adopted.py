"""Laws as congresses make them: A审议通过P, P由A修订通过, A第三次会议通过P, where A is a congress or its committee."""

from __future__ import annotations

import re

from ingest.relate.claims.maker import Clause, Maker

_CONGRESS = re.compile(r"人大|人民代表大会|常委会|常务委员会")
_SITS = r"(?:第[一二三四五六七八九十百\d]{1,4}次)?(?:常委会|常务委员会)?(?:全体)?(?:会议)?(?:已|正式|全票|高票|于|\d{4}年|\d{1,2}月|\d{1,2}日|[去今]年)*"
_ADOPTS = re.compile(_SITS + r"(?:审议|表决|修订|修正)*(?:并)?(?:(?:表决)?通过了?(?:关于)?《?|表决(?=[、，]))")
_ADOPTED = re.compile(r"[》”]?[^，。；]{0,14}?(?:由|经)$")


def state(made: Maker, clause: Clause) -> None:
    """ISSUED of the laws that the clause says a congress adopted."""
    if (
        clause.negated
        or clause.status in ("planned", "requested")
        or not re.search("通过|表决", made.text[clause.start : clause.end])
    ):
        return
    made.rule = "adopted"
    laws = [r for r in clause.outer if r.type == "Policy" and r.entity != made.own]
    for body in (r for r in clause.refs if r.type == "Agency" and _CONGRESS.search(made.text, r.start, r.end)):
        said = _ADOPTS.match(made.text, body.end, clause.end)
        if said is None:
            continue
        for law in laws:
            if law.start == said.end() or _ADOPTED.fullmatch(made.text, law.end, body.start):
                made.add(
                    body.entity, "ISSUED", law.entity, "done", clause.start, clause.end, time=clause.time, cue="通过"
                )
