"""Why a file cannot be read, and what to do about it, in the words that a person reads, Chinese first."""

from __future__ import annotations

NOT_THERE = "没有这个文件或文件夹 / no such file or folder"
NOTHING = "文件是空的 / the file is empty"
NO_TEXT = "没有找到文字 / no text was found in it"

LOCKED = "有密码：打开后另存为不带密码的文件 / locked with a password; open it and save it without one"
NO_ENCODING = "认不出文字编码：用文本编辑器打开，另存为 UTF-8 / no text: its encoding cannot be told; save it as UTF-8"
NO_BODY = "网页没有正文 / a web page without a body"
NESTED = "网页的层次太深 / a page with too many nested blocks"
OVERSIZED = "Word 文档里有过大的部分，不读 / a Word document with an oversized part"
ENTITIES = "Word 文档里有实体定义，不读 / a Word document with entity definitions, refused"
SWOLLEN = "压缩包解开后远大于它自己，不读 / an archive that unpacks to far more than its size"
NO_WORDS = "扫描件里没有认出文字 / a scan in which no words were recognised"


def too_large(megabytes: int) -> str:
    """A file beyond the limit."""
    return f"文件大于 {megabytes} MB / larger than {megabytes} MB"


def not_opened(detail: object) -> str:
    """A file that the machine does not hand out."""
    return f"打不开（{detail}） / cannot be opened: {detail}"


def no_mapping(file: str) -> str:
    """A table that nothing describes."""
    command = f"policy-graph map init {file}"
    return (
        f"表格旁边没有列对应文件，起草一个：{command} / a table without a mapping beside it; draft one with: {command}"
    )


def mapping_not_read(detail: object) -> str:
    """A mapping that is no text."""
    return f"列对应文件读不了（{detail}） / the mapping cannot be read: {detail}"


def long_line(characters: int) -> str:
    """A text without lines."""
    return (
        f"一行有 {characters:,} 个字，不像段落：先把它分成行 / "
        f"one line of {characters:,} characters is no paragraph; break it into lines first"
    )


def misnamed(kind: str) -> str:
    """A file that is not what its suffix says."""
    return f"不是 {kind} 文件，只有名称是 / not a {kind} file, whatever its name says"


def broken(encoding: str, at: int) -> str:
    """A text that breaks the encoding by which it is marked."""
    return f"标明是 {encoding}，第 {at} 个字节却不是 / marked as {encoding} but broken at byte {at}"


def other_encoding(guess: str) -> str:
    """A text that is not even in the likeliest encoding."""
    return (
        f"认不出文字编码，也不是 {guess}：用文本编辑器打开，另存为 UTF-8 / "
        f"its encoding cannot be told ({guess} does not fit); save it as UTF-8"
    )


def bad_page(detail: object) -> str:
    """A web page that the parser gives up."""
    return f"网页已损坏 / not a web page that can be read: {detail}"


def bad_word(detail: object) -> str:
    """A Word document that is cut off or wrong inside."""
    return f"Word 文档已损坏：用 Word 打开并修复，再另存一次 / a damaged Word document ({detail})"


def bad_pdf(detail: object) -> str:
    """A PDF that is cut off or wrong inside."""
    return f"PDF 已损坏：重新下载，或用阅读器打开后另存一次 / a broken PDF ({detail})"


def bad_archive(detail: object) -> str:
    """An archive that is cut off or wrong inside."""
    return f"压缩包已损坏：重新打包或下载 / a damaged archive ({detail})"


def bad_member(inner: str, detail: object) -> str:
    """An archive of which one file does not come out."""
    return f"压缩包里的 {inner} 已损坏或有密码 / a damaged or locked member {inner}: {detail}"


def unsafe_member(inner: str) -> str:
    """An archive that would write outside its folder."""
    return f"压缩包里有不安全的文件名：{inner!r} / an archive with an unsafe name in it: {inner!r}"


def many_members(most: int) -> str:
    """An archive beyond the limit."""
    return f"压缩包里的文件超过 {most:,} 个 / an archive with more than {most:,} members"


def many_pages(most: int) -> str:
    """A PDF beyond the limit."""
    return f"超过 {most:,} 页：先拆成几个文件 / more than {most:,} pages"


def scan(how: str) -> str:
    """A scan where nothing recognises words."""
    return (
        f"扫描件，没有文字层；要识别文字，先安装：{how}，再重新读入 / "
        f"a scan without a text layer; to have it recognised: {how}, then ingest it again"
    )


def long_scan(most: int) -> str:
    """A scan beyond the limit."""
    return f"扫描件超过 {most} 页：先拆成几个文件 / a scan of more than {most} pages"


def slow_page(seconds: int) -> str:
    """A scanned page that takes too long."""
    return f"识别一页超过 {seconds} 秒 / a page took longer than {seconds} s to recognise"


def no_recognition(detail: object) -> str:
    """A scanned page on which Tesseract fails."""
    return f"Tesseract 识别不了其中一页（{detail}） / Tesseract could not recognise a page: {detail}"
