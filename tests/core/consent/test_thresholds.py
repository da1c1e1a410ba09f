"""The owners' vote: carried or not, and what is still lacking."""

from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.consent.thresholds import Matter, StillNeeded, carried, deciding_rule, still_needed
from jiugai.kernel.errors import UsageError
from jiugai.kernel.verdict import Verdict
from jiugai.policy.law import law_of

LAW = law_of("11", date(2022, 6, 1))
SPECIAL = {Matter.RAISE_FUND, Matter.REBUILD, Matter.CHANGE_USE, Matter.LIFT}
MATTERS = st.sampled_from(sorted(Matter))


def tally(area, heads, **more):
    names = ("total", "voting", "agreeing")
    found = {f"area_{name}": count for name, count in zip(names, area, strict=True)}
    found |= {f"heads_{name}": count for name, count in zip(names, heads, strict=True)}
    return {"body": "unit", **found, **more}


def by_hand(matter, counts):
    total, voting, agreeing = counts
    if not (total and agreeing <= voting <= total):
        return False
    if Fraction(voting, total) < Fraction(2, 3):
        return False
    share = Fraction(agreeing, voting)
    return share >= Fraction(3, 4) if matter in SPECIAL else share > Fraction(1, 2)


any_counts = st.tuples(*[st.integers(0, 40)] * 3)
sound_counts = any_counts.map(lambda counts: tuple(sorted(counts, reverse=True)))


@given(MATTERS, any_counts, any_counts)
def test_a_vote_is_carried_exactly_when_area_and_heads_both_suffice(matter, area, heads):
    expected = by_hand(matter, area) and by_hand(matter, heads)

    assert (carried(tally(area, heads), matter, LAW).verdict is Verdict.MET) == expected


@given(MATTERS, sound_counts, sound_counts)
def test_what_is_still_needed_is_enough_and_less_is_not(matter, area, heads):
    needed = still_needed(tally(area, heads), matter, LAW)

    for least, (total, voting, agreeing) in ((needed.area, area), (needed.heads, heads)):
        enough = [
            more
            for more in range(total - voting + 1)
            if by_hand(matter, (total, voting + more, agreeing + more))
        ]
        assert least == (enough[0] if enough else None)


@given(MATTERS, sound_counts, sound_counts)
def test_nothing_is_needed_exactly_when_the_vote_is_carried(matter, area, heads):
    vote = tally(area, heads)

    is_carried = carried(vote, matter, LAW).verdict is Verdict.MET
    assert (still_needed(vote, matter, LAW) == StillNeeded(0, 0)) == is_carried


def test_a_large_estate_is_counted_exactly():
    vote = tally(
        (300_000_000_01, 200_000_000_00, 200_000_000_00), (3_000_001, 2_000_000, 2_000_000)
    )

    assert still_needed(vote, Matter.ELECT, LAW) == StillNeeded(area=1, heads=1)


def test_abstentions_move_what_is_needed_with_the_reading_taken():
    vote = tally((300, 210, 105), (300, 210, 105), area_deciding=200, heads_deciding=200)
    strict = law_of("11", date(2022, 6, 1), readings={"cc.abstention": "left_out"})

    assert still_needed(vote, Matter.OTHER, LAW) == StillNeeded(1, 1)
    assert still_needed(vote, Matter.OTHER, strict) == StillNeeded(0, 0)


def test_a_lift_needs_three_quarters_unless_the_place_reads_it_otherwise():
    vote = tally((90, 60, 44), (12, 8, 6))
    otherwise = law_of("11", date(2022, 6, 1), readings={"cc.lift_matter": "other"})

    assert still_needed(vote, Matter.LIFT, LAW) == StillNeeded(area=4, heads=0)
    assert still_needed(vote, Matter.LIFT, otherwise) == StillNeeded(0, 0)


def test_a_missing_count_is_asked_for_by_its_heading():
    with pytest.raises(UsageError, match="同意人数"):
        still_needed(tally((3, 2, 2), (3, 2, None)), Matter.OTHER, LAW)


@pytest.mark.parametrize("heads", [(3, 4, 2), (3, 2, 3)])
def test_counts_that_cannot_be_true_are_refused(heads):
    with pytest.raises(UsageError, match="计数前后不符"):
        still_needed(tally((3, 2, 2), heads), Matter.OTHER, LAW)


@pytest.mark.parametrize(
    ("place", "day", "readings", "rule"),
    [
        ("11", date(2020, 12, 31), {}, "pmr.vote.elect"),
        ("11", date(2021, 1, 1), {}, "cc.vote.elect"),
        ("11", date(2021, 1, 1), {"pmr.vote_law": "own"}, "pmr.vote.elect"),
        ("4102", date(2020, 12, 31), {}, "hnpm.vote.elect"),
        ("4102", date(2021, 1, 1), {}, "cc.vote.elect"),
        ("4102", date(2021, 1, 1), {"hnpm.vote_law": "own"}, "hnpm.vote.elect"),
    ],
)
def test_the_law_of_the_day_and_the_reading_say_which_rule_decides(place, day, readings, rule):
    assert deciding_rule(Matter.ELECT, law_of(place, day, readings=readings)) == rule


@pytest.mark.parametrize(("agreeing", "needed"), [(50, 1), (51, 0), (20, 31)])
def test_before_the_civil_code_the_whole_estate_is_the_base(agreeing, needed):
    law = law_of("11", date(2020, 12, 31))
    vote = tally((100, agreeing, agreeing), (100, agreeing, agreeing))

    assert still_needed(vote, Matter.ELECT, law) == StillNeeded(needed, needed)


def test_henans_lift_counts_heads_only():
    law = law_of("4102", date(2020, 12, 31))
    vote = tally((90, 10, 10), (12, 8, 7))

    assert still_needed(vote, Matter.LIFT, law) == StillNeeded(area=0, heads=1)


def test_a_day_without_any_rule_on_votes_is_refused():
    with pytest.raises(UsageError):
        carried(tally((3, 2, 2), (3, 2, 2)), Matter.ELECT, law_of("11", date(2004, 1, 1)))


def test_a_carried_vote_names_the_clauses_it_rests_on():
    finding = carried(tally((3, 2, 2), (3, 2, 2)), Matter.RAISE_FUND, LAW)

    assert {str(clause) for clause in finding.because} == {"CC 278(六)", "CC 278①", "CC 278②"}
