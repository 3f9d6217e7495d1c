"""The page on quality: made from real scores, with a place to mend for every kind of error."""

from __future__ import annotations

import pytest

from tests import golden
from tools import quality

pytestmark = pytest.mark.shared


def test_the_page_tells_of_each_kind_of_error_what_would_mend_it() -> None:
    stem = golden.stems("dev")[0]
    case = next(c for c in quality._golden("dev") if c.name == stem)
    scored = quality.score([case])
    assert scored.report["entities"]["gold"] > 0
    page = quality.page({"shared": scored, "dev": scored, "held": scored}, {"other": scored})
    rows = [line.split(" | ") for line in page.split("what would mend it |\n")[1].splitlines()[1:]]
    kinds = {(what, quality._kind(what, kind)) for _, what, kind, _ in scored.errors}
    assert {(row[0].removeprefix("| "), row[1]) for row in rows} == kinds or len(rows) == quality.MOST
    assert all(row[4].strip(" |") for row in rows)


def test_examples_are_names_and_no_words_of_documents() -> None:
    case = next(quality._golden("dev"))
    missed = quality.Scored({}, ((case.name, "measure-", "planned", "words of a document"),), 1)
    (row,) = [line for line in quality._errors({"shared": missed, "dev": missed, "held": missed}) if "measure-" in line]
    assert "words of a document" not in row
