"""Proposed laws, and what they would do to a register."""

import shutil
from datetime import date
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import UsageError
from jiugai.kernel.verdict import Verdict
from jiugai.policy import rulebook as rulebook_module
from jiugai.policy.diff import differences
from jiugai.policy.effects import effect_of
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook
from jiugai.policy.verdicts import judge_estates
from jiugai.policy.vocabulary import Estate
from jiugai.policy.whatif import Change, notes_on, proposed
from tests.core.policy.random_facts import rows

MET, OUT, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
BEIJING = law_of("11", date(2021, 11, 1))
XICHENG = law_of("110102", date(2018, 7, 1))
LATER = Change(numbers={"p14.last_year": "2005"})


def register(*years, **more):
    """Return estates by built year, with further columns."""
    ids = [f"e{index}" for index in range(len(years))]
    columns = {"estate_id": ids, "built_year": list(years), "household_count": [100] * len(years)}
    return pl.DataFrame(
        columns | more, schema_overrides={"built_year": pl.Int64, "household_count": pl.Int64}
    )


ESTATES = register(1999, 2000, 2001, 2005, 2006, None)


@pytest.fixture(scope="module")
def later():
    """Return what a later last year does to the estates."""
    return effect_of(BEIJING, proposed(BEIJING, LATER), ESTATES)


def number(law, id_):
    """Return a number's value and the document that it cites."""
    return law.numbers[id_].value, law.numbers[id_].clause.document


def test_no_change_is_the_same_law_and_changes_nothing():
    assert proposed(BEIJING, Change()) is BEIJING
    effect = effect_of(BEIJING, proposed(BEIJING, Change()), ESTATES)

    assert effect.turns == ()
    assert effect.counts("before") == effect.counts("after")
    assert effect.by_division == {}


def test_a_value_that_is_in_force_anyway_changes_nothing_and_says_so():
    change = Change(numbers={"p14.last_year": "2000"})
    after = proposed(BEIJING, change)

    assert after.numbers == BEIJING.numbers
    assert "没有改变" in notes_on(BEIJING, after, change)[0]
    assert effect_of(BEIJING, after, ESTATES).turns == ()


def test_a_changed_number_says_that_it_is_proposed():
    assert number(proposed(BEIJING, LATER), "p14.last_year") == (2005, "拟议")
    assert number(BEIJING, "p14.last_year") == (2000, "p14")


def test_a_proposal_is_never_taken_for_the_rulebook_in_force():
    assert proposed(BEIJING, LATER).book.digest != BEIJING.book.digest
    assert rulebook().documents["p14"].numbers["p14.last_year"].versions[0].value == 2000


def test_who_enters_is_who_lies_between_the_old_and_the_new_threshold(later):
    assert [turn.id for turn in later.turns if turn.before is not turn.after] == ["e2", "e3"]
    assert {move: sums.estates for move, sums in later.moves.items()} == {
        (MET, MET): 2,
        (OPEN, OPEN): 1,
        (OUT, MET): 2,
        (OUT, OUT): 1,
    }
    assert later.moves[OUT, MET].sizes["household_count"] == (200, 2)


def test_the_reason_names_both_thresholds_both_clauses_and_the_fact(later):
    why = next(one.why for one in later.turns[0].rules if one.rule.id == "p14.scope")

    for word in ("≤ 2000", "≤ 2005", "P14 一(二)①", "拟议", "2001"):
        assert word in why


def test_going_back_mirrors_going_there(later):
    back = effect_of(later.after, BEIJING, ESTATES)

    assert {(b, a): sums for (a, b), sums in later.moves.items()} == back.moves
    assert [turn.id for turn in later.turns] == [turn.id for turn in back.turns]


def test_another_reading_puts_out_whom_it_names():
    change = Change(readings={"p14.year_2000": "before"})
    effect = effect_of(BEIJING, proposed(BEIJING, change), ESTATES)

    assert [turn.id for turn in effect.turns if turn.after is OUT] == ["e1"]
    assert "2000" in effect.turns[0].rules[0].why


def test_a_text_that_is_dropped_leaves_no_scope_to_judge_by():
    effect = effect_of(BEIJING, proposed(BEIJING, Change(without=("p14",))), ESTATES)

    assert effect.counts("after") == {MET: 0, OPEN: 6, OUT: 0}
    gone = [one for one in effect.by_rule if one.rule.id == "p14.scope"]
    assert [(one.changed, bool(one.before), bool(one.after)) for one in gone] == [
        (None, True, False)
    ]


def test_an_adopted_text_counts_whatever_its_own_dates():
    day = date(2015, 1, 1)
    after = proposed(law_of("11", day), Change(adopt=("xc18",)))

    assert {"xc18.scope", "xc18.scope.early"} <= after.rules.keys()
    assert number(after, "xc18.early_year") == (1990, "xc18")


def test_the_law_of_another_place_is_that_of_the_place():
    after = proposed(BEIJING, Change(as_place="4102"))

    assert after.rules.keys() == law_of("4102", BEIJING.day).rules.keys()


def test_the_law_of_another_day_is_that_of_the_day():
    day = date(2022, 6, 1)
    after = proposed(BEIJING, Change(on_day=day))

    assert after.rules.keys() == law_of("11", day).rules.keys()
    assert after.day == day


def test_readings_chosen_before_stay_chosen_under_another_day():
    base = law_of("11", date(2021, 11, 1), readings={"p14.year_2000": "before"})

    assert proposed(base, Change(on_day=date(2022, 6, 1))).readings["p14.year_2000"] == "before"


@pytest.mark.parametrize(
    ("law", "id_", "text", "value"),
    [
        (BEIJING, "p14.last_year", " 2005年", 2005),
        (BEIJING, "p14.last_year", "２００５", 2005),
        (BEIJING, "p14.basic_share_min", "30%", Fraction(3, 10)),
        (BEIJING, "p14.basic_share_min", "1/3", Fraction(1, 3)),
        (XICHENG, "xc18.energy_standard", "0.4", 0.4),
        (XICHENG, "xc18.permit_investment", "100万元", 100_000_000),
        (BEIJING, "bfc.flood_season", "05-15..09-30", ("05-15", "09-30")),
    ],
)
def test_a_value_is_read_in_the_unit_of_its_number(law, id_, text, value):
    assert proposed(law, Change(numbers={id_: text})).numbers[id_].value == value


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(numbers={"p14.last_year": "5个月"}), "年"),
        (Change(numbers={"p14.last_year": "20005"}), "1900"),
        (Change(numbers={"p14.last_year": "2000.5"}), "整数"),
        (Change(numbers={"p14.last_year": "NaN"}), "年"),
        (Change(numbers={"p14.last_year": ""}), "年"),
        (Change(numbers={"p14.basic_share_min": "120%"}), "0 到 1"),
        (Change(numbers={"p14.basic_share_min": "1/0"}), "0 到 1"),
        (Change(numbers={"bfc.flood_season": "06-01..02-30"}), "月日"),
        (Change(numbers={"p14.lastyear": "2005"}), "p14.last_year"),
        (Change(numbers={"xc18.early_year": "1995"}), "--adopt xc18"),
        (Change(adopt=("xc19",)), "xc18"),
        (Change(adopt=("p14",)), "已经适用"),
        (Change(without=("xc18",)), "本来就不适用"),
        (Change(without=("cc",)), "cc.quorum"),
        (Change(readings={"p14.year_2000": "maybe"}), "through"),
        (Change(as_place="9999"), "9999"),
        (Change(on_day=date(1950, 1, 1)), "1950"),
        (Change(adopt=("xc18",), numbers={"xc18.permit_investment": "300"}), "万元"),
    ],
)
def test_what_cannot_be_proposed_is_refused_in_a_sentence(change, words):
    with pytest.raises(UsageError, match=words):
        proposed(BEIJING, change)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(numbers={"cfund.weight_area": "1/2"}), "都不用"),
        (Change(numbers={"cc.majority": "2/3"}), "不是小区"),
        (Change(readings={"xc18.list": "open"}), "不适用"),
    ],
)
def test_a_change_without_effect_on_estates_says_so(change, words):
    after = proposed(BEIJING, change)

    assert any(words in note for note in notes_on(BEIJING, after, change))


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), year=st.integers(1980, 2010))
def test_each_changed_verdict_is_that_of_the_case_reader(seed, year):
    after = proposed(XICHENG, Change(numbers={"xc18.early_year": str(year)}))
    estates, buildings = frames(seed)
    effect = effect_of(XICHENG, after, estates, children={"building": buildings})
    below = {id_: part.to_dicts() for (id_,), part in buildings.group_by("estate_id")}

    for turn in effect.turns:
        facts = {**turn.facts, "building": below.get(turn.id, [])}
        for one in turn.rules:
            assert one.before.verdict is XICHENG.judge(one.rule.id, facts).verdict
            assert one.after.verdict is after.judge(one.rule.id, facts).verdict
            assert one.why


def frames(seed):
    """Return random estates and their buildings as tables."""
    found = rows(XICHENG, Estate, count=12, seed=seed)
    buildings = [
        {"estate_id": f"e{index}", **below}
        for index, row in enumerate(found)
        for below in row.pop("building", [])
    ]
    kept = ("built_year", "retrofit", "retrofit_year", "energy_rate", "danger", "danger_unit")
    estates = [
        {"estate_id": f"e{index}"} | {name: row.get(name) for name in kept}
        for index, row in enumerate(found)
    ]
    more = [
        {name: one.get(name) for name in ("estate_id", "energy_rate", "danger", "danger_unit")}
        for one in buildings
    ]
    empty = {"estate_id": pl.String, "danger": pl.String, "danger_unit": pl.Boolean}
    rate = {"energy_rate": pl.Float64}
    return (
        pl.DataFrame(
            estates,
            schema_overrides={
                "built_year": pl.Int64,
                "retrofit": pl.String,
                "retrofit_year": pl.Int64,
                "danger": pl.String,
                "danger_unit": pl.Boolean,
                **rate,
            },
            infer_schema_length=None,
        ),
        pl.DataFrame(more, schema={**empty, **rate}, infer_schema_length=None),
    )


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """Return a function that edits a copy of the rulebooks by hand and makes it the one read."""

    def edit(file, old, new):
        copy = tmp_path / "rulebooks"
        shutil.copytree(rulebook_module.ROOT, copy)
        text = (copy / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (copy / file).write_text(text.replace(old, new), encoding="utf-8")
        monkeypatch.setattr(rulebook_module, "ROOT", copy)
        rulebook.cache_clear()

    yield edit
    monkeypatch.undo()
    rulebook.cache_clear()


@pytest.mark.slow
def test_a_proposal_judges_like_a_rulebook_edited_by_hand(edited):
    estates = register(*range(1985, 2015), None)
    tried = judge_estates(proposed(BEIJING, LATER), estates).words()
    edited("beijing/p14/numbers.yaml", "value: 2000\n", "value: 2005\n")
    by_hand = law_of("11", BEIJING.day)

    assert by_hand.numbers["p14.last_year"].value == 2005
    assert judge_estates(by_hand, estates).words().equals(tried)


def test_a_changed_amount_is_said_in_money_not_in_cents():
    after = proposed(XICHENG, Change(numbers={"xc18.permit_investment": "100万元"}))

    (sentence,) = [said for said in differences(XICHENG, after) if "投资" in said]
    assert "由 30 万元 改为 100 万元" in sentence
