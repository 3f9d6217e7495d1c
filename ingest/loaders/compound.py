"""Compound files, of old Office programs and of locked documents: told by their streams, with what a person can do."""

from __future__ import annotations

from ingest.loaders import reasons

_MAGIC = bytes.fromhex("d0cf11e0")
# Names of streams (MS-CFB keeps them in UTF-16) and what a file with one is; the first that is there says it.
_STREAMS = (
    (
        "EncryptedPackage",
        reasons.LOCKED,
    ),
    (
        "WordDocument",
        "旧的 .doc 格式：打开后另存为 .docx / a document in the old .doc format; open it and save it as .docx",
    ),
    (
        "Workbook",
        "旧的 .xls 格式：打开后另存为 .xlsx / a workbook in the old .xls format; open it and save it as .xlsx",
    ),
    ("Book", "旧的 .xls 格式：打开后另存为 .xlsx / a workbook in the old .xls format; open it and save it as .xlsx"),
)


def refusal(data: bytes) -> str:
    """Why a compound file cannot be read; empty for any other file."""
    if not data.startswith(_MAGIC):
        return ""
    found = (words for stream, words in _STREAMS if stream.encode("utf-16le") in data)
    return next(
        found,
        "旧 Office 程序的文件：打开后另存为 .docx、.xlsx 或 .pdf / a file of an old Office program; open it and save it as .docx, .xlsx or .pdf",
    )
