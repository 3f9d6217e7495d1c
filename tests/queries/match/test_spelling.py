"""Years and names as people write them become what dates and names hold."""

from __future__ import annotations

import pytest

from queries.match import names, pinyin, spelling


@pytest.fixture(scope="module")
def known() -> names.Names:
    def thing(label: str, name: str) -> names.Thing:
        return names.Thing(f"{label}/{name}", label, name, 1)

    return names.Names(
        [
            (thing("Policy", "关于支持某市建设示范区的若干政策"), ["桂政发〔2019〕48号"]),
            (thing("Policy", "关于同意设立某园区的批复"), ["国函〔2018〕48号", "重府办〔2018〕48号"]),
            (thing("Platform", "沱江谷创新驱动平台"), []),
            (thing("Policy", "某省科技经费管理规定"), []),
        ]
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("二〇二〇年的钱", "2020年的钱"),
        ("一九九八到二零零一", "1998到2001"),
        ("二○一九年", "2019年"),
        ("二〇二〇个园区，第二〇二〇号", "2020个园区，第二〇二〇号"),
        ("二百二十万元", "二百二十万元"),
        ("in twenty nineteen", "in 2019"),
        ("from nineteen ninety-eight to two thousand and five", "from 1998 to 2005"),
        ("Twenty oh five", "2005"),
        ("twenty zones, two thousand firms", "twenty zones, two thousand firms"),
    ],
)
def test_years_in_words_become_figures(said: str, meant: str) -> None:
    assert spelling.years(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("who cites Guizhengfa [2019] No. 48?", "who cites 桂政发〔2019〕48号?"),
        ("names of Gui Zheng Fa 2019 No 48", "names of 桂政发〔2019〕48号"),
        ("guohan (2018) 48 hao", "国函〔2018〕48号"),
        ("Chongfuban〔2018〕48号", "重府办〔2018〕48号"),
        ("Guizhengfa [2019] No. 49", "桂政发 [2019] No. 49"),
        ("Jingzhengfa [2019] No. 48", "Jingzhengfa [2019] No. 48"),
        ("what does Tuojiang do", "what does 沱江 do"),
        ("the tuojianggu platform", "the 沱江谷 platform"),
        ("any guiding policy", "any guiding policy"),
        ("guiding", "guiding"),
        ("what is Zhongguancun", "what is Zhongguancun"),
    ],
)
def test_pinyin_becomes_what_names_of_the_graph_hold(known: names.Names, said: str, meant: str) -> None:
    assert spelling.latin(said, known) == meant


@pytest.mark.parametrize(
    ("letters", "name", "size"),
    [("chongqing", "重庆市", 2), ("zhongqing", "重庆市", 2), ("xian", "西安", 2), ("xian", "县域", 1), ("lvse", "绿色", 2),
     ("luse", "绿色", 2), ("xia", "西安", 0), ("", "西安", 0), ("xi", "", 0), ("a", "a", 0)],
)  # fmt: skip
def test_letters_spell_the_beginning_of_a_name(letters: str, name: str, size: int) -> None:
    assert pinyin.length(letters, name) == size


@pytest.mark.parametrize("letters", ["chongqing", "xian", "lve", "erlianhaote", "zhuangzu", "a", "guiding"])
def test_every_spelling_of_characters_has_the_shape_of_pinyin(letters: str) -> None:
    assert pinyin.possible(letters)


@pytest.mark.parametrize("letters", ["council", "department", "recieved", "platforms", "brrr", ""])
def test_most_english_words_have_not(letters: str) -> None:
    assert not pinyin.possible(letters)
