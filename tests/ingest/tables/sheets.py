"""Three spreadsheets as offices make them, in our own words: awards, a list of zones, a directory in two languages."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import openpyxl

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows, merged: Iterable[str] = (), title: str = "Sheet1") -> bytes:
    """An XLSX file with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# ---- awards: a header of two rows, merged cells, sums by place -------------------------------------------------------

AWARDS: Rows = (
    ("附件1",),
    ("2020—2021年湖北省科技成果转化补助资金安排表",),
    ("", "", "", "", "", "单位：万元"),
    ("序号", "项目名称", "承担单位", "所在地", "推荐单位", "补助金额", "", "备注"),
    ("", "", "", "", "", "2020年", "2021年", ""),
    (1, "激光焊接装备中试线建设", "武汉甲光装备有限公司", "武汉市", "武汉市科技局", 120, 80.5, ""),
    (2, "北斗授时芯片工程化", "江城某大学", "", "", "", "1,200", "跨年拨付"),
    ("", "武汉市小计", "", "", "", 120, 1280.5, ""),
    (3, "磷石膏建材示范线", "宜昌乙化建材有限公司", "宜昌市", "宜昌市科技局", 60, "—", ""),
    (4, "柑橘采后商品化处理", "宜昌市农业农村局", "", "", 35, 40, ""),
    ("", "宜昌市小计", "", "", "", 95, 40, ""),
    ("合  计", "", "", "", "", 215, 1320.5, ""),
    ("注：2021年资金以实际拨付为准。",),
)
AWARDS_MERGED = (
    "A2:H2",
    "F3:H3",
    *(f"{c}4:{c}5" for c in "ABCDEH"),
    "F4:G4",
    "D6:D7",
    "E6:E7",
    "D9:D10",
    "E9:E10",
    "A13:H13",
)
AWARDS_FACTS = ["B6:G6", "B7:G7", "B9:G9", "B10:G10"]
AWARDS_BLANK = {"D7", "E7", "D10", "E10", "F7", "G9"}

# ---- zones: headings between the rows, sums, the rest of the table on a next page -------------------------------------

ZONE_HEAD = ("序号", "名称", "简称", "所在地", "批复时间", "批准机关", "批准文号")
ZONES: Rows = (
    ("全区高新技术产业开发区名录",),
    ZONE_HEAD,
    ("一、国家级高新区",),
    (1, "南宁高新技术产业开发区", "南宁高新区", "南宁", "1992年11月", "国务院", "国函〔1992〕169号"),
    (2, "桂林高新技术产业开发区", "桂林高新区", "桂林", "1991.3.6", "国务院", ""),
    ("小计", "2个"),
    ("续表",),
    ZONE_HEAD,
    ("二、自治区级高新区",),
    (3, "来宾高新技术产业开发区", "来宾高新区", "来宾", "2018/7/2", "自治区人民政府", "桂政函〔2018〕80号"),
    (4, "钦州高新技术产业开发区", "钦州高新区；钦州高新园", "钦州", "2013", "自治区人民政府", ""),
    ("小计", "2个"),
    ("总计", "4个"),
)
ZONES_MERGED = ("A1:G1", "A3:G3", "A7:G7", "A9:G9")
ZONES_FACTS = ["B4:G4", "B5:F5", "B10:G10", "B11:F11", "A3:A3", "A9:A9"]

# ---- a directory in two languages ------------------------------------------------------------------------------------

DIRECTORY = """\
编号 No.,机构名称 Agency,英文名称 English name,简称 Short name,类型 Type,所在地区 Region,上级机构 Parent body,网址 Website,来源 Source,更新时间 Updated
1,陕西省科学技术厅,Department of Science and Technology of Shaanxi Province,省科技厅,政府部门 government,陕西省,陕西省人民政府,kjt.example,厅官网,2024-03-01
2,西安市科学技术局,Xi'an Municipal Bureau of Science and Technology,市科技局,政府部门 government,西安市,西安市人民政府,,局官网,2024-03-01
3,西安某科技大市场,Xi'an Example Technology Market,,事业单位 public institution,西安市,西安市科学技术局,,局官网,2024/4/15
4,咸阳某某创新研究院,Xianyang Example Institute of Innovation,咸研院,社会组织 NGO,咸阳市,,,院网站,2023年12月
"""
DIRECTORY_FACTS = ["B2:G2", "B3:G3", "B4:C4", "E4:G4", "B5:F5"]


def awards() -> bytes:
    """Awards as a workbook."""
    return workbook(AWARDS, AWARDS_MERGED, "附件1")


def zones() -> bytes:
    """The list of zones as a workbook."""
    return workbook(ZONES, ZONES_MERGED, "名录")


def directory() -> bytes:
    """The directory as CSV in the encoding in which Chinese spreadsheets write it."""
    return DIRECTORY.encode("gb18030")
