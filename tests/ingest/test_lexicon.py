"""The lexicon speaks the language, not one document: its longer strings occur in two shared documents or have a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graph import plain as plain_yaml

LEXICON = Path(__file__).resolve().parents[2] / "ingest" / "lexicon"
# Lists of names with their sources: what they hold is true by its source, not by its use here.
SOURCED = {
    "bodies.yaml",
    "organizations.yaml",
    "verbs.yaml",
    "places.yaml",
    "persons.yaml",
    "groups.yaml",
    "bodies_in_english.yaml",
}
# Beside strings that are rarer: `# rare: 小额贷款, 标准厂房: terms of …`.
REASON = re.compile(r"#\s*rare:\s*(?P<words>[^:]+):\s*(?P<why>\S.{8,})")


def strings(value: object) -> Iterator[str]:
    """Every string of a YAML value, keys that are words included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def plain(text: str) -> list[str]:
    """The runs of Chinese characters of a string, as patterns are cut at their marks."""
    bare = re.sub(r"\[[^\]]*\]", " ", text)
    return [run for run in re.findall(r"[一-鿿]+", bare) if len(run) >= 4]


def twice(node: yaml.Node) -> Iterator[str]:
    """Every word that a list, and every key that a mapping holds more than once."""
    if isinstance(node, yaml.ScalarNode):
        return
    inner = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    listed = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else inner
    counts = Counter(one.value for one in listed if isinstance(one, yaml.ScalarNode))
    yield from (word for word, count in counts.items() if count > 1)
    for part in inner:
        yield from twice(part)


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.yaml")), ids=lambda path: path.name)
def test_no_list_says_a_word_twice(path: Path) -> None:
    assert list(twice(yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader))) == []


FILES = sorted(path.name for path in LEXICON.glob("*.yaml") if path.name not in SOURCED)


@pytest.mark.shared
@pytest.mark.parametrize("name", FILES)
def test_longer_strings_are_of_the_language(name: str, shared: Path) -> None:
    texts = ["".join(p.read_text("utf-8").split()) for p in sorted(shared.rglob("*.txt"))]
    raw = (LEXICON / name).read_text("utf-8")
    reasons = {word for match in REASON.finditer(raw) for word in re.findall(r"[一-鿿]+", match["words"])}
    words = {run for text in strings(plain_yaml.load(raw)) for run in plain(text)} - reasons
    rare = sorted(word for word in words if sum(word in text for text in texts) < 2)
    assert not rare, rare
