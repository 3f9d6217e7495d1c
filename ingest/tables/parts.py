"""YAML with the line of each field, so that what is wrong in a mapping can be found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

import yaml

from graph import errors


@dataclass(frozen=True)
class Part:
    """One piece of a YAML file: its path in it, its node, and where faults are noted. Every scalar is a text."""

    path: str
    node: yaml.Node
    faults: list[str]

    @property
    def line(self) -> int:
        """The line in the file, from 1 on."""
        return int(self.node.start_mark.line) + 1

    def fail(self, zh: str, en: str) -> None:
        """Note what is wrong here, in both languages."""
        self.faults.append(
            f"第 {self.line} 行，{self.path or '整个文件'}：{zh} / line {self.line}: {self.path or 'the file'}: {en}"
        )

    @property
    def is_fields(self) -> bool:
        """Whether it is a list of named fields."""
        return isinstance(self.node, yaml.MappingNode)

    def text(self) -> str:
        """The text of a scalar; a fault and an empty text where it is none."""
        if isinstance(self.node, yaml.ScalarNode):
            return "" if self.node.tag.endswith(":null") else str(self.node.value).strip()
        self.fail("这里要填一个值", "one value is expected here")
        return ""

    def items(self) -> list[Part]:
        """The parts of a list; one part alone is a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Part(f"{self.path}[{i + 1}]", node, self.faults) for i, node in enumerate(self.node.value)]
        return [self]

    def texts(self) -> tuple[str, ...]:
        """The texts of a list, or of one value alone."""
        return tuple(part.text() for part in self.items())

    def fields(self, known: Iterable[str] = ()) -> dict[str, Part]:
        """The fields by name. With `known`, others are faults."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("这里要写成带名称的各项", "named fields are expected here")
            return {}
        found = {
            str(key.value): Part(f"{self.path}.{key.value}".lstrip("."), value, self.faults)
            for key, value in self.node.value
        }
        allowed = tuple(known)
        for name in found if allowed else ():
            if name not in allowed:
                found[name].fail(*_meant(name, allowed))
        return found


def _meant(word: str, known: Iterable[str]) -> tuple[str, str]:
    listed = list(known)
    close = get_close_matches(word, listed, 1, 0.7)
    if close:
        return f"没有这一项，是不是 {close[0]}？", f"no such field; did you mean {close[0]}?"
    return f"没有这一项；可用 {'、'.join(listed)}", f"no such field; known are {', '.join(listed)}"


def load(name: str, text: str) -> Part:
    """The whole of a YAML file. Raises BadMapping where it is no YAML or empty."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise errors.BadMapping(name, [f"不是 YAML / not YAML: {' '.join(str(error).split())}"]) from error
    if node is None:
        raise errors.BadMapping(name, ["文件是空的 / the file is empty"])
    return Part("", node, [])
