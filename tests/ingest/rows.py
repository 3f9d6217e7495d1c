"""Long rows by seed: hundreds of names, sums, dates, brackets, quotes or marks in one sentence, which provoke what grows too fast."""

from __future__ import annotations

import random

_LENGTHS = (200, 400, 800)
_ITEMS = (
    "甲{n}市科技局", "第{n}人民医院", "乙{n}高新技术产业开发区", "丙{n}大学", "丁{n}有限公司", "《关于支持第{n}批企业的通知》", "桂政发〔2021〕{n}号",
    "{n}万元", "2021年{n}月", "“戊{n}计划”", "己{n}创新专项资金", "（庚{n}园区", "辛{n}）", "{n}.{n}", "张{n}", "企业", "市", "的", "对甲市", "与乙省",
    "Alpha {n} Council", "$1,{n}", "section {n}(a)", "the Agency for {n}", "“quoted {n}", "January {n}, 2021",
)  # fmt: skip
_JOINTS = (
    "、",
    "和",
    "，",
    "与",
    "；",
    "/",
    " ",
    "",
    "、和",
    "或者",
    ", ",
    " and ",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "：",
    "—",
    "…",
    "的",
)
_FRAMES = (
    "支持{row}建设国家自主创新示范区。", "由{row}负责。", "{row}联合印发本办法。", "对{row}给予奖励20万元。", "会同{row}共同推进。", "{row}：\n你们好。",
    "（{row}负责）", "根据{row}，制定本办法。", "{row}等200家单位获批。", "以{row}为依托，建设甲平台。", "经{row}批准，设立乙基金，{row}。",
    "The Secretary shall support {row} under this Act.", "{row} shall establish a fund.", "{row}",
)  # fmt: skip
_AROUND = (
    "甲市人民政府关于支持创新的若干措施\n\n第一条 {said}\n\n甲市人民政府\n2021年3月1日\n",
    "{said}\n",
    "一、{said}\n（一）{said}\n",
)


def long_row(seed: int) -> str:
    """The document of that seed: a sentence with a row of one to three kinds of items, joined in one or two ways."""
    chance = random.Random(f"row {seed}")
    items, joints = chance.sample(_ITEMS, chance.randrange(1, 4)), chance.sample(_JOINTS, chance.randrange(1, 3))
    length = chance.choice(_LENGTHS)
    row = "".join(items[n % len(items)].format(n=n) + joints[n % len(joints)] for n in range(length))
    said = chance.choice(_FRAMES).format(row=row)
    return chance.choice(_AROUND).format(said=said)
