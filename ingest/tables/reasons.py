"""Why a cell or a row of a table does not fit, in the words that a person reads, Chinese first."""

from __future__ import annotations

from collections.abc import Sequence

NO_DATE = "读不出日期 / no date that can be read"
NO_YEAR = "读不出年份 / no year that can be read"
NO_NUMBER = "读不出数字 / no number that can be read"
NO_SUM = "读不出金额 / no sum of money that can be read"
NO_UNIT = (
    "不知道金额的单位：写在表头，如 金额（万元），或写在 unit 里 / "
    "the unit of the sum is not known: name it in the header, as in 金额（万元）, or under `unit`"
)
NO_RECEIVER = "没有写给谁，金额照收 / who gets it is not named; the sum is kept"
NO_STATUS = "认不出状态：在 values 里写明含义 / no status that is known: say under `values` what it means"
NO_NAME = "对应的各列里没有名称 / nothing is named in the columns of the mapping"
NO_PLACE = "没有这个名称的行政区划 / no division of this name is known"
NO_RESULT = (
    "公式的结果不在文件里：用表格软件打开并保存一次，或另存为 CSV / "
    "a formula whose result is not in the file: open it in a spreadsheet program and save it, or export the sheet as CSV"
)
SCATTERED = (
    "单元格的文字在 PDF 里不连在一起：请把这一行录入 .xlsx / "
    "its words do not stand together in the text of the page; type the row into a workbook (.xlsx)"
)
EMPTY = "没有填了内容的单元格 / no filled cell was found in it"
NO_TABLE = (
    "文档的正文里没有找到表：把表复制到 .xlsx，列对应文件放在 .xlsx 旁边 / "
    "no table was found in the text of the document; copy the table into a workbook (.xlsx) and give that the mapping"
)
NO_RULES = (
    "PDF 里没有找到有框线的表：把表复制到 .xlsx，列对应文件放在 .xlsx 旁边 / "
    "no table with ruled lines was found in the PDF; copy the table into a workbook (.xlsx) and give that the mapping"
)
NOTHING_SAID = "看不出各行说的是什么 / what its rows say is not plain"
NO_HEADER = (
    "没有认出表头：在列对应文件里写明行号，如 header: 3 / "
    "no header was found: name its rows in a mapping, as in `header: 3`"
)
HIDDEN = (
    "工作表是隐藏的，没有读：取消隐藏，或在 sheet 里写出它的名称 / "
    "a hidden sheet, not read: show it in the workbook, or name it under `sheet`"
)

PAGE = "文件是网页，不是表格：把扩展名改成 .html / a web page under the name of a table; give it the ending .html"
NO_DELIMITED = "不是能读的表格 / no table that can be read"
DAMAGED = "工作簿已损坏 / a damaged workbook"
ENTITIES = "工作簿里有实体定义，不读 / a workbook with entity definitions, refused"


def too_large(rows: int, columns: int, filled: int) -> str:
    """A table beyond the limits."""
    return (
        f"表格超过 {rows:,} 行、{columns:,} 列或 {filled:,} 个单元格 / "
        f"a table of more than {rows:,} rows, {columns:,} columns or {filled:,} cells"
    )


def hidden_cells(page: int) -> str:
    """A table in a PDF whose letters cannot be told apart by their places."""
    return (
        f"第 {page} 页有罕见字符，分不出表格的单元格：请把表录入 .xlsx / "
        f"rare characters on page {page} hide where the cells of its table are; type the table into a workbook (.xlsx)"
    )


def no_sheet(wanted: Sequence[str], there: Sequence[str]) -> str:
    """A workbook without the sheets that a mapping names."""
    return f"没有工作表 {'、'.join(wanted)}，有 {'、'.join(there)} / no sheet {', '.join(wanted)}; it has {', '.join(there)}"


def no_header(columns: Sequence[str]) -> str:
    """A table in which no row has the columns of a mapping."""
    return f"没有找到含有这些列的表头：{'、'.join(columns)} / no header with the columns {', '.join(columns)}"


def no_columns(missing: Sequence[str], there: Sequence[str]) -> str:
    """A header that lacks columns of a mapping."""
    return (
        f"列对应文件写了表里没有的列：{'、'.join(missing)}；表头有 {'、'.join(there)} / "
        f"the mapping names columns that are not there: {', '.join(missing)}; the header has {', '.join(there)}"
    )


def other_table(row: int) -> str:
    """A row that is the header of a second table."""
    return (
        f"这里开始另一个表：在 tables 下另写一段，写明 header: {row} / "
        f"another table begins here: give it a part of its own under `tables`, with `header: {row}`"
    )


def same_row(row: int) -> str:
    """A row that says the same as another."""
    return f"与第 {row} 行相同，只算一次 / the same as row {row}, counted once"


def no_relation(predicate: str, subject: str, target: str) -> str:
    """Two things between which the ontology has no such claim."""
    return f"{subject} 与 {target} 之间没有 {predicate} 关系 / {predicate} does not run from {subject} to {target}"


def no_property(kind: str, name: str) -> str:
    """A cell that is no value of a property's type."""
    return f"{name} 要填 {kind} / no {kind} for {name}"


def other_value(row: str, value: object, name: str) -> str:
    """A cell that says otherwise than an earlier row of the same thing."""
    return f"第 {row} 行说{name}的是 {value} / row {row} says {value} for the same {name}"
