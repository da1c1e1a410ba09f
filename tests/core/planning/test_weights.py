"""Weights are open, and a wrong file is refused by name."""

from fractions import Fraction

import pytest

from jiugai.kernel.errors import InputError
from jiugai.planning.need.weights import Measure, Scoring, default_weights, read_weights
from jiugai.policy.vocabulary import Estate


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "权重.yaml"
        path.write_text(text, encoding="utf-8")
        return read_weights(path)

    return reader


def part(weights, id_):
    return next(one for one in weights.parts if one.id == id_)


def test_every_part_reads_a_fact_of_the_vocabulary_and_says_why():
    for one in default_weights().parts:
        assert Estate.fact(one.fact).name == one.fact
        assert one.reason
        assert one.title


def test_the_default_weights_add_up_to_a_hundred():
    assert default_weights().total == 100


def test_a_file_changes_only_what_it_names(read):
    found = read("parts: {age: 40, danger: {weight: 5, values: {none: 0, c: 0.2, d: 1}}}\n")

    assert part(found, "age").weight == 40
    assert part(found, "danger").values["c"] == 0.2
    assert part(found, "consent") == part(default_weights(), "consent")
    assert found.classes == default_weights().classes


def test_numbers_are_what_was_written(read):
    found = read("later: 0.9\nscoring: topsis\nmeasure: estates\nclasses: {improving: 0.1}\n")

    assert found.later == Fraction(9, 10)
    assert found.measure is Measure.ESTATES
    assert found.scoring is Scoring.TOPSIS
    assert found.classes[1] == Fraction(1, 10)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "权重文件须是"),
        ("- 1", "权重文件须是"),
        ("a: [", "读不出来"),
        ("gewicht: 1", "没有“gewicht”这一项"),
        ("parts: {wetter: 1}", "没有“wetter”这一项"),
        ("parts: {age: {fact: danger}}", "没有“fact”这一项"),
        ("parts: 3", "分项"),
        ("parts: {age: -1}", "age 须是 0 或正数"),
        ("parts: {age: viel}", "age 须是 0 或正数"),
        ("parts: {age: true}", "age 须是 0 或正数"),
        ("parts: {age: .inf}", "age 须是 0 或正数"),
        ("parts: {age: {scale: [1]}}", "两个数"),
        ("parts: {age: {scale: [5, 5]}}", "不能相同"),
        ("parts: {danger: {values: {c: 1}}}", "恰好给出"),
        ("parts: {danger: {values: 7}}", "恰好给出"),
        ("parts: {danger: {values: {none: 0, c: 1, d: 2}}}", "0 至 1 之间"),
        ("measure: volume", "households 或 estates"),
        ("scoring: beides", "weighted 或 topsis"),
        ("scoring: [topsis]", "weighted 或 topsis"),
        ("basic_share: 1.5", "basic_share 须在 0 至 1 之间"),
        ("later: 0", "later 须大于 0"),
        ("later: 1.5", "later 须大于 0"),
    ],
)
def test_a_wrong_entry_is_named(read, text, words):
    with pytest.raises(InputError, match=words):
        read(text)


def test_weights_of_nothing_are_refused(read):
    zeros = ", ".join(f"{one.id}: 0" for one in default_weights().parts)

    with pytest.raises(InputError, match="全为 0"):
        read(f"parts: {{{zeros}}}")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="读不出来"):
        read_weights(tmp_path / "没有.yaml")
