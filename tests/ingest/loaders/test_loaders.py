"""Loaders: every format and encoding to its words, every bad file to a reason."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import errors, evidence
from ingest import loaders

BODY = "广西壮族自治区科学技术厅支持桂林市建设国家可持续发展议程创新示范区，二〇二〇年安排专项资金。"


def docx(xml: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", xml)
    return out.getvalue()


def word(body: str) -> bytes:
    return docx(
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )


def para(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(*marks: str) -> bytes:
    """A Word document whose heads are numbered by Word: style 标题1 counts 一、, level 2 （一）, list 2 counts 1."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(
            [("chineseCountingThousand", "%1、"), ("japaneseCounting", "（%2）"), ("decimal", "%3.")]
        )
    )
    single = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条 "/></w:lvl>'
    numbering = (
        f'<w:numbering {w}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="8">{single}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
    )
    styles = (
        f'<w:styles {w}><w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    kinds = {
        "一": '<w:pStyle w:val="1"/>',
        "（一）": '<w:pStyle w:val="2"/>',
        "1": '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
        "条": '<w:numPr><w:numId w:val="2"/></w:numPr>',
        "无": '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>',
        "": "",
    }
    body = "".join(f"<w:p><w:pPr>{kinds[m]}</w:pPr><w:r><w:t>文</w:t></w:r></w:p>" for m in marks)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {w}><w:body>{body}</w:body></w:document>")
        package.writestr("word/numbering.xml", numbering)
        package.writestr("word/styles.xml", styles)
    return out.getvalue()


def test_a_word_document_keeps_the_numbers_that_word_prints() -> None:
    text = load("a.docx", numbered("一", "（一）", "1", "1", "（一）", "1", "一", "（一）", "条", "条", "无", ""))
    assert text.split("\n") == [
        "一、文", "（一）文", "1.文", "2.文", "（二）文", "1.文", "二、文", "（一）文", "第3条 文", "第4条 文", "文", "文",
    ]  # fmt: skip


def load(name: str, data: bytes) -> str:
    return loaders.load(loaders.Raw(evidence.Source(name), data)).text


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("utf8.txt", BODY.encode(), BODY),
        ("bom.txt", b"\xef\xbb\xbf" + BODY.encode(), "\ufeff" + BODY),
        ("gb18030.txt", BODY.encode("gb18030"), BODY),
        ("utf16.txt", b"\xff\xfe" + BODY.encode("utf-16-le"), BODY),
        ("utf16be-without-mark.txt", BODY.encode("utf-16-be"), BODY),
        ("crlf.txt", f"{BODY}\r\n{BODY}".encode(), f"{BODY}\r\n{BODY}"),
        ("a.md", f"# 标题\n\n**{BODY}** [页](http://x)\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n".encode(), f"标题\n\n{BODY} 页\n\n 甲\t乙 \n 1\t2 \n"),
        ("a.docx", word(para("标题") + para(BODY)), f"标题\n{BODY}"),
        ("table.docx", word(f"<w:tbl><w:tr><w:tc>{para('甲')}</w:tc><w:tc>{para('乙')}</w:tc></w:tr></w:tbl>"), "甲\t乙"),
        ("deleted.docx", word(f"<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:t>{BODY}</w:t></w:r></w:p>"), BODY),
    ],
)  # fmt: skip
def test_text_of(name: str, data: bytes, text: str) -> None:
    assert load(name, data) == text


def test_a_page_keeps_its_body_and_drops_navigation() -> None:
    nav = "".join(f"<li><a href='/{i}'>栏目{i}</a></li>" for i in range(20))
    page = f"<html><head><title>关于示范区的通知</title></head><body><nav><ul>{nav}</ul></nav><article><h1>关于示范区的通知</h1>"
    page += (
        "".join(f"<p>{BODY}</p>" for _ in range(8))
        + "<table><tr><td>单位</td><td>金额</td></tr></table></article></body></html>"
    )
    text = load("page.html", page.encode())
    assert text.count(BODY) == 8
    assert "关于示范区的通知" in text
    assert "栏目7" not in text


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 150_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "encoding"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "docx"),
        ("not.pdf", b"hello", "not a pdf"),
        ("broken.pdf", b"%PDF-1.7\nrubbish", "broken PDF"),
        ("broken.docx", b"PK\x03\x04rubbish", "damaged"),
        ("entity.docx", docx('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "entity"),
        ("bomb.docx", bomb, "far more than its size"),
        ("hollow.html", b"<html><body></body></html>", "no text"),
    ],
)
def test_a_bad_file_gets_a_reason(name: str, data: bytes | Callable[[], bytes], reason: str) -> None:
    with pytest.raises(errors.UnreadableFile, match=reason) as caught:
        load(name, data() if callable(data) else data)
    assert caught.value.name == name
    zh, _, en = caught.value.reason.partition(" / ")
    assert (bool(re.search("[一-鿿]", zh)), bool(re.search("[一-鿿]", en))) == (True, False)


@pytest.mark.parametrize(
    "inner", ["../up.txt", "/abs.txt", "C:evil.txt", "a/../../b.txt", "NUL.txt", "x" * 300 + ".txt"]
)
def test_an_archive_stays_under_its_folder(inner: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr(inner, BODY)
    (raw,) = loaders.find_files([tmp_path / "a.zip"])
    with pytest.raises(errors.UnreadableFile, match="unsafe"):
        loaders.load(raw)


def test_names_sidecars_and_archives(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(BODY, "utf-8")
    (folder / "b.txt").write_text(BODY, "utf-8")
    (folder / "b.txt.meta.yaml").write_text("url: https://example.org/b\ntags: [甲, 乙]\ninvented: true\n", "utf-8")
    (folder / "metadata.csv").write_text("file,url,publisher\na.txt,https://example.org/a,某厅\n", "utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as package:
        package.writestr("in/d.txt", BODY)
    found = {raw.source.name: raw.source for raw in loaders.find_files([folder])}
    assert sorted(found) == ["docs/a.txt", "docs/b.txt", "docs/c.zip/in/d.txt"]
    assert (found["docs/a.txt"].url, found["docs/a.txt"].publisher) == ("https://example.org/a", "某厅")
    assert (found["docs/b.txt"].tags, found["docs/b.txt"].invented) == (("甲", "乙"), True)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.md"]),
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe"]),
)
def test_any_bytes_give_text_or_a_reason(name: str, data: bytes, lead: bytes) -> None:
    try:
        assert load(name, lead + data).strip()
    except errors.UnreadableFile as error:
        assert error.reason


@pytest.mark.shared
def test_real_files_of_other_formats(shared: Path) -> None:
    texts = {
        raw.source.name.rpartition("/")[2]: loaders.load(raw).text
        for raw in loaders.find_files([shared / "eval" / "files"])
    }
    assert len(texts) == 4
    assert all(len(text) > 1000 for text in texts.values())


@pytest.mark.shared
def test_a_pdf_counts_its_pages(shared: Path) -> None:
    (raw,) = loaders.find_files([shared / "eval" / "files" / "pingshan-special-fund.pdf"])
    loaded = loaders.load(raw)
    assert [page.number for page in loaded.pages] == list(range(1, 11))
    second, third = (loaded.text[page.start :] for page in loaded.pages[1:3])
    assert second.startswith("深圳市坪山区经济发展专项资金管理办法")
    assert third.startswith("算下一年度专项资金规模")  # the page begins in the middle of a sentence
