"""A decision can be computed again, and a changed one is found."""

import json

import polars as pl


def test_a_decision_comes_out_the_same_again(assess, run, ledger, tmp_path):
    assess(ledger)

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 0
    assert "0 个不同" in result.output


def test_a_verdict_changed_afterwards_is_named(assess, run, ledger, tmp_path):
    assess(ledger)
    path = tmp_path / "out" / "verdicts.parquet"
    table = pl.read_parquet(path).with_columns(pl.lit("met").alias("xc18.scope"))
    table.write_parquet(path)

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 1
    assert "A3\txc18.scope\tmet\tnot_met" in result.output


def test_a_fact_changed_afterwards_shows_in_the_verdicts(assess, run, ledger, tmp_path):
    assess(ledger)
    path = tmp_path / "out" / "facts" / "estate.parquet"
    facts = pl.read_parquet(path).with_columns(built_year=pl.lit(2010, dtype=pl.Int64))
    facts.write_parquet(path)

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 1
    assert "A1\txc18.scope.early\tmet\tnot_met" in result.output


def test_another_rulebook_is_said(assess, run, ledger, tmp_path):
    assess(ledger)
    head = tmp_path / "out" / "decision.json"
    decision = json.loads(head.read_text(encoding="utf-8")) | {"rulebook": "0" * 64}
    head.write_text(json.dumps(decision), encoding="utf-8")

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 0
    assert "规则库与当时不同" in result.output


def test_a_published_line_changed_afterwards_is_found(assess, run, ledger, tmp_path):
    assess(ledger)
    path = tmp_path / "out" / "verdicts.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("not_met", "met"), encoding="utf-8")

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 1
    assert "verdicts.jsonl" in result.output


def test_a_folder_without_a_decision_is_refused(run, tmp_path):
    result = run("audit", "replay", tmp_path)

    assert result.exit_code == 1
    assert "jiugai assess" in result.output


def test_a_damaged_decision_is_refused(assess, run, ledger, tmp_path):
    assess(ledger)
    (tmp_path / "out" / "decision.json").write_text("{", encoding="utf-8")

    result = run("audit", "replay", tmp_path / "out")

    assert result.exit_code == 1
    assert "已损坏" in result.output
