"""Ledgers spoilt at random, reproducibly: every case is a seed."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import xlsxwriter

Table = list[list[object]]

NASTY: Final[tuple[object, ...]] = (
    "", " ", "\u3000", "暂无信息", "无", "—", "#N/A", "NaN", "inf", "1e999", "-1", -5, 0, 1, 1.5,
    1e+300, -1e-300, 2**53, 1885, 9999, 30317, 1983.0, "１９８３", "二〇〇〇年", "80年代",
    "1985-1990年", "1990-1985", "19851990", "1983年底", "17栋", "十七", "一二十", "约20户",
    "10-12栋", "1,2,3", "85%", "0.85", "120%", "百分之八十", "是", "√", "×", "x", True, False,
    "合计", "小计：3", "注：以上", "示例小区", "小区名称", "一、东城区", "东城区", "dongcheng",
    "110101", "110102001", "999999", "北京市", "火星", "a\x00b", "\ufffd", "퟿", "a" * 3000,
    "=1+1", "\"", "'", ",", "\n", "\t", "a\nb,c\nd", "116.4", "39.9", 116.4, 39.9, 0.0, 180,
    "116°23′", "1.2亿元", "500元", "5,767.33", "C级", "已完成(2013年)", "十二五已完成", "业委会",
    "单位自管", "首钢物业", "{row}", "%s", "\\", "WGS84", "百度", "E" * 40, "1111027375142",
    1111027375142, 1.111027375142e+17, "1.11E+12",
)  # fmt: skip
HEADINGS: Final = (
    "小区编号", "小区名称", "区划代码", "区县", "街道", "社区", "建成年代", "建筑面积(㎡)",
    "建筑面积（万㎡）", "楼栋数", "户数", "居民数", "老年人口占比", "经度", "纬度", "坐标系",
    "结构类型", "产权性质", "管理方式", "抗震节能改造情况", "节能达标率", "危房鉴定",
    "基础类投资(万元)", "完善类投资(元)", "提升类投资", "社会资本(亿元)", "诉求件数", "同意率",
    "业主组织", "物业企业", "护栏拆除同意率", "必做", "最早年份", "最晚年份", "备注", "", "序号",
    "楼栋编号", "所属小区编号", "层数", "id", "name", "year", "投资(万元)",
)  # fmt: skip


def random_table(rng: random.Random) -> Table:
    """Return a ledger of a few rows with headings and cells of every sort."""
    width = rng.randint(1, 14)
    headings: list[object] = rng.sample(HEADINGS, width)
    if rng.random() < 0.8:
        headings[rng.randrange(width)] = rng.choice(("小区名称", "小区编号"))
    titles: Table = [["旧改台账 单位：万元"] for _ in range(rng.randint(0, 2))]
    rows = [[random_cell(rng, i) for _ in range(width)] for i in range(rng.randint(0, 8))]
    return [*titles, headings, *rows]


def random_cell(rng: random.Random, row: int) -> object:
    """Return a sound cell or, half the time, a nasty one."""
    return rng.choice(NASTY) if rng.random() < 0.5 else f"示范{row}"


def spoil_table(table: Table, rng: random.Random) -> Table:
    """Return a table with a few cells, rows or columns put out of order."""
    table = [list(row) for row in table]
    for _ in range(rng.randint(1, 6)):
        rng.choice(_TABLE_SPOILS)(table, rng)
    return table


def _any_cell(table: Table, rng: random.Random) -> None:
    row = rng.choice(table) if table else []
    if row:
        row[rng.randrange(len(row))] = rng.choice(NASTY)


def _drop_row(table: Table, rng: random.Random) -> None:
    if table:
        table.pop(rng.randrange(len(table)))


def _repeat_row(table: Table, rng: random.Random) -> None:
    if table:
        table.insert(rng.randrange(len(table) + 1), list(rng.choice(table)))


def _swap_cells(table: Table, rng: random.Random) -> None:
    row = rng.choice(table) if table else []
    rng.shuffle(row)


def _longer_row(table: Table, rng: random.Random) -> None:
    if table:
        rng.choice(table).extend(rng.choices(NASTY, k=rng.randint(1, 4)))


def _shorter_row(table: Table, rng: random.Random) -> None:
    row = rng.choice(table) if table else []
    del row[rng.randint(0, len(row)) :]


def _other_heading(table: Table, rng: random.Random) -> None:
    for row in table[:3]:
        if row:
            row[rng.randrange(len(row))] = rng.choice(HEADINGS)


def _blank_row(table: Table, rng: random.Random) -> None:
    table.insert(rng.randrange(len(table) + 1), [])


_TABLE_SPOILS: Final[tuple[Callable[[Table, random.Random], None], ...]] = (
    _any_cell,
    _any_cell,
    _any_cell,
    _drop_row,
    _repeat_row,
    _swap_cells,
    _longer_row,
    _shorter_row,
    _other_heading,
    _blank_row,
)


def spoil_bytes(content: bytes, rng: random.Random) -> bytes:
    """Return content with a few bytes changed, lost or doubled."""
    data = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        match rng.randrange(4):
            case 0:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del data[at : at + rng.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + rng.randint(1, 40)]
            case _:
                data[at:at] = rng.choice((b'"', b",", b"\n", b"\x00", b"\r", b"<", b"PK\x03\x04"))
    return bytes(data[: rng.randrange(len(data) + 1)] if rng.random() < 0.1 else data)


def as_text(table: Table, rng: random.Random) -> bytes:
    """Return a table as a text file of some dialect and encoding."""
    stream = io.StringIO()
    delimiter = rng.choice((",", ",", "\t", ";", "|"))
    quoting = rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    writer = csv.writer(
        stream, delimiter=delimiter, quoting=quoting, lineterminator=rng.choice(("\n", "\r\n"))
    )
    writer.writerows(table)
    encoding = rng.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"))
    return stream.getvalue().encode(encoding, "replace")


def as_workbook(table: Table, rng: random.Random) -> bytes:
    """Return a table as a workbook, now and then with merged cells, formulas and more sheets."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    for name in rng.sample(("台账", "Sheet2", "楼栋"), rng.randint(1, 2)):
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell)
        if len(table) > 3 and rng.random() < 0.3:
            top, left = rng.randrange(len(table) - 1), rng.randrange(4)
            sheet.merge_range(top, left, top + 1, left + rng.randrange(2), rng.choice(HEADINGS))
        if rng.random() < 0.2:
            sheet.write_formula(len(table), rng.randrange(4), "=1+1", None, "")
    book.close()
    return stream.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: object) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, str(cell).replace("\x00", ""))


def spoil_parts(content: bytes, rng: random.Random) -> bytes:
    """Return a workbook whose container is whole but one of whose parts is spoilt."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        spoilt = rng.choice([n for n in names if "sheet" in n or "workbook" in n or "shared" in n])
        for name in names:
            part = old.read(name)
            new.writestr(name, spoil_bytes(part, rng) if name == spoilt else part)
    return stream.getvalue()


def spoilt_ledger(seed: int, tables: list[Table], folder: Path) -> Path:
    """Write the ledger of one case and return where it is."""
    rng = random.Random(seed)
    table = spoil_table(rng.choice([*tables, random_table(rng)]), rng)
    is_workbook = rng.random() < 0.4
    content = as_workbook(table, rng) if is_workbook else as_text(table, rng)
    if rng.random() < 0.3:
        content = spoil_bytes(content, rng)
    elif is_workbook and rng.random() < 0.3:
        content = spoil_parts(content, rng)
    path = folder / f"case{seed}.{'xlsx' if is_workbook else 'csv'}"
    path.write_bytes(content)
    return path
