"""Tools that need the shared gold end with a clear line where it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import shared


def test_where_the_shared_gold_is_missing_a_line_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="the shared gold is not there"):
        shared.need(tmp_path)
    (tmp_path / "gold").mkdir()
    shared.need(tmp_path)
