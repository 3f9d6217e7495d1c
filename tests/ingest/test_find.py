"""Names by grammar: each case is a clause in our own words and what must be found in it."""

from __future__ import annotations

import pytest

from ingest import find

CASES = [
    (
        "agency by level, function, form",
        "请省科技厅、市发展改革委和县财政局办理",
        "Agency",
        {"省科技厅", "市发展改革委", "县财政局"},
    ),
    (
        "agency with its place",
        "江西省工业和信息化厅会同赣州市商务局",
        "Agency",
        {"江西省工业和信息化厅", "赣州市商务局"},
    ),
    ("ministry and State Council", "经国务院批准，科技部印发", "Agency", {"国务院", "科技部"}),
    ("branch of the central bank", "人民银行兰州中心支行参加", "Agency", {"人民银行兰州中心支行"}),
    ("government and party", "报请省政府同意，省委高度重视", "Agency", {"省政府", "省委"}),
    ("management committee of a zone", "兰州高新区管委会负责", "Agency", {"兰州高新区管委会"}),
    ("departments in general are no body", "各级财政部门和有关部门要配合", "Agency", set()),
    ("zone after a verb", "支持兰白国家自主创新示范区建设", "DemonstrationZone", {"兰白国家自主创新示范区"}),
    (
        "list that shares its head",
        "依托兰州、白银等2家国家高新区",
        "HighTechZone",
        {"兰州国家高新区", "白银国家高新区"},
    ),
    ("fund with a level word", "统筹省级科技成果转化专项资金支持企业", "Fund", {"省级科技成果转化专项资金"}),
    ("title in brackets", "印发《甘肃省促进科技成果转化条例》", "Policy", {"甘肃省促进科技成果转化条例"}),
    ("nickname of a policy", "出台“兰州人才20条”", "Policy", {"兰州人才20条"}),
    ("quoted programme", "启动“陇原青年英才”计划", "Programme", {"“陇原青年英才”计划"}),
    ("engineer is no programme", "引进工程师100名", "Programme", set()),
    ("proposal by number", "关于第0412号建议的答复", "Proposal", {"第0412号建议"}),
    ("target groups", "对科技型中小企业和高校给予支持", "TargetGroup", {"科技型中小企业", "高校"}),
]


@pytest.mark.parametrize(("name", "text", "kind", "expected"), CASES, ids=[c[0] for c in CASES])
def test_found(name: str, text: str, kind: str, expected: set[str]) -> None:
    named = [f for f in find.find(text) if f.type == kind and not f.bare]
    outer = [f for f in named if not any(o is not f and o.start <= f.start and f.end <= o.end for o in named)]
    assert {f.composed or f.text for f in outer} == expected, name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("（甘政发〔2020〕12号）", "甘政发〔2020〕12号"), ("（甘政办发[2020]12号）", "甘政办发〔2020〕12号"),
        ("根据国函（2018）31号文件", "国函〔2018〕31号"), ("兰科发【2021】8 号", "兰科发〔2021〕8号"),
    ],
)  # fmt: skip
def test_document_numbers(text: str, number: str) -> None:
    assert [f.number for f in find.find(text) if f.number] == [number]
