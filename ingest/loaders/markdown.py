"""Markdown to text: marks of headings, emphasis and links go, words and tables stay in order."""

from __future__ import annotations

import re

_RULES = (
    (re.compile(r"^(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+)\n", re.S), ""),
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.M), ""),
    (re.compile(r"^[ \t]*>[ \t]?", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\*)\*(?=[^\s*])([^*\n]+?)\*(?!\*)"), r"\1"),
    (re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$\n?", re.M), ""),
    (re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.M), r"\1"),
    (re.compile(r"(?<=\S)[ \t]*\|[ \t]*(?=\S)"), "\t"),
)


def text(source: str) -> str:
    """The words of a Markdown text, line by line."""
    for pattern, replacement in _RULES:
        source = pattern.sub(replacement, source)
    return source
