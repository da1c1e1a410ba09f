"""Write the made-up district that ships with jiugai: ledgers, budget, outlines.

    python -m tools.make_sample [FOLDER]

Nothing in it is real: the district, its streets, estates, people, figures and place in a desert
are drawn from a seeded generator, so that everyone gets the same files.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import xlsxwriter

from tools.sample_district import CODE, outlines
from tools.sample_estates import COLUMNS, Row, Value, make_rows
from tools.sample_flaws import SUPPLEMENT_COLUMNS, spoil, supplement

SAMPLE: Final = Path(__file__).parent.parent / "src" / "jiugai" / "sample"
MADE: Final = datetime(2026, 6, 1)  # noqa: DTZ001 - a day, no clock

LEDGER: Final = "示范区小区台账.xlsx"
SUPPLEMENT: Final = "示范区街道补充台账.csv"
BUDGET: Final = "示范区预算.xlsx"
BORDERS: Final = "示范区界线.geojson"

BUDGET_LINES: Final = (
    ("中央", "基础类", (3200, 3200, 3000)),
    ("市级", "基础类、完善类", (6500, 6500, 6200)),
    ("区级", "全部", (7800, 8000, 8200)),
    ("街道", "完善类", (600, 600, 600)),
    ("社会资本", "提升类", (1200, 1400, 1600)),
    ("居民", "完善类+提升类", (500.5, 520.25, 540)),
    ("产权单位", "基础类", (900, 900, 900)),
    ("专业公司", "基础类", (1500, 1500, 1500)),
)


def ledger_bytes(rows: Sequence[Row]) -> bytes:
    """Return the workbook of the district's office: title, headings, rows, totals."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": "示范区为虚构", "created": MADE})
        sheet = book.add_worksheet("小区台账")
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EEF7"})
        title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        sheet.merge_range(
            0, 0, 0, len(COLUMNS) - 1, "示范区为虚构 · 老旧小区台账（演示用）", title
        )
        for column, heading in enumerate(COLUMNS):
            sheet.write_string(1, column, heading, head)
            sheet.set_column(column, column, 2 * len(heading) + 2)
        for line, row in enumerate(rows, start=2):
            for column, heading in enumerate(COLUMNS):
                _write(sheet, line, column, row[heading])
        _write_totals(sheet, rows)
        sheet.freeze_panes(2, 2)
    return content.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        sheet.write_string(line, column, value)
    elif value is not None:
        sheet.write_number(line, column, value)


def _write_totals(sheet: xlsxwriter.worksheet.Worksheet, rows: Sequence[Row]) -> None:
    last = len(rows) + 2
    sheet.write_string(last, 0, "合计")
    for heading in ("楼栋数", "户数", "居民数"):
        column = COLUMNS.index(heading)
        cells = [row[heading] for row in rows]
        letter = chr(ord("A") + column)
        total = sum(cell for cell in cells if isinstance(cell, int | float))
        sheet.write_formula(last, column, f"=SUM({letter}3:{letter}{last})", None, total)


def supplement_bytes(rows: Sequence[Row]) -> bytes:
    """Return the streets' ledger as an old system exports it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["示范区为虚构 · 街道补充台账（演示用）"])
    writer.writerow(SUPPLEMENT_COLUMNS)
    writer.writerows([row[column] for column in SUPPLEMENT_COLUMNS] for row in rows)
    return text.getvalue().encode("gb18030")


def budget_bytes() -> bytes:
    """Return the budget of three years."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": "示范区为虚构", "created": MADE})
        sheet = book.add_worksheet("预算")
        sheet.write_string(0, 0, "示范区为虚构 · 老旧小区改造资金安排（演示用）")
        sheet.write_row(1, 0, ["年度", "资金来源", "可用于", "金额(万元)"])
        for line, cells in enumerate(_budget_rows(), start=2):
            sheet.write_row(line, 0, cells)
        sheet.set_column(1, 2, 18)
    return content.getvalue()


def _budget_rows() -> Iterator[tuple[int, str, str, float]]:
    for index, year in enumerate((2026, 2027, 2028)):
        for source, classes, amounts in BUDGET_LINES:
            yield year, source, classes, amounts[index]


def sample_files() -> dict[str, bytes]:
    """Return every generated file of the sample by name."""
    rows = make_rows()
    return {
        LEDGER: ledger_bytes(spoil(rows)),
        SUPPLEMENT: supplement_bytes(supplement(rows)),
        BUDGET: budget_bytes(),
        BORDERS: (json.dumps(outlines(), ensure_ascii=False, indent=1) + "\n").encode(),
    }


def main() -> None:
    """Write the files into the package, or into the folder given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sample_files().items():
        (folder / name).write_bytes(content)
    sys.stdout.write(f"{CODE}: {folder}\n")


if __name__ == "__main__":
    main()
