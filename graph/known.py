"""Names that reference tables know: a short form or a name of a neighbouring kind that means just one thing of theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bearer:
    """A thing of a reference table under one of its names; `full`: its main name; `codes`: the regions where it lies."""

    id: str
    full: bool
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Names:
    """Bearers by a group of kinds and a name. Kinds in one group are those between which documents waver.

    `places` are the codes of regions by their short names.
    """

    groups: Mapping[str, str]
    bearers: Mapping[tuple[str, str], tuple[Bearer, ...]]
    places: Mapping[str, str]

    def meant(self, own: str) -> str | None:
        """The reference thing that an id by rule means: the one bearer of its name, first among those of its own kind.

        A name that is its region's only means a thing that lies there, or one that bears it in full or with a number
        in it (863计划): 科技重大专项 of a province is not the national one. None where two things bear the name.
        """
        label, _, name = own.partition("/")
        name, _, scope = name.partition("@")
        group = self.groups.get(label, "")
        found = self.bearers.get((group, name)) or self._led(group, name)
        if scope:
            found = tuple(b for b in found if b.full or _NUMBER.search(name) or any(near(scope, c) for c in b.codes))
        alike = {b.id for b in found if b.id.startswith(f"{label}/")} or {b.id for b in found}
        return next(iter(alike)) if len(alike) == 1 else None

    def _led(self, group: str, name: str) -> tuple[Bearer, ...]:
        """Bearers of a name without the place before it, if they lie there: 陕西杨凌农业高新技术产业示范区."""
        cut = next((n for n in (3, 2) if name[:n] in self.places), 0)
        found = self.bearers.get((group, name[cut:]), ()) if cut else ()
        return tuple(b for b in found if any(near(self.places[name[:cut]], code) for code in b.codes))


_NUMBER = re.compile(r"\d")


def names(
    groups: Sequence[Sequence[str]], rows: Iterable[tuple[str, Bearer]], places: Mapping[str, str] | None = None
) -> Names:
    """Names out of (id by rule, bearer) pairs; ids by rule of other kinds than those in `groups` are left out."""
    group = {label: kinds[0] for kinds in groups for label in kinds}
    found: dict[tuple[str, str], set[Bearer]] = defaultdict(set)
    for own, bearer in rows:
        label, _, name = own.partition("/")
        if label in group:
            found[(group[label], name.partition("@")[0])].add(bearer)
    return Names(group, {key: tuple(bearers) for key, bearers in found.items()}, places or {})


def near(first: str, second: str) -> bool:
    """Whether one region holds the other or is the other, by their codes (GB/T 2260).

    >>> near("450000", "450300"), near("450305", "450300"), near("450200", "450300")
    (True, True, False)
    """
    first, second = _stem(first), _stem(second)
    return first.startswith(second) or second.startswith(first)


def _stem(code: str) -> str:
    """What all codes inside a region begin with: 450000 → 45, 450300 → 4503."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
