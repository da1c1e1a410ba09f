"""The fast tally and the plain one come to the same counts, whatever the readings."""

from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, given, settings

from jiugai.consent.counter import Counter
from jiugai.consent.electorate import Body, HowToCount
from jiugai.consent.marks import Choice
from jiugai.consent.matching import matches
from jiugai.consent.question import Question
from jiugai.consent.tally import tally
from jiugai.consent.thresholds import Matter
from jiugai.consent.validity import Window, refuse_unsound
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook
from tests.core.consent.build import a_roll, ballot_row, roll_row, some_ballots
from tests.core.consent.plain import DEVELOPER, Ballot, Flat, plain_count

READINGS = rulebook().readings
HOW = st.builds(
    HowToCount,
    **{
        name: st.sampled_from(list(READINGS[f"cc.{name}"].options))
        for name in HowToCount.__slots__
    },
)
PEOPLE = "甲 乙 丙 丁".split()
SPLITS = ((1,), (1,), (1,), (1, 1), (2, 1), (1, 1, 1), (3, 2, 1))
#: A failing vote is small enough to read; making it smaller would take minutes.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
RATHER_NOT = st.sampled_from([False, False, False, True])


@st.composite
def some_flats(draw):
    return [one_flat(draw, number) for number in range(draw(st.integers(1, 7)))]


def one_flat(draw, number):
    split = draw(st.sampled_from(SPLITS))
    names = draw(st.permutations(PEOPLE))[: len(split)]
    owners = tuple((name, Fraction(n, sum(split))) for name, n in zip(names, split, strict=True))
    unsold = draw(RATHER_NOT)
    return Flat(
        door=str(101 + number),
        building=draw(st.sampled_from("12")),
        area=draw(st.sampled_from([1, 3000, 8950, 10001])),
        owners=owners,
        speaker="" if unsold or draw(st.booleans()) else draw(st.sampled_from(names)),
        unsold=unsold,
        undelivered=not unsold and draw(RATHER_NOT),
        accessory=draw(RATHER_NOT),
        served=draw(st.booleans()),
    )


def one_ballot(flats):
    anybody = [*PEOPLE, DEVELOPER]
    by_flat = st.tuples(st.integers(0, len(flats) - 1), st.sampled_from(["", *anybody]))
    by_owner = st.tuples(st.none(), st.sampled_from(anybody))
    return st.builds(
        lambda named, **rest: Ballot(flat=named[0], voter=named[1], **rest),
        named=st.one_of(by_flat, by_flat, by_owner),
        file=st.integers(0, 1),
        choice=st.sampled_from(
            [Choice.AGREE, Choice.AGREE, Choice.OPPOSE, Choice.ABSTAIN, Choice.NONE]
        ),
        minute=st.one_of(st.none(), st.sampled_from([0, 30, 1440, 1500])),
        clock=st.booleans(),
    )


VOTES = some_flats().flatmap(
    lambda flats: st.tuples(st.just(flats), st.lists(one_ballot(flats), max_size=16))
)


def fast_count(flats, ballots, how, body):
    roll = a_roll(*map(roll_row, flats), served=True)
    cast = some_ballots(*(ballot_row(one, flats) for one in ballots), files=("一", "二"))
    found = matches(cast, roll)
    refuse_unsound(found, cast, roll, items=[""], window=Window(), proxy_limit=None)
    counter = Counter(roll, cast, found, ("",), body)
    who = counter.electorate(how)
    names = [label.split()[0] for label in who.bodies]
    counts = counter.counts(who)[0]
    return {name: (one.area, one.heads) for name, one in zip(names, counts, strict=True)}


@given(VOTES, HOW)
@settings(max_examples=25, deadline=None, phases=QUICK)
def test_every_estate_is_counted_as_by_hand(vote, how):
    flats, ballots = vote
    (found,) = fast_count(flats, ballots, how, Body.ESTATE).values()

    (expected,) = plain_count(flats, ballots, how, by_building=False).values()
    assert found == expected


@given(VOTES, HOW)
@settings(max_examples=25, deadline=None, phases=QUICK)
def test_every_building_is_counted_as_by_hand(vote, how):
    flats, ballots = vote
    found = fast_count(flats, ballots, how, Body.BUILDING)

    assert found == plain_count(flats, ballots, how, by_building=True)


@pytest.mark.slow
@given(VOTES, HOW, st.booleans())
@settings(max_examples=500, deadline=None, phases=QUICK)
def test_very_many_votes_are_counted_as_by_hand(vote, how, by_building):
    flats, ballots = vote
    body = Body.BUILDING if by_building else Body.ESTATE
    found = fast_count(flats, ballots, how, body)
    expected = plain_count(flats, ballots, how, by_building=by_building)

    assert list(found.values()) == list(expected.values())


@pytest.mark.slow
@given(VOTES)
@settings(max_examples=5, deadline=None, phases=QUICK)
def test_an_alternative_says_what_taking_that_reading_gives(vote):
    flats, ballots = vote
    roll = a_roll(*map(roll_row, flats), served=True)
    cast = some_ballots(*(ballot_row(one, flats) for one in ballots), files=("一", "二"))
    day = date(2026, 6, 1)
    question = Question(Matter.USE_FUND)
    (outcome,) = tally(roll, cast, law_of("11", day), question).outcomes

    for one in outcome.alternatives:
        if one.reading != "cc.transition":
            law = law_of("11", day, readings={one.reading: one.option})
            (other,) = tally(roll, cast, law, question).outcomes
            assert one.carried == other.carried, one
            assert one.differs == (other.carried != outcome.carried)
