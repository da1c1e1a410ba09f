"""Sensitive questions stand behind a consent; refusing it skips those only."""

from datetime import date

import pytest

from jiugai.asking.answering import completed, first_problem, steps_of
from jiugai.asking.form import Form, Group, Kind, Question
from jiugai.asking.sensitive import (
    CONSENT,
    NO,
    YES,
    joined,
    parted,
    sensitive_of,
    with_consent,
    without_sensitive,
)

DAY = date(2026, 6, 1)
FORM = Form(
    "入户",
    (
        Question("people", Kind.INTEGER, {"zh": "几口人"}, required=True),
        Group(
            "rooms",
            {"zh": "房间"},
            (
                Question("room", Kind.TEXT, {"zh": "哪间"}),
                Question("bed", Kind.TEXT, {"zh": "谁卧床"}, sensitive=True, required=True),
            ),
            repeats=True,
        ),
        Question(
            "ill", Kind.TEXT, {"zh": "病"}, relevant="${people} > 1", sensitive=True, required=True
        ),
    ),
)
ASKED = with_consent(
    FORM, label={"zh": "同意吗"}, hint={"zh": "用途"}, choices=({"zh": "同意"}, {"zh": "不同意"})
)
SAID = {"people": "2", "rooms": [{"room": "南", "bed": "爷爷"}], "ill": "哮喘"}


def names(values):
    """Return the questions that are asked after some answers."""
    return [one.question.name for one in steps_of(ASKED, values, on=DAY)]


def test_the_consent_stands_before_the_first_sensitive_question():
    assert names(SAID) == ["people", CONSENT, "room"]
    assert [one.name for one in sensitive_of(ASKED)] == ["bed", "ill"]
    plain = Form("", FORM.parts[:1])
    assert with_consent(plain, label={}, hint={}, choices=({}, {})) == plain


@pytest.mark.parametrize(
    ("people", "asked"),
    [("2", ["people", CONSENT, "room", "bed", "ill"]), ("1", ["people", CONSENT, "room", "bed"])],
)
def test_with_consent_each_is_asked_under_its_own_condition(people, asked):
    assert names(SAID | {CONSENT: YES, "people": people}) == asked


def test_refusing_lets_the_rest_be_handed_in_and_keeps_nothing_sensitive():
    said = SAID | {CONSENT: NO}
    assert first_problem(ASKED, said, on=DAY) is None
    kept = {"people": "2", CONSENT: NO, "rooms": [{"room": "南"}]}
    assert completed(ASKED, said, on=DAY) == kept
    assert without_sensitive(ASKED, SAID | {CONSENT: YES}) == kept
    assert first_problem(ASKED, SAID, on=DAY)[0].question.name == CONSENT


COMPUTED = Form(
    "入户",
    (
        *FORM.parts,
        Question("score", Kind.CALCULATE, calculation="${ill} = '哮喘'"),
        Question("twice", Kind.CALCULATE, calculation="${score} * 2"),
        Question("plain", Kind.CALCULATE, calculation="${people} * 2"),
    ),
)


@pytest.mark.parametrize(
    ("values", "kept", "sealed"),
    [
        ({}, {}, {}),
        ({"people": "2", "rooms": []}, {"people": "2", "rooms": []}, {}),
        (
            SAID,
            {"people": "2", "rooms": [{"room": "南"}]},
            {"ill": "哮喘", "rooms": [{"bed": "爷爷"}]},
        ),
        (
            {"rooms": [{"room": "南"}, {"bed": "爷爷"}]},
            {"rooms": [{"room": "南"}, {}]},
            {"rooms": [{}, {"bed": "爷爷"}]},
        ),
        (
            {"ill": "哮喘", "score": "1", "twice": "2", "plain": "4"},
            {"plain": "4"},
            {"ill": "哮喘", "score": "1", "twice": "2"},
        ),
    ],
)
def test_what_is_sensitive_is_parted_from_the_rest_and_joined_again(values, kept, sealed):
    assert parted(COMPUTED, values) == (kept, sealed)
    assert joined(kept, sealed) == values
