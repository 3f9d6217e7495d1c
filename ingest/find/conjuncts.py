"""A conjunction inside a name: a first half that is no thing by itself belongs to the name whose head comes later."""

from __future__ import annotations

import re
from functools import cache

from ingest.find import words
from ingest.find.kinds import Ground

# What these verbs take as object has a head noun: a half without one (安排义务教育薄弱环节改善与|能力提升补助资金) is its modifier.
_VERBS = re.compile(
    r"(?:实施|开展|启动|设立|建成|搭建|构建|安排|下达|拨付|批复建设|批准建设|批复|获批|组建|认定|管好|用好|承担|入选|列入|纳入|新建|筹建|共建|申报|设有|建有|成为|推进|(?:建设|组建|牵头|共建|承建|建立|设立|实施|承担|运营)的)$"
)
# A level, a quotation or a state after the conjunction begins a name of its own.
_ANEW = re.compile(r"国家|中国|全国|中央|自治区|[省市县区]级|[“（]|街道|乡镇|部门|地方")
# What opens a sentence before a name: 年底前, 其中.
_TALK = re.compile(r"[年月上下前近同其今明去目当各全我本该此这那有关]|\d")
_START = re.compile(r"(?:^|[，。；：（\n])$")
_JOINT = re.compile(r"(?<=[一-鿿]{2})(?:以及|[和与及])$")
_PLAIN = re.compile(r"[一-鿿]{2,14}$")
# Ends of what may stand by itself beside a name: bodies, people, places, things done.
_BY_ITSELF = re.compile(
    r"(?:[院所厂行会局委厅部办府区园城县市省站库社队组厅室馆校团者人员户民群众]|装置|系统|市场|部门|街道|企业|机构|单位|公司|集团|产业|政府|部门|主体|载体|工作|建设|活动|任务|"
    r"措施|政策|规划|方案|办法|意见|条例|清单|标准|服务|项目|体系|能力|水平|发展|改革|工程|计划|制度|机制|资金|经费|基金|贷款|补贴|平台|基地|中心|实验室)$"
)


def begin(ground: Ground, at: int) -> int:
    """Where a name begins that was read back to `at`: before the first half, where one stands over a conjunction."""
    joint = _JOINT.search(ground.text, max(0, at - 5), at)
    if joint is None or _ANEW.match(ground.text, at):
        return at
    end = joint.start()
    first = next((i for i in range(end - 2, max(0, end - 15), -1) if _is_edge(ground, i, end)), None)
    if first is None or not _PLAIN.fullmatch(ground.text, first, end):
        return at
    half = ground.text[first:end]
    verb = _VERBS.search(ground.text, max(0, first - 4), first)
    started = _START.search(ground.text, max(0, first - 1), first)
    free = verb or (started and not ground.flags[end] and len(half) <= 6 and not _TALK.match(half))
    return first if free and not _BY_ITSELF.search(half) and not half.endswith(_heads()) else at


def _is_edge(ground: Ground, at: int, end: int) -> bool:
    return bool(ground.flags[at]) or at == 0 or not "一" <= ground.text[at - 1] <= "鿿"


@cache
def _heads() -> tuple[str, ...]:
    """Heads of all kinds, and classes of beneficiary."""
    heads = (head for body in words.lexicon("heads").values() for head in body["heads"])
    groups = (form for forms in words.lexicon("groups").values() for form in forms)
    return (*heads, *groups)
