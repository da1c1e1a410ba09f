"""Files as they come: encodings, dialects, old and new workbooks, and what is no ledger."""

import io
import zipfile

import pytest

from jiugai.census import read_ledgers
from jiugai.census.files import open_ledgers
from jiugai.kernel.errors import InputError
from tests.core.census.builders import compound, old_workbook, text, with_part, workbook

ROWS = [["小区编号", "小区名称", "区县", "建成年代"], ["A1", "甲小区", "西城区", "1985年"]]
SHEET = "xl/worksheets/sheet1.xml"


def sheet_of(path):
    (file,) = open_ledgers([path])
    return next(file.sheets())


def refusal(path):
    """Return what is said of a file that cannot be used."""
    with pytest.raises(InputError) as told:
        read_ledgers([path], place="11")
    said = str(told.value)
    assert said.startswith(path.name)
    assert "；" in said, "It does not say what to do."
    return said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_a_text_ledger_is_read_in_any_encoding_and_dialect(tmp_path, encoding, delimiter):
    path = text(tmp_path / "a.csv", ROWS, encoding=encoding, delimiter=delimiter)
    assert sheet_of(path).top(2) == ROWS


def test_the_type_is_told_by_content_and_not_by_name(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ROWS).rename(tmp_path / "a.csv")
    assert sheet_of(path).top(2) == ROWS


def test_an_old_workbook_is_read(tmp_path):
    path = old_workbook(tmp_path / "a.xls", [*ROWS, ["A2", "乙小区", "东城", 1990.0]])
    found = read_ledgers([path], place="11")
    assert found.estates["built_year"].to_list() == [1985, 1990]


def test_quoted_cells_may_hold_delimiters_and_line_breaks(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('小区编号,小区名称\nA1,"甲,""新""\n小区"\nA2,乙\n', encoding="utf-8")
    assert sheet_of(path).top(3)[1:] == [["A1", '甲,"新"\n小区'], ["A2", "乙"]]


def test_a_stray_quote_costs_its_own_row_only(tmp_path):
    rows = [f"A{i},小区{i},西城区" for i in range(9)]
    rows[3] = 'A3,"小区3,西城区'
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["小区编号,小区名称,区县", *rows]), encoding="utf-8")
    assert read_ledgers([path], place="11").estates.height == 9


def test_a_damaged_byte_is_named_with_its_cell(tmp_path):
    content = "小区编号,小区名称\nA1,甲小区\nA2,乙小区\n".encode() * 1
    path = tmp_path / "a.csv"
    path.write_bytes(content.replace("乙".encode(), b"\xff\xfe"))
    (issue,) = read_ledgers([path], place="110102").issues.of("broken_text")
    assert (issue.row, issue.cell) == (3, "B3")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        (b" \r\n \n", "空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"Rar!\x1a\x07....", "RAR"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "HTML"),
        ("\ufeff <!DOCTYPE html><html>".encode(), "HTML"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
        (b'{"features": []}', "JSON"),
        (b"PK\x03\x04 cut off", "损坏"),
        (bytes(range(256)) * 40, "不是文字"),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert said in refusal(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "Word"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("xl/workbook.bin", "xlsb"),
        ("content.xml", "ODF"),
        ("a.csv", "压缩包"),
    ],
)
def test_other_containers_are_named(tmp_path, part, said):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert said in refusal(path)


def test_a_workbook_with_a_password_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(compound({"EncryptedPackage": b"secret"}))
    assert "密码" in refusal(path)


def test_an_old_document_is_refused(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"WordDocument": b"words"}))
    assert "Word" in refusal(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert "没有这个文件" in refusal(tmp_path / "no.csv")
    assert "文件夹" in refusal(tmp_path.joinpath("folder.csv").mkdir() or tmp_path / "folder.csv")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_workbook_cut_short_is_damaged(tmp_path, cut):
    path = workbook(tmp_path / "a.xlsx", ROWS)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * cut)])
    assert "损坏" in refusal(path)


def test_a_workbook_with_spoilt_xml_is_damaged(tmp_path):
    path = with_part(workbook(tmp_path / "a.xlsx", ROWS), "xl/workbook.xml", lambda b: b[:200])
    assert "损坏" in refusal(path)


def test_a_workbook_with_entities_is_damaged(tmp_path):
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    path = with_part(workbook(tmp_path / "a.xlsx", ROWS), "xl/workbook.xml", lambda _: bomb)
    assert "损坏" in refusal(path)


def test_a_part_that_claims_to_be_huge_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("jiugai.census.archive.MAX_UNPACKED", 1 << 16)
    spaces = b" " * (1 << 20)
    path = with_part(
        workbook(tmp_path / "a.xlsx", ROWS), SHEET, lambda b: b.replace(b"<sheetData>", spaces)
    )
    assert "压缩炸弹" in refusal(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(SHEET).file_size
    directory = content.rindex(SHEET.encode()) - 46
    content[directory + 24 : directory + 28] = (size - 10).to_bytes(4, "little")
    path.write_bytes(content)
    assert "压缩炸弹" in refusal(path)


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="2000000"><c r="XFD2000000"><v>1</v></c></row>',
        b'<row r="5"><c r="A4000000000"><v>1</v></c></row>',
        b'<row r="4000000000"><c><v>1</v></c></row>',
        b"<row r='9'><c r='XFD1048576'><v>1</v></c></row>",
        b'<row r="9"><c r = "XFD1048576"><v>1</v></c></row>',
    ],
)
def test_one_far_cell_does_not_cost_all_memory(tmp_path, cell):
    path = with_part(
        workbook(tmp_path / "a.xlsx", ROWS),
        SHEET,
        lambda b: b.replace(b"</sheetData>", cell + b"</sheetData>"),
    )
    assert "铺到" in refusal(path)


def test_a_wide_ledger_is_no_far_cell(tmp_path):
    rows = [[*ROWS[0], *(f"列{i}" for i in range(60))], ROWS[1]]
    path = workbook(tmp_path / "a.xlsx", rows)
    assert read_ledgers([path], place="11").estates.height == 1


def test_a_sheet_may_begin_anywhere_and_rows_keep_their_numbers(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [[], [], *[["", "", *row] for row in ROWS]])
    found = read_ledgers([path], place="11")
    where = found.provenance.of("A1", "built_year")
    assert (where.row, where.column) == (4, "F")


def test_formulas_without_a_value_and_errors_are_named(tmp_path):
    def finish(_book, sheet):
        sheet.write_formula(1, 3, "=1980+5", None, "")
        sheet.write_formula(2, 3, "=NA()", None, "#N/A")
        sheet.write_formula(3, 3, "=1980+6", None, 1986)

    rows = [ROWS[0], *[[f"A{i}", f"小区{i}", "西城区"] for i in range(3)]]
    path = workbook(tmp_path / "a.xlsx", rows, finish=finish)
    found = read_ledgers([path], place="11")
    assert found.estates["built_year"].to_list() == [None, None, 1986]
    assert [(i.cell, i.value) for i in found.issues.of("formula")] == [
        ("D2", "=…"),
        ("D3", "#N/A"),
    ]


def test_two_files_of_one_name_keep_apart(tmp_path):
    paths = []
    for name in "ab":
        (tmp_path / name).mkdir()
        paths.append(text(tmp_path / name / "t.csv", ROWS))
    assert len({source.file for source in read_ledgers(paths, place="11").sources}) == 2


def test_a_text_ledger_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("jiugai.census.delimited.MAX_ROWS", 3)
    assert "拆成" in refusal(text(tmp_path / "a.csv", [*ROWS, *ROWS, *ROWS]))


def test_a_file_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("jiugai.census.content.MAX_BYTES", 10)
    assert "拆成" in refusal(text(tmp_path / "a.csv", ROWS))


def test_a_cell_as_long_as_a_book_is_refused(tmp_path):
    assert "过长" in refusal(text(tmp_path / "a.csv", [*ROWS, ["A2", "长" * 200_000]]))


@pytest.mark.slow
def test_a_million_rows_are_read(tmp_path):
    path = tmp_path / "a.csv"
    lines = (f"A{i},小区{i},西城区,{1950 + i % 60}年" for i in range(1_000_000))
    path.write_text("\n".join(["小区编号,小区名称,区县,建成年代", *lines]), encoding="utf-8")
    assert read_ledgers([path], place="11").estates.height == 1_000_000
