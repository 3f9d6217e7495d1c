"""Processor time of a piece of work: what it takes on a quiet machine, whatever else runs on this one."""

from __future__ import annotations

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def spent() -> float:
    """Seconds of processor that this process and its children have had so far: worker, server and importer too."""
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system + sum(map(_of, _children()))


def _children() -> list[int]:
    return [int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


def _of(pid: int) -> float:
    try:
        # The name of a program, in brackets, may hold blanks; user and system time are the 14th and 15th field.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK
