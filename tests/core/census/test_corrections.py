"""Corrected cells are read as if the ledger had said so; samples show what a column is about."""

import polars as pl

from jiugai.census import Cell, Corrections, read_ledgers

LEDGER = (
    "小区编号,小区名称,区县,建成年代,户数\nA1,甲里,示范区,1885年,120\nA2,乙里,示范区,1990,80\n"
)
FILE = "台账.csv"


def read(tmp_path, corrections=None, text=LEDGER):
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    return read_ledgers([path], place="110199", corrections=corrections)


def test_a_corrected_cell_gives_the_value_and_no_doubt(tmp_path):
    before = read(tmp_path)
    after = read(tmp_path, Corrections({Cell(FILE, "", "D2"): "1985"}))

    assert [issue.cell for issue in before.issues if issue.cell] == ["D2"]
    assert before.estates["built_year"][0] != 1985
    assert after.estates["built_year"][0] == 1985
    assert not [issue for issue in after.issues if issue.cell]


def test_a_correction_leaves_every_other_cell_alone(tmp_path):
    before = read(tmp_path)
    after = read(tmp_path, Corrections({Cell(FILE, "", "E3"): "81"}))

    assert after.estates["household_count"].to_list() == [120, 81]
    columns = pl.exclude("household_count")
    assert after.estates.select(columns).equals(before.estates.select(columns))


def test_an_emptied_cell_is_unknown(tmp_path):
    assert (
        read(tmp_path, Corrections({Cell(FILE, "", "E2"): " "})).estates["household_count"][0]
        is None
    )


def test_corrections_of_other_sheets_and_of_no_cell_change_nothing(tmp_path):
    strange = {Cell(FILE, "表二", "D2"): "1985", Cell("别的.csv", "", "D2"): "1985"}
    beyond = {Cell(FILE, "", address): "x" for address in ("D99", "ZZ2", "D0", "", "2D")}

    assert read(tmp_path, Corrections(strange | beyond)).estates.equals(read(tmp_path).estates)


def test_a_column_shows_its_first_different_values_and_how_many_are_filled(tmp_path):
    (source,) = read(tmp_path, text=LEDGER + "A3,丙里,示范区,1990,\n").sources

    assert source.samples["D"] == (("1885年", "1990"), 3)
    assert source.samples["E"] == (("120", "80"), 2)


def test_a_building_knows_its_sheet_and_row(tmp_path):
    path = tmp_path / "楼栋.csv"
    path.write_text(
        "小区编号,小区名称,楼栋编号,层数\nA1,甲里,1,6\nA1,甲里,2,6\n", encoding="utf-8"
    )
    census = read_ledgers([path], place="110199")
    rows = census.building_rows

    assert census.buildings["id"].to_list() == ["1", "2"]
    assert rows.row.to_list() == [2, 3]
    assert rows.tables[rows.table[0]].origins["storeys"].letter == "D"
