"""How long a table of 100,000 awards takes: read through its mapping, kept in a library, and made into the graph."""

from __future__ import annotations

import csv
import io
import resource
import tempfile
import time
from collections.abc import Callable
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


def timed(what: str, work: Callable[[], object]) -> None:
    """Print how long a piece of work takes, on the clock and of one processor."""
    clock, own = time.perf_counter(), time.process_time()
    work()
    print(
        f"tables: {what}: {time.perf_counter() - clock:.1f} s ({time.process_time() - own:.1f} s of a processor)",
        flush=True,
    )


def main() -> None:
    """Print the time of ingest, of the same again, of the list of documents and of the build, and the memory they need."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "awards.csv").write_text(table(), "utf-8")
        (folder / "awards.mapping.yaml").write_text(MAPPING, "utf-8")
        with library.open_library(folder / "library") as held:
            timed(f"{ROWS:,} rows ingested", lambda: pipeline.ingest(held, [folder / "awards.csv"]))
            timed("the same again", lambda: pipeline.ingest(held, [folder / "awards.csv"]))
            timed("listed", held.documents)
            (entry,) = held.documents()
            print(
                f"tables: {entry.entities:,} things, {entry.claims:,} claims, {entry.grants:,} sums, {entry.faults} cells that do not fit"
            )
            store = stores.open_store(folder / "library", writable=True)
            timed("built", lambda: build.build(held, store))
            store.close()
    print(f"tables: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


if __name__ == "__main__":
    main()
