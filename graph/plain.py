"""YAML as plain values, by libyaml where it is there: pure Python takes ten times as long, which every start would feel."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(text: str) -> Any:
    """Mappings, lists and scalars of one YAML document; yaml.YAMLError where it is none."""
    return yaml.load(text, Loader=_LOADER)
