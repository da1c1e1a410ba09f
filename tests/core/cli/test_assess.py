"""The main job on a small ledger."""

import json

import polars as pl
import pytest


def verdicts_of(folder):
    lines = (folder / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
    return {
        estate["estate_id"]: {v["rule"]: v for v in estate["verdicts"]}
        for estate in map(json.loads, lines)
    }


def test_a_clean_ledger_is_done_and_writes_what_is_promised(assess, ledger, tmp_path):
    result = assess(ledger)

    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "decision.json",
        "facts",
        "issues.csv",
        "mapping.yaml",
        "report.html",
        "verdicts.jsonl",
        "verdicts.parquet",
    }


def test_each_verdict_has_its_clause_and_what_is_missing(assess, ledger, tmp_path):
    assess(ledger)
    found = verdicts_of(tmp_path / "out")

    assert found["A1"]["xc18.scope"]["verdict"] == "met"
    assert found["A2"]["xc18.scope.energy"]["verdict"] == "met"
    assert found["A3"]["xc18.scope"]["verdict"] == "not_met"
    assert found["A4"]["xc18.scope"]["verdict"] == "unknown"
    assert "energy_rate" in found["A4"]["xc18.scope.energy"]["missing"]
    because = found["A1"]["xc18.scope.early"]["because"]
    assert because[0]["document"] == "xc18"
    assert because[0]["clause"].startswith("二(一)")


def test_the_parquet_file_says_the_same_as_the_lines(assess, ledger, tmp_path):
    assess(ledger)
    table = pl.read_parquet(tmp_path / "out" / "verdicts.parquet")

    for estate_id, verdicts in verdicts_of(tmp_path / "out").items():
        row = table.row(by_predicate=pl.col("estate_id") == estate_id, named=True)
        assert {rule: v["verdict"] for rule, v in verdicts.items()} == {
            rule: word for rule, word in row.items() if rule != "estate_id"
        }


def test_another_reading_lets_another_year_in(assess, ledger, tmp_path):
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("1985年建成", "1990"), "utf-8")
    assess(ledger, out="a")
    assess(ledger, out="b", more=("--reading", "xc18.year_1990=through"))

    assert verdicts_of(tmp_path / "a")["A1"]["xc18.scope.early"]["verdict"] == "not_met"
    assert verdicts_of(tmp_path / "b")["A1"]["xc18.scope.early"]["verdict"] == "met"


def test_a_document_that_does_not_bind_gives_no_verdict(assess, ledger, tmp_path):
    assess(ledger, place="110102", day="2021-11-01")
    rules = verdicts_of(tmp_path / "out")["A1"]

    assert "p14.scope" in rules
    assert not [rule for rule in rules if rule.startswith(("xc18", "kf19"))]


def test_where_no_document_speaks_of_estates_there_is_no_verdict(assess, ledger, tmp_path):
    result = assess(ledger, day="2018-06-10")

    assert result.exit_code == 0, result.output
    assert set(map(len, verdicts_of(tmp_path / "out").values())) == {0}
    assert "没有范围规则" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_ledger_of_another_place_is_refused(assess, ledger, tmp_path):
    result = assess(ledger, place="4102", day="2020-06-01")

    assert result.exit_code == 1
    assert "没有一行在" in result.output
    assert not (tmp_path / "out").exists()


def test_a_doubtful_cell_is_listed_and_the_rest_is_done(assess, ledger, tmp_path):
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("1985年建成", "1085"), "utf-8")
    result = assess(ledger)
    issues = pl.read_csv(tmp_path / "out" / "issues.csv", infer_schema=False)

    assert result.exit_code == 1
    assert issues.filter(pl.col("value") == "1085")["row"].to_list() == ["2"]
    assert len(verdicts_of(tmp_path / "out")) == 4


@pytest.mark.parametrize(
    ("place", "day", "more", "says"),
    [
        ("119999", "2018-07-01", (), "119999"),
        ("110102", "1900-01-01", (), "没有任何现行文件"),
        ("110102", "2018-13-01", (), "2018-13-01"),
        ("110102", "2018-07-01", ("--reading", "xc18.year_1990"), "选项"),
        ("110102", "2018-07-01", ("--reading", "xc18.nothing=x"), "xc18.nothing"),
        ("110102", "2018-07-01", ("--engine", "abacus"), "abacus"),
    ],
)
def test_wrong_usage_is_one_sentence_and_leaves_nothing(
    assess, ledger, tmp_path, place, day, more, says
):
    result = assess(ledger, place=place, day=day, more=more)

    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.csv", b""),
        ("图.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 200),
        ("坏.xlsx", b"PK\x03\x04" + b"\x00" * 500),
        ("页.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
    ],
)
def test_an_unusable_file_is_one_sentence_and_leaves_nothing(assess, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    result = assess(path)

    assert result.exit_code == 1
    assert name in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


def test_a_missing_file_is_named(assess, tmp_path):
    result = assess(tmp_path / "没有.xlsx")

    assert result.exit_code in (1, 2)
    assert "没有.xlsx" in result.output


def test_an_output_folder_that_is_a_file_is_refused(run, ledger, tmp_path):
    result = run(
        "assess", ledger, "--place", "110102", "--day", "2018-07-01", "--out", ledger / "out"
    )

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_other_files_in_the_output_folder_stay(assess, ledger, tmp_path):
    assess(ledger)
    (tmp_path / "out" / "批注.txt").write_text("留着", encoding="utf-8")

    assess(ledger)

    assert (tmp_path / "out" / "批注.txt").read_text(encoding="utf-8") == "留着"
