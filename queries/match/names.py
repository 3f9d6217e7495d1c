"""The names of a graph, to be found in a sentence: written out, shortened, in English, or described by their parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

import ahocorasick_rs as aho

from graph import ontology, stores
from queries.match import lexicon, pinyin

LONGEST = 40
_PART = 0.55  # from here on the end of a name, which says what it is, was not said
_DEIXIS = re.compile(r"[本该我其此这那]|the |this |our ")
_NUMBER = re.compile(r"第(\d{4,})号")
_DOCUMENT = re.compile(r"(?P<head>[\u3400-\u9fff]+)〔(?P<year>\d{4})〕(?P<number>\d+)号")
_WORD = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Thing:
    """A node that a name may mean."""

    id: str
    label: str
    name: str
    documents: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """A thing with how well some words fit its name; smaller is better, 0 is the name itself."""

    thing: Thing
    misfit: float


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a sentence, by offsets, that name something; the best candidates of each label first."""

    start: int
    end: int
    meant: tuple[Meant, ...]

    def region(self) -> Thing | None:
        """The region that the words may name."""
        return next((m.thing for m in self.meant if m.thing.label == "Region"), None)


Piece = tuple[str, ...]  # ways to write one part of a name; any of them must be in it


class Names:
    """All names of one graph, indexed once."""

    def __init__(self, things: Iterable[tuple[Thing, Sequence[str]]]) -> None:
        self.forms: dict[str, list[Meant]] = defaultdict(list)
        self.places: set[str] = set()
        self.parts: list[tuple[str, Thing]] = []
        self.grams: dict[str, set[int]] = defaultdict(set)
        listed = list(things)
        self.places = {lexicon.place(lexicon.fold(t.name)) for t, _ in listed if t.label == "Region"}
        for thing, others in listed:
            self._add(thing, others)
        self.bodies = self._add_bare([thing for thing, _ in listed if thing.label == "Agency"])
        self.heads: dict[tuple[str, str], list[str]] = defaultdict(list)
        for number in filter(None, map(_DOCUMENT.fullmatch, self.forms)):
            self.heads[number["year"], number["number"]].append(number["head"])
        self.words = [form for form in self.forms if form]
        self.automaton = aho.AhoCorasick(self.words, matchkind=aho.MatchKind.LeftmostLongest)

    def _add(self, thing: Thing, others: Sequence[str]) -> None:
        name = lexicon.fold(thing.name)
        aliases = [alias for alias in map(lexicon.fold, others) if self._tells(thing, alias)]
        forms = [(name, 0.0), *((alias, 0.1) for alias in aliases)]
        forms += [(lexicon.shorten(form), misfit + 0.1) for form, misfit in forms]
        numbered = {"Proposal": 0.1, "Document": 0.3}.get(thing.label)  # a reply is known by what it answers
        forms += [(match[1], numbered) for match in [_NUMBER.search(name)] if match and numbered]
        if thing.label == "Mechanism":  # a joint meeting is a joint meeting whether or not it is called a system
            forms += [(re.sub("制度$|机制$", "", form), misfit + 0.1) for form, misfit in forms]
        if thing.label == "Region":
            forms += [(lexicon.place(name), 0.05)]
            forms += [(lexicon.fold(form), 0.05) for form in lexicon.english_places().get(thing.code, ())]
        for form in dict.fromkeys(form for form, _ in forms):
            if len(form) > 1 and (lexicon.HAN.search(form) or len(form) > 3):
                self.forms[form].append(Meant(thing, min(m for f, m in forms if f == form)))
        for whole in dict.fromkeys(form for full in (name, *aliases) for form in (lexicon.shorten(full), full)):
            self._index(whole, thing)

    def _add_bare(self, agencies: Sequence[Thing]) -> re.Pattern[str]:
        """Bodies without their place: 金融监管局 is the only one of the graph, 财政厅 is some body where there are several."""
        several: dict[str, list[Thing]] = defaultdict(list)
        for thing in agencies:
            full, brief = lexicon.fold(thing.name), lexicon.shorten(lexicon.fold(thing.name))
            for bare in {name[place.end() :] for name in (full, brief) if (place := lexicon.any_place().match(name))}:
                if len(bare) > 2 and bare not in lexicon.load().heads:
                    several[bare].append(thing)
        for bare, things in several.items():
            if len(things) == 1:
                self.forms[bare].append(Meant(things[0], _PART - 0.05))
        return re.compile(lexicon.any_of(map(re.escape, several)) or "(?!)")

    def _tells(self, thing: Thing, alias: str) -> bool:
        """Whether an alias means something outside its document: no 本政策, no bare 示范区, no zone called 桂林."""
        known = lexicon.load()
        if _DEIXIS.match(alias) or alias in known.heads or alias in known.english:
            return False
        return thing.label == "Region" or not (alias in self.places or lexicon.place(alias) in self.places)

    def _index(self, whole: str, thing: Thing) -> None:
        number = len(self.parts)
        self.parts.append((whole, thing))
        for at in range(len(whole) - 1):
            self.grams[whole[at : at + 2]].add(number)

    # ---- written names ----------------------------------------------------------------------------------------------

    def written(self, text: str) -> Iterator[Found]:
        """Names and their known short forms as they stand in a folded sentence, the longest at each place."""
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            word = self.words[index]
            if _WORD.match(word) and _WORD.match(text[start - 1 : start]):
                continue
            if _WORD.match(word[-1]) and _WORD.match(text[end : end + 1]):
                continue
            yield Found(start, end, ranked(self.forms[word]))

    # ---- names in Latin letters -------------------------------------------------------------------------------------

    def numbered(self, letters: str, year: str, number: str) -> str:
        """The document number of the graph with this head in pinyin, this year and this running number; empty if none."""
        spelt = (h for h in self.heads.get((year, number), ()) if pinyin.length(letters.lower(), h) == len(h))
        return next((f"{head}〔{year}〕{number}号" for head in spelt), "")

    def spelt(self, letters: str) -> str:
        """The two or more characters that letters spell in the most names; empty where no name has such."""
        if not pinyin.possible(letters):
            return ""
        held: Counter[str] = Counter()
        for gram in (gram for gram in self.grams if pinyin.begins(letters, gram)):
            for number in self.grams[gram]:
                rest = self.parts[number][0].partition(gram)
                size = pinyin.length(letters, gram + rest[2])
                held[(gram + rest[2])[:size]] += size > 1
        return min(held, key=lambda piece: (-held[piece], piece), default="")

    # ---- described names --------------------------------------------------------------------------------------------

    def described(self, pieces: Sequence[Piece]) -> tuple[Meant, ...]:
        """Things whose names hold every piece, whatever the order; for English, where the order is another."""
        wanted = [[part for part in piece if len(part) > 1] for piece in pieces]
        if not any(part not in lexicon.load().heads for piece in wanted for part in piece) or not all(wanted):
            return ()
        sets = [set().union(*(self.grams.get(part[:2], set()) for part in piece)) for piece in wanted]
        found = []
        for number in set.intersection(*sets):
            whole, thing = self.parts[number]
            held = [next((part for part in piece if part in whole), "") for piece in wanted]
            if all(held):
                found.append(Meant(thing, _misfit(whole, held)))
        return ranked(found)

    def composed(self, chunk: str) -> tuple[Meant, ...]:
        """Things whose names hold the words of a Chinese chunk in its order: 桂林示范区, 绿色金融方案."""
        place, of, rest = chunk.partition("的")
        if of and not (place in self.places and self.bodies.fullmatch(rest)):
            return ()
        brief = lexicon.shorten(place + rest)
        if len(lexicon.HAN.findall(brief)) < 3:
            return ()
        both = self.grams.get(brief[:2], set()) & self.grams.get(brief[-2:], set())
        found = []
        for number in both:
            whole, thing = self.parts[number]
            held = _pieces(brief, whole)
            if held and any(piece not in lexicon.load().heads for piece in held):
                found.append(Meant(thing, 0.2 if whole == brief else _misfit(whole, held)))
        return ranked(found)

    def beginning(self, words: Sequence[str]) -> tuple[Meant, ...]:
        """Things whose names begin with one of these words."""
        found = (self.parts[n] for word in words for n in self.grams.get(word[:2], ()))
        return ranked(Meant(thing, 0.6) for whole, thing in found if whole.startswith(tuple(words)))

    def part_of(self, word: str, labels: Sequence[str]) -> bool:
        """Whether some name of these kinds holds the word."""
        brief = lexicon.shorten(word)
        some = self.grams.get(brief[:2], set())
        return any(brief in self.parts[n][0] and self.parts[n][1].label in labels for n in some)

    def at_place(self, region: Thing, labels: Sequence[str]) -> tuple[Meant, ...]:
        """Zones and the like in a region by their names; of agencies only its government."""
        place = lexicon.place(lexicon.fold(region.name))
        found = [
            Meant(thing, 1.0) for whole, thing in (self.parts[n] for n in self.grams.get(place[:2], ()))
            if thing.label in labels and place in whole and (thing.label != "Agency" or whole.endswith("政府"))
            and (thing.label != "Agency" or whole in (f"{place}政府", f"{place}市政府", f"{place}省政府", f"{place}自治区政府"))
        ]  # fmt: skip
        return ranked(found)


def of_store(store: stores.Store, english: Callable[[str, str], str | None] = lambda label, name: None) -> Names:
    """The names of everything in a graph; `english` gives what a thing of a kind is called where only its name is known."""
    text = resources.files(__package__).joinpath("names.cypher").read_text("utf-8")
    return Names(_thing(dict(zip(_COLUMNS, row, strict=True)), english) for row in store.run(text).rows)


_COLUMNS = ("id", "label", "name", "name_en", "aliases", "number", "code", "documents")


def _thing(row: dict[str, stores.Cell], called: Callable[[str, str], str | None]) -> tuple[Thing, list[str]]:
    aliases = row["aliases"] if isinstance(row["aliases"], list) else []
    documents = row["documents"] if isinstance(row["documents"], int) else 0
    english = ontology.load().target_groups.get(str(row["name"])) if row["label"] == "TargetGroup" else None
    spelt = called(str(row["label"]), str(row["name"]))
    others = [str(name) for name in (*aliases, row["name_en"], row["number"], english, spelt) if name]
    return Thing(str(row["id"]), str(row["label"]), str(row["name"]), documents, str(row["code"] or "")), others


def ranked(found: Iterable[Meant]) -> tuple[Meant, ...]:
    """Each thing once, best first: the better fit, then the thing that more documents speak of."""
    best: dict[str, Meant] = {}
    for one in found:
        if one.thing.id not in best or one.misfit < best[one.thing.id].misfit:
            best[one.thing.id] = one
    found = sorted(best.values(), key=lambda m: (m.misfit, -m.thing.documents, m.thing.id))
    # Where the words are a whole name, things that merely have them somewhere in theirs are not meant.
    return tuple(m for m in found if found[0].misfit >= _PART or m.misfit < _PART)


def _misfit(whole: str, held: Sequence[str]) -> float:
    """0.3, and more where the words are not the ends of the name, which tell most."""
    ends = (0.0 if whole.startswith(held[0]) else 0.1) + (0.0 if any(whole.endswith(h) for h in held) else 0.3)
    return round(0.3 + ends, 1)


def _pieces(chunk: str, whole: str) -> list[str]:
    """The chunk cut into the longest pieces of two or more characters that follow one another in the name."""
    held, at = [], 0
    while chunk:
        size = next((n for n in range(len(chunk), 1, -1) if len(chunk) - n != 1 and whole.find(chunk[:n], at) >= 0), 0)
        if not size:
            return []
        held.append(chunk[:size])
        at = whole.index(chunk[:size], at) + size
        chunk = chunk[size:]
    return held
