"""What the policy commands print."""

import json


def test_documents_are_listed_with_place_and_time(run):
    result = run("policy", "list")
    lines = {line.split("\t")[0]: line for line in result.output.splitlines()}

    assert result.exit_code == 0
    assert "110102" in lines["xc18"]
    assert "2018-06-11" in lines["xc18"]
    assert {"xc18", "bj20", "p14", "bj22", "kf19", "cc"} <= lines.keys()


def test_the_law_of_a_place_on_a_day_has_only_what_binds(run):
    result = run("policy", "law", "--place", "110102", "--day", "2018-07-01", "--json")
    law = json.loads(result.output)

    ids = {document["id"] for document in law["documents"]}
    assert "xc18" in ids
    assert not ids & {"bj22", "kf19", "p14"}


def test_the_made_up_district_adopts_another_places_document(run):
    result = run("policy", "law", "--place", "110199", "--day", "2026-06-01", "--json")

    assert "xc18" in {document["id"] for document in json.loads(result.output)["documents"]}


def test_no_clause_of_the_five_texts_is_open(run):
    result = run("policy", "coverage")

    assert result.exit_code == 0, result.output
    assert "遗漏 0" in result.output


def test_coverage_of_a_text_that_does_not_exist_is_refused(run):
    result = run("policy", "coverage", "--document", "nothing")

    assert result.exit_code == 2
    assert "nothing" in result.output


def test_every_case_of_a_rule_comes_out(run):
    result = run("policy", "cases", "--rule", "xc18.scope")

    assert result.exit_code == 0, result.output


def test_a_difference_between_days_is_said_in_words(run):
    result = run("policy", "diff", "--place", "11", "--day", "2020-06-01", "--day", "2022-06-01")

    assert result.exit_code == 0
    assert "不再适用：2020年老旧小区综合整治工作方案" in result.output
    assert "京建发〔2022〕67号" in result.output


def test_a_difference_between_places_is_said_in_words(run):
    result = run("policy", "diff", "--place", "110102", "--place", "4102", "--day", "2020-01-15")

    assert "汴政办〔2019〕99号" in result.output


def test_a_law_is_not_compared_with_itself(run):
    result = run("policy", "diff", "--place", "11", "--day", "2020-06-01")

    assert result.exit_code == 2


def test_a_rule_can_be_tried_with_facts_in_chinese(run):
    where = ("--place", "110102", "--day", "2018-07-01")
    result = run(
        "policy", "try", "xc18.scope.early", *where, "--fact", "建成年代=1985", "--fact",
        "抗震节能改造情况=未改造",
    )  # fmt: skip

    assert result.exit_code == 0, result.output
    assert result.output.startswith("✓ xc18.scope.early")
    assert "现为 1985" in result.output


def test_a_tried_rule_names_what_is_missing(run):
    where = ("--place", "110102", "--day", "2018-07-01")
    result = run("policy", "try", "xc18.scope.early", *where, "--fact", "built_year=1985")

    assert "缺少：retrofit" in result.output


def test_an_unknown_fact_or_word_is_refused_with_what_there_is(run):
    where = ("--place", "110102", "--day", "2018-07-01")
    name = run("policy", "try", "xc18.scope.early", *where, "--fact", "colour=red")
    word = run("policy", "try", "xc18.scope.early", *where, "--fact", "retrofit=perhaps")

    assert name.exit_code == word.exit_code == 2
    assert "built_year" in name.output
    assert "partial" in word.output


def test_a_rule_that_is_not_in_force_is_refused(run):
    result = run("policy", "try", "kf19.scope", "--place", "110102", "--day", "2018-07-01")

    assert result.exit_code == 2
    assert "kf19.scope" in result.output
