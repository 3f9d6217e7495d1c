"""How long a table of 100,000 awards takes: read through its mapping, kept in a library, and made into the graph."""

from __future__ import annotations

import csv
import io
import resource
import tempfile
import time
from pathlib import Path

from graph import build, library, stores
from ingest import pipeline

ROWS = 100_000
HEADER = ("序号", "项目名称", "承担单位", "所在地", "主管部门", "补助金额（万元）", "年度", "立项时间", "来源")
PLACES = ("武汉", "宜昌", "襄阳", "黄石", "十堰", "荆州", "孝感", "黄冈", "咸宁", "随州")
BUREAUS = ("市科技局", "市经济和信息化局", "市发展改革委", "市农业农村局")
MAPPING = """\
document: {publisher: 湖北省科学技术厅, date: 2021-12-31}
entities:
  project: {type: Project, name: 项目名称}
  holder: {type: [Agency, Organization], name: 承担单位, region: 所在地}
  city: {type: Region, name: 所在地}
  agency: {type: Agency, name: 主管部门, region: 所在地}
claims:
  - holder LOCATED_IN city
  - holder MANAGES project
grants:
  - {amount: 补助金额（万元）, agency: agency, beneficiary: holder, year: 年度}
row: {cited: 来源}
"""


def table(rows: int = ROWS) -> str:
    """A CSV of awards; every thousandth has a sum that cannot be read."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for i in range(rows):
        place = PLACES[i % len(PLACES)]
        amount = "面议" if i % 1000 == 999 else f"{10 + i % 490}"
        name = f"{place}某{i // 4}科技有限公司"
        writer.writerow(
            (
                i + 1,
                f"第{i}号成果转化",
                name,
                place,
                BUREAUS[i % 4],
                amount,
                2018 + i % 5,
                f"{2018 + i % 5}-{1 + i % 12:02d}",
                "某公告",
            )
        )
    return out.getvalue()


def main() -> None:
    """Print seconds for ingest, for the same again, and for the build, and the memory that was needed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "awards.csv").write_text(table(), "utf-8")
        (folder / "awards.mapping.yaml").write_text(MAPPING, "utf-8")
        with library.open_library(folder / "library") as held:
            began = time.perf_counter()
            pipeline.ingest(held, [folder / "awards.csv"])
            read = time.perf_counter()
            pipeline.ingest(held, [folder / "awards.csv"])
            again = time.perf_counter()
            (entry,) = held.documents()
            listed = time.perf_counter()
            store = stores.open_store(folder / "library", writable=True)
            report = build.build(held, store)
            store.close()
            built = time.perf_counter()
    print(f"tables: {ROWS:,} rows ingested in {read - began:.1f} s, again in {again - read:.2f} s, listed in {listed - again:.2f} s; "
          f"{entry.entities:,} things, {entry.claims:,} claims, {entry.grants:,} sums, {entry.faults} cells that do not fit")  # fmt: skip
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"tables: built in {built - listed:.1f} s: {report.nodes:,} nodes, {report.edges:,} edges; {memory:,.0f} MB at most"
    )


if __name__ == "__main__":
    main()
