"""The last day of a warranty is the last day on which its rule is met."""

from datetime import date, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from jiugai.kernel.errors import UsageError
from jiugai.kernel.verdict import Verdict
from jiugai.policy.law import law_of
from jiugai.policy.periods import YEARS, warranty_end

DAY = date(2022, 6, 1)
READINGS = st.sampled_from(["extra", "counts"])


@pytest.mark.parametrize(
    ("part", "start", "end"),
    [
        ("roof", date(2020, 2, 29), date(2025, 2, 28)),
        ("pipes", date(2020, 2, 29), date(2022, 2, 28)),
        ("facade", date(2020, 6, 1), date(2025, 6, 1)),
        ("heating", date(2020, 6, 1), date(2022, 3, 15)),
        ("heating", date(2020, 12, 1), date(2023, 3, 15)),
    ],
)
def test_a_period_ends_on_the_corresponding_day_or_with_the_second_winter(part, start, end):
    assert warranty_end(part, start=start, law=law_of("11", DAY)) == end


@pytest.mark.slow
@given(
    part=st.sampled_from([*YEARS, "heating"]),
    start=st.dates(date(2016, 1, 1), date(2026, 12, 31)),
    broken=READINGS,
)
@settings(max_examples=25, deadline=None)
def test_the_rule_is_met_until_that_day_and_not_after(part, start, broken):
    readings = {"cq.broken_season": broken}
    facts = {"part": part, "accepted_on": start, "delivered_on": start, "repair": "none"}
    end = warranty_end(part, start=start, law=law_of("11", DAY, readings=readings))

    for rule in (f"cq.warranty.{part}", f"bcq.warranty.{part}"):
        last = law_of("11", end, readings=readings)
        after = law_of("11", end + timedelta(days=1), readings=readings)
        assert last.judge(rule, facts).verdict is Verdict.MET
        assert after.judge(rule, facts).verdict is Verdict.NOT_MET


@pytest.mark.parametrize("part", ["structure", "cooling", "insulation", "other"])
def test_no_day_is_made_up_where_the_text_gives_no_length(part):
    assert warranty_end(part, start=DAY, law=law_of("11", DAY)) is None


def test_recorded_seasons_have_no_day_known_beforehand():
    law = law_of("11", DAY, readings={"cq.season_dates": "recorded"})

    assert warranty_end("heating", start=DAY, law=law) is None


def test_an_unknown_part_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match="roof"):
        warranty_end("屋顶", start=DAY, law=law_of("11", DAY))
