"""What is said to a wrong query, in both languages, with its place."""

from __future__ import annotations

import pytest

from graph import errors
from queries import guard, trouble

CASES = {
    "an open bracket": ("MATCH (n RETURN n", ")", 1, 10),
    "an end too soon": ("MATCH (n)\nRETURN n.name AS", "end of the query", 2, 17),
    "no clause": ("FOO", "MATCH", 1, 1),
    "an open text": ("RETURN 'abc", "quotation mark", 1, 8),
    "a word misspelt": ("MATCH (n)\nRETURN n.name AS name LIMT 5", "did you mean LIMIT", 2, 23),
    "a word too many": ("MATCH (n) RETURN n.name AS name 流程", "“流程” is not expected here", 1, 33),
    "an end after RETURN": ("MATCH (n) RETURN", "the end of the query", 1, 17),
    "a write": ("MATCH (n)\n  DELETE n", "only reading", 2, 3),
    "a function": ("MATCH (n) RETURN foo(n)", "foo", 1, 18),
    "a procedure": ("CALL dbms.components()", "dbms.components", 1, 6),
    "a path without end": ("MATCH (a)-[*]->(b) RETURN a", "upper bound", 1, 12),
    "a path too long": ("MATCH (a)-[*1..20]->(b) RETURN a", "8 steps", 1, 12),
    "brackets too deep": ("RETURN " + "(" * 70 + "1" + ")" * 70, "64 levels", 0, 0),
}
ENGINE = {
    "a variable": ("MATCH (n)\nRETURN m.name", "Schema error: Undefined variable 'm'", "called m", 2, 8),
    "a parameter": ("RETURN $x AS x", "Cypher execution error: Missing parameter: $x", "$x has no value", 1, 8),
    "a Chinese name": (
        "RETURN 1 AS 数",
        "Cypher syntax error: Unexpected character '数' at position 12",
        "backticks",
        1,
        13,
    ),
    "something else": ("RETURN 1/0 AS x", "Integer division by zero", "Integer division", 0, 0),
}


@pytest.mark.parametrize("name", CASES)
def test_what_the_check_refuses_has_its_place(name: str) -> None:
    text, said, line, column = CASES[name]
    with pytest.raises(errors.QueryRefused) as caught:
        guard.check(text)
    found = trouble.explain(text, caught.value)
    assert said in found.en
    assert (found.line, found.column) == (line, column)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in found.zh)
    assert " / " not in found.zh


@pytest.mark.parametrize("name", ENGINE)
def test_what_the_engine_refuses_has_its_place(name: str) -> None:
    text, error, said, line, column = ENGINE[name]
    found = trouble.explain(text, errors.QueryError(error))
    assert said in found.en
    assert (found.line, found.column) == (line, column)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in found.zh)
