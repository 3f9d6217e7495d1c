"""Where the shared gold lies, beside the project and no part of it; a clear line where it does not."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EVAL = ROOT.parent / "shared" / "eval"


def need(folder: Path = EVAL) -> None:
    """End the program with a line where the documents, their gold and the scorer are not there."""
    if not (folder / "gold").is_dir():
        sys.exit(f"the shared gold is not there: {folder} must hold docs/, gold/ and score.py")
