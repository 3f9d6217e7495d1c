"""What a person may type: an allow-list on the parse tree, so that no spelling of a forbidden clause gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator

import cypherast
from cypherast import ast

from graph import errors

LONGEST, DEEPEST = 8_192, 64
# A server plans subqueries within subqueries without looking at its clock, hundreds of them for hours.
DEEPEST_BRACES = 8
DEEPEST_TREE = 256
STEPS, REPEATS = 8, 3
NUMBERS = 10_000
# A list that holds a variable twice, put into such a list again and again, is walked as a tree of 2, 4, 8, … leaves.
HELD = 12
_DIALECT = "neo4j5"
_PROCEDURES = frozenset(("db.labels", "db.relationshiptypes", "db.propertykeys"))
_FUNCTIONS = frozenset(
    "abs avg ceil coalesce collect count date degrees duration elementid endnode exists exp floor head id isempty keys labels last left "
    "length log log10 lower ltrim max min nodes none any all single nullif pi properties rand range reduce relationships replace reverse "
    "right round rtrim sign size split sqrt startnode stdev substring sum tail toboolean tofloat tointeger tolower tostring toupper trim "
    "type upper valuetype char_length shortestpath allshortestpaths year month day toset toboolean isnan point distance".split()
)
_ALLOWED = frozenset(
    "Literal Null Boolean Integer Float String Parameter Identifier Star PropertySelector Property LabelPredicate Map List ListSubscript "
    "ListSlice Range Alias Add Sub Mul Div Mod Pow EQ NEQ LT LTE GT GTE And Or Xor In StartsWith EndsWith Contains RegexMatch Not Neg "
    "IsNull FunctionCall Case Coalesce ListComprehension Quantifier ListLambda PatternComprehension MapProjection PatternPredicate "
    "CountSubquery LabelExpression NodePattern RelationshipPattern PathPattern Pattern ShortestPath Match Where With Return Unwind Order "
    "Ordered Skip Limit CallSubquery CallProcedure Union Query Cypher Yield".split()
)
_WALKS = (ast.ListComprehension, ast.ListLambda, ast.Quantifier)
# An engine may end a comment at one of these, or turn \\u0027 into a quote before it reads on; the parser here does neither.
_DISGUISE = re.compile(r"\\[uU]|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
# In a regular expression: how often, unless escaped or in (?i); and what makes the work grow without bound.
_REPEAT = re.compile(r"(?<!\\)(?<!\()[*+?{]")
_EXPLODES = re.compile(r"\)[*+?{]|\\[1-9k]")


def check(text: str) -> None:
    """Let reading queries pass. Raises QueryRefused, in Chinese and English, for everything else."""
    if len(text.encode("utf-8")) > LONGEST:
        raise errors.QueryRefused(f"查询过长，上限 {LONGEST} 字节 / the query is longer than {LONGEST} bytes")
    if _DISGUISE.search(text):
        raise errors.QueryRefused(
            "不允许 \\u 转义和控制字符，请直接写出字符 / no \\u escapes or control characters: write the character itself"
        )
    for brackets, most in (("[({])}", DEEPEST), ("{}", DEEPEST_BRACES)):
        if _depth(text, brackets) > most:
            raise errors.QueryRefused(
                f"括号 {brackets} 嵌套过深，上限 {most} 层 / the brackets {brackets} nest deeper than {most} levels"
            )
    nodes = list(_walk(_tree(text.rstrip().removesuffix(";"))))
    for node in nodes:
        _admit(node)
    if sum(len(_held(node)) for node in nodes) > HELD:
        raise errors.QueryRefused(
            f"列表和映射里至多直接放 {HELD} 个变量 / list and map literals may hold at most {HELD} variables as they are"
        )


def _depth(text: str, brackets: str) -> int:
    level = deepest = 0
    for sign in text:
        if sign not in brackets:
            continue
        level += 1 if sign in "[({" else -1
        deepest = max(deepest, level)
    return deepest


def _tree(text: str) -> ast.AstNode:
    try:
        return cypherast.parse_one(text, _DIALECT)
    except (cypherast.CypherastError, RecursionError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "too complex"
        raise errors.QueryRefused(f"查询语法有误 / the query cannot be parsed: {reason}") from error


def _walk(root: ast.AstNode) -> Iterator[ast.AstNode]:
    """Every node of the tree, without recursion: a sum of 4,000 ones is a tree as deep."""
    waiting: list[tuple[object, int]] = [(root, 0)]
    while waiting:
        node, level = waiting.pop()
        if level > DEEPEST_TREE:
            raise errors.QueryRefused("表达式嵌套过深 / the query's expressions nest too deep")
        if isinstance(node, ast.AstNode):
            yield node
            waiting.extend((value, level + 1) for value in node.args.values())
        elif isinstance(node, list | tuple):
            waiting.extend((item, level) for item in node)
        elif isinstance(node, dict):
            waiting.extend((item, level) for item in node.values())


def _admit(node: ast.AstNode) -> None:
    kind = type(node).__name__
    if kind not in _ALLOWED:
        raise errors.QueryRefused(f"只允许读取，不允许 {kind} / only reading is allowed here, not {kind}")
    if isinstance(node, ast.RelationshipPattern):
        _admit_steps(node)
    if isinstance(node, ast.RegexMatch):
        _admit_pattern(node.expression)
    if isinstance(node, _WALKS):
        _admit_walk(node)
    if isinstance(node, ast.FunctionCall) and str(node.name).lower() not in _FUNCTIONS:
        raise errors.QueryRefused(f"不允许函数 {node.name} / the function {node.name} is not allowed")
    if isinstance(node, ast.FunctionCall) and str(node.name).lower() == "range":
        _admit_range(node)
    if isinstance(node, ast.CallProcedure) and str(node.name).lower() not in _PROCEDURES:
        raise errors.QueryRefused(f"不允许过程 {node.name} / the procedure {node.name} is not allowed")


def _admit_steps(node: ast.RelationshipPattern) -> None:
    if node.variable_length and node.max_hops is None:
        raise errors.QueryRefused(
            "可变长度路径须写明上限，如 *1..4 / a path of variable length needs an upper bound, such as *1..4"
        )
    if (node.max_hops or 0) > STEPS:
        raise errors.QueryRefused(f"路径上限为 {STEPS} 步 / a path may be at most {STEPS} steps long")


def _admit_walk(node: ast.AstNode) -> None:
    """A server looks at its clock between rows, never inside an expression: a list may not be walked for each item of another."""
    body = [part for name, part in node.args.items() if name != "source"]
    result = node.accumulator if isinstance(node, ast.ListLambda) else None
    if result is not None and any(str(result.this) in _held(inner) for inner in _walk(node.expression)):
        raise errors.QueryRefused(
            "reduce 的结果不可放进列表或映射 / the result of reduce may not go into a list or a map"
        )
    if any(isinstance(inner, _WALKS) for part in body if isinstance(part, ast.AstNode) for inner in _walk(part)):
        raise errors.QueryRefused(
            "列表运算里不可再套列表运算，请改用 UNWIND / no list operation inside a list operation: use UNWIND instead"
        )


def _held(node: ast.AstNode) -> list[str]:
    """The variables that a list or map literal holds as they are."""
    if not isinstance(node, ast.List | ast.Map):
        return []
    parts = [part[1] if isinstance(part, tuple) else part for value in node.args.values() for part in value or ()]
    return [str(part.this) for part in parts if isinstance(part, ast.Identifier)]


def _admit_range(node: ast.FunctionCall) -> None:
    """As many numbers as a query can want; so many that a server would count for minutes within one expression, never."""
    bounds = [_bound(one) for one in node.expressions]
    first, last, step = (*bounds, 1)[:3] if len(bounds) in (2, 3) else (None, None, None)
    if first is None or last is None or step is None or abs(last - first) > NUMBERS * abs(step):
        raise errors.QueryRefused(
            f"range 的界限须为写明的整数或 size(…)，至多 {NUMBERS} 个数 / the bounds of range must be whole numbers or size(…), "
            f"and it may hold at most {NUMBERS} numbers"
        )


def _bound(node: object) -> int | None:
    """The number that a bound is written as; 0 for the length of a list with or without a number added to it."""
    if isinstance(node, ast.Integer):
        return int(node.this)
    if isinstance(node, ast.Neg):
        inner = _bound(node.this)
        return None if inner is None else -inner
    if isinstance(node, ast.Add | ast.Sub):
        left, right = _bound(node.this), _bound(node.expression)
        if left is None or right is None:
            return None
        return left + right if isinstance(node, ast.Add) else left - right
    if isinstance(node, ast.FunctionCall) and str(node.name).lower() in ("size", "length"):
        return 0
    return None


def _admit_pattern(pattern: object) -> None:
    """Java's regular expressions backtrack, and no clock stops one on a server: only those that cannot explode."""
    text = pattern.this if isinstance(pattern, ast.String) else None
    if text is None:
        raise errors.QueryRefused("正则表达式须直接写出 / a regular expression must be written out as a text")
    if _EXPLODES.search(text) or len(_REPEAT.findall(text)) > REPEATS:
        raise errors.QueryRefused(
            f"正则表达式过于复杂：不可重复括号，至多 {REPEATS} 处 * + ? {{；可用 CONTAINS 代替 / this regular expression may take too "
            f"long: no repeated brackets and at most {REPEATS} of * + ? {{, or use CONTAINS"
        )
