"""Plans read back and compared."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import InputError
from jiugai.planning.comparing.compare import (
    Move,
    Outcome,
    compare,
    paid_by_class,
    paid_by_source,
    paid_by_year,
    pairwise,
    said,
)
from jiugai.planning.output.comparison import (
    comparison_csv,
    comparison_json,
    estates_table,
    figures_table,
    money_table,
    pairs_table,
)
from jiugai.planning.output.files import plan_json
from jiugai.planning.record import read_record, record_of
from jiugai.policy.entries import Works
from tests.core.planning.build import estate, plan, yearly

ESTATES = [
    estate(f"e{index}", 10 + 3 * index, 4, score=40 + 7 * (index % 5), households=60 + index)
    for index in range(9)
]


def content_of(*money, estates=ESTATES, **terms):
    """Return what plan.json holds for a yearly budget in 万元."""
    return json.loads(plan_json(plan(estates, yearly(*money), **terms)))


LESS, MORE = content_of(30, 20), content_of(40, 45)


def record(content, name="甲"):
    """Return a plan that was read back."""
    return record_of(content, name=name)


A, B = record(LESS), record(MORE, "乙")


def bounded(plan_, milli, bound):
    """Return a plan with another benefit and bound."""
    return replace(plan_, milli=milli, bound=bound)


def test_what_is_read_back_is_what_was_planned():
    made = plan(ESTATES, yearly(30, 20))
    found = record(json.loads(plan_json(made)))

    assert (found.milli, found.bound, found.years) == (made.milli, made.bound, made.years)
    assert found.gap == made.gap
    assert [(one.id, one.year, one.works, one.cost, one.milli) for one in found.chosen] == [
        (one.estate.id, one.year, one.works, one.cost, one.milli) for one in made.chosen
    ]
    assert {one.id for one in found.left_out} == {one.estate.id for one in made.left_out}
    assert found.budget == made.budget.total()


def test_money_adds_up_by_year_class_and_source():
    for sums in (paid_by_year(A), paid_by_class(A), paid_by_source(A)):
        assert sum(sums.values()) == A.cost
    assert A.cost


def test_a_plan_compared_with_itself_is_the_same():
    found = compare(A, A)

    assert found.counts[Move.SAME] == len(A.chosen) == len(found.moved)
    assert (found.overlap, found.reasons, found.remarks) == (1, (), ())
    assert "完全相同" in said(found)


def test_swapping_the_plans_swaps_the_outcome():
    there, back = compare(A, B), compare(B, A)

    assert there.outcome is back.outcome.mirrored
    assert there.outcome is Outcome.MORE
    assert there.overlap == back.overlap
    assert [(one.id, one.move.mirrored) for one in there.moved] == [
        (one.id, one.move) for one in back.moved
    ]
    assert there.counts[Move.ENTERS] == back.counts[Move.LEAVES]
    assert "乙" in said(there)


@given(st.integers(0, 50), st.integers(0, 20), st.integers(0, 50), st.integers(0, 20))
def test_a_difference_is_only_claimed_where_no_search_could_undo_it(x, gap_x, y, gap_y):
    first, second = bounded(A, x, x + gap_x), bounded(A, y, y + gap_y)
    outcome = compare(first, second).outcome

    assert compare(second, first).outcome is outcome.mirrored
    possible = {
        (b > a) - (b < a) for a in range(x, x + gap_x + 1) for b in range(y, y + gap_y + 1)
    }
    expected = {(1,): Outcome.MORE, (-1,): Outcome.LESS, (0,): Outcome.EQUAL}
    assert outcome is expected.get(tuple(possible), Outcome.WITHIN)


def test_a_difference_within_the_gaps_is_not_sold_as_one():
    first = bounded(A, 100_000, 104_000)
    second = replace(bounded(B, 103_000, 106_000), name="乙")

    assert "不能说哪个更好" in said(compare(first, second))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"place": "110101"}, "区划"),
        ({"years": (2026, 2027, 2028)}, "年度"),
        ({"weights": {"measure": "estates"}}, "权重"),
    ],
)
def test_plans_that_are_not_counted_alike_say_why_and_compare_the_rest(change, words):
    found = compare(A, replace(B, **change))

    assert found.outcome is Outcome.NONE
    assert words in said(found)
    assert found.moved


def test_ledgers_that_differ_are_noticed():
    other = [replace(one, households=one.households + 1) for one in ESTATES[1:]]
    found = compare(A, record(content_of(30, 20, estates=other), "乙"))

    assert "8 个小区" in found.reasons[0]
    assert "1 个小区只在" in found.remarks[0]


def test_years_and_works_that_move_are_told_apart():
    first = A.chosen[0]
    year = next(year for year in A.years if year != first.year)
    moved = {
        Move.YEAR: replace(first, year=year),
        Move.WORKS: replace(first, works=(Works.UPGRADING,)),
        Move.BOTH: replace(first, year=year, works=(Works.UPGRADING,)),
    }

    for move, changed in moved.items():
        found = compare(A, replace(A, chosen=(changed, *A.chosen[1:])))
        assert found.counts[move] == 1
        assert found.counts[Move.SAME] == len(A.chosen) - 1


def test_the_overlap_is_the_share_in_both_of_those_in_either():
    fewer = replace(A, chosen=A.chosen[1:])

    assert compare(A, fewer).overlap == Fraction(len(A.chosen) - 1, len(A.chosen))
    assert compare(replace(A, chosen=()), replace(A, chosen=())).overlap == 1


def test_the_worth_of_neighbours_is_read_back():
    found = record(json.loads(plan_json(together())))

    assert sum(one.worth for one in found.chosen) == found.milli
    assert any(one.together for one in found.chosen)


def together():
    """Return a plan in which neighbours are done in the same year."""
    return plan([estate("a", 10), estate("b", 10)], yearly(100, 0), near=[("a", "b")])


@pytest.fixture
def three():
    return [A, B, replace(A, name="丙", carry=True)]


def test_every_two_of_several_plans_are_compared(three):
    found = pairwise(three)

    assert [(one.first.name, one.second.name) for one in found] == [
        ("甲", "乙"),
        ("甲", "丙"),
        ("乙", "丙"),
    ]
    assert "--carry" in found[1].remarks[0]


def test_the_tables_have_a_column_per_plan_and_a_row_per_pair(three):
    pairs = pairwise(three)

    assert all(len(row) == 4 for row in figures_table(three).rows)
    assert all(len(row) == 5 for row in money_table(three).rows)
    assert len(pairs_table(pairs).rows) == 3
    assert all(row[6] for row in estates_table(pairs).rows)


def test_the_files_have_every_estate_of_any_plan(three):
    pairs = pairwise(three)
    everyone = {id_ for one in three for id_ in one.by_id}
    text = json.loads(comparison_json(three, pairs))

    assert len(comparison_csv(three, pairs).splitlines()) == len(everyone) + 1
    assert text["pairs"][0]["outcome"] == "more"
    assert all(one["first"] and one["said"] for one in text["pairs"])


def damaged(**changes):
    return {**LESS, **changes}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([], "不是 jiugai plan"),
        ({"type": "FeatureCollection"}, "不是 jiugai plan"),
        (damaged(format="jiugai-plan-0"), "jiugai-plan-0"),
        ({k: v for k, v in LESS.items() if k != "format"}, "重新生成"),
        ({k: v for k, v in LESS.items() if k != "chosen"}, "chosen"),
        (damaged(objective="viel"), "viel"),
        (damaged(objective=float("nan")), "已损坏"),
        (damaged(objective=float("inf")), "已损坏"),
        (damaged(bound=0), "bound"),
        (damaged(chosen=LESS["chosen"] * 2), "重复"),
        (damaged(chosen=[{**LESS["chosen"][0], "year": 1999}]), "1999"),
        (damaged(chosen=[{**LESS["chosen"][0], "classes": ["gold"]}]), "gold"),
        (damaged(chosen=[{**LESS["chosen"][0], "costs_wan": {"basic": "-5"}}]), "-5"),
        (damaged(chosen=["e1"]), "已损坏"),
        (damaged(day="gestern"), "gestern"),
        (damaged(years=None), "已损坏"),
        (damaged(weights=3), "已损坏"),
    ],
)
def test_a_damaged_or_foreign_plan_is_one_sentence(content, words):
    with pytest.raises(InputError, match=words) as caught:
        record(content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "\x00\x01", "[" * 100_000, '{"objective": 1}'])
def test_a_file_that_is_no_plan_is_named(tmp_path, text):
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"plan\.json"):
        read_record(tmp_path)


def test_a_folder_without_a_plan_is_named(tmp_path):
    with pytest.raises(InputError, match="输出文件夹"):
        read_record(tmp_path / "nothing")


def test_a_plan_is_called_by_its_folder(tmp_path):
    folder = tmp_path / "方案一"
    folder.mkdir()
    (folder / "plan.json").write_text(json.dumps(LESS), encoding="utf-8")

    assert read_record(folder).name == read_record(folder / "plan.json").name == "方案一"


def test_scores_by_other_weights_are_no_changed_ledger():
    scored = tuple(replace(one, need=one.need + 1) for one in B.chosen)
    other = replace(B, chosen=scored)

    assert any("台账改动过" in why for why in compare(B, other).reasons)
    (why,) = compare(B, replace(other, weights={"scoring": "topsis"})).reasons
    assert "台账改动过" not in why
