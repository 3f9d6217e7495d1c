"""The ask box: a sentence, the question it was taken for, the words that gave each parameter, and other readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import streamlit as st

import queries
from app_pages import data, nav, texts, widgets
from app_pages.widgets import el
from ingest import naming
from queries import match

_LONG = {"zh": 24, "en": 90}  # characters of a name that may be said in an example


@st.cache_resource(show_spinner=False, max_entries=2)
def _names(where: str, built: str, english: bool) -> match.Names:
    return match.of_store(data.the_store(), naming.english) if english else match.of_store(data.the_store())


def names() -> match.Names:
    """The names that sentences may hold, indexed once for each build of the graph; on English pages also by the names that
    they are shown with."""
    return _names(str(data.target()), data.the_library().built() or "", texts.lang() == "en")


def box(cls: str = "", sentence: str = "") -> widgets.El:
    """The field for a sentence; what is sent leads to the page of questions."""
    hint = texts.say("ask.hint")
    field = el("input", type="search", name="q", value=sentence, placeholder=hint, label=hint)
    button = el("button", texts.say("ask.go"), type="submit")
    return el("form", field, button, cls=f"search ask {cls}".strip(), role="search", act=nav.href("questions"))


def examples() -> widgets.El:
    """Sentences that this very graph can answer, made with names that it holds."""
    links = [
        el("a", sentence, cls="chip", href=nav.href("questions", q=sentence))
        for sentence in _sentences(data.the_library().built() or "", texts.lang())
    ]
    return el("div", el("span", texts.say("ask.examples"), cls="lead"), *links, cls="chips examples")


@st.cache_data(show_spinner=False, max_entries=8)
def _sentences(built: str, language: str) -> list[str]:
    """Only what is understood and has an answer is proposed, made with the best connected things that allow it."""
    cities = _named("Region")
    tried = (
        (texts.say("ask.example.zone", name=zone) for zone in _named("DemonstrationZone")),
        (texts.say("ask.example.policy", name=policy) for policy in _named("Policy")),
        (texts.say("ask.example.regions", one=one, two=two) for one, two in pairwise(cities)),
        (texts.say("ask.example.conflicts"),),
    )
    first = (next((sentence for sentence in sentences if _answered(sentence)), "") for sentences in tried)
    return [sentence for sentence in first if sentence]


def _answered(sentence: str) -> bool:
    choice = match.understand(sentence, names()).choice
    return choice is not None and bool(queries.ask(data.the_store(), choice.query, choice.params, limit=1).rows)


_TRIED = 5


def _named(kind: str) -> list[str]:
    """Names of the best connected things of a kind that are short enough to be said."""
    found = [widgets.name_of(thing) for thing in data.of_kind(kind, 30)]
    return [name for name in found if len(name) <= _LONG[texts.lang()] and (kind != "Region" or _is_city(name))][
        :_TRIED
    ]


def _is_city(name: str) -> bool:
    return name.isascii() if texts.lang() == "en" else name.endswith("市")


def show(sentence: str, answer: Callable[[queries.Query, Mapping[str, str]], None]) -> None:
    """Draw what a sentence was taken for; `answer` draws the rows of a question."""
    found = match.understand(sentence, names())
    if found.choice is None:
        widgets.show(el("main", _declined(found)), "ask.understood")
        return
    query = queries.get(found.choice.query)
    widgets.show(el("main", _understood(query, found)), "ask.understood")
    answer(query, {name: str(value) for name, value in found.choice.params.items()})


def _understood(query: queries.Query, found: match.Understood) -> widgets.El:
    choice = found.choice
    assert choice is not None
    params = {param.name: param for param in query.params}
    rows = [_word(used, choice, params) for used in choice.used]
    return el(
        "div",
        el("h1", texts.pick(query.question_zh, query.question_en)),
        el("div", el("span", texts.say("ask.understood"), cls="lead"), *rows, cls="understood"),
        el("p", el("a", texts.say("ask.change"), cls="more", href=address(choice))),
        _others(found.alternatives, "ask.others"),
        cls="title-block",
    )


def _word(used: match.Used, choice: match.Choice, params: Mapping[str, queries.Param]) -> widgets.El:
    words = el("bdi", f"“{widgets.clip(used.words, 60)}”")
    if not used.param:
        return el("span", words, cls="word cue")
    param = params[used.param]
    name = el("bdi", widgets.clip(choice.shown[used.param], 60))
    value = choice.params[used.param]
    thing = data.things([str(value)]).get(str(value)) if param.type == "node" else None
    shown = widgets.thing_link(thing, 60) if thing else el("strong", name)
    return el(
        "span", words, " → ", texts.pick(param.zh, param.en), "：" if texts.lang() == "zh" else ": ", shown, cls="word"
    )


def address(choice: match.Choice) -> str:
    """The form of a question, filled in as far as the sentence goes."""
    filled = {f"p.{name}": str(value) for name, value in choice.params.items()}
    return nav.href("questions", name=choice.query, **filled)


def _others(choices: Sequence[match.Choice], title: str) -> widgets.El | None:
    if not choices:
        return None
    links = [el("a", _caption(choice), cls="chip", href=address(choice)) for choice in choices]
    return el("div", el("span", texts.say(title), cls="lead"), *links, cls="chips")


def _caption(choice: match.Choice) -> str:
    query = queries.get(choice.query)
    spoken = widgets.spoken(choice.shown.values())
    filled = texts.listed(widgets.clip(spoken.get(name, name), 30) for name in choice.shown.values())
    return f"{texts.pick(query.title_zh, query.title_en)}{f' · {filled}' if filled else ''}"


def _corrected(sentences: Sequence[str]) -> widgets.El | None:
    """The sentence with a name that is written much alike, to be asked with one click."""
    if not sentences:
        return None
    links = [el("a", widgets.clip(one, 80), cls="chip", href=nav.href("questions", q=one)) for one in sentences]
    return el("div", el("span", texts.say("ask.corrected"), cls="lead"), *links, cls="chips")


def _declined(found: match.Understood) -> widgets.El:
    """Say that the sentence is not understood and why, with what comes nearest."""
    unknown = texts.listed(f"“{widgets.clip(word, 30)}”" for word in found.unknown)
    why = texts.say(f"ask.why.{found.why}", words=unknown) if unknown or found.why in ("outside", "question") else ""
    return el(
        "div",
        el("div", el("h2", texts.say("ask.unknown")), el("p", why) if why else None, cls="notice ask-declined"),
        _corrected(found.corrected),
        _others(found.alternatives, "ask.nearest"),
        examples(),
        cls="declined",
    )
