"""What would change a verdict, tried fact by fact."""

from datetime import date

from jiugai.kernel.verdict import Verdict
from jiugai.policy.explain import explanation
from jiugai.policy.law import law_of
from jiugai.policy.turns import first_turns, turns

LAW = law_of("110199", date(2026, 6, 1))


def test_the_year_next_to_the_threshold_turns_the_scope_rule():
    found = turns(LAW, "xc18.scope.early", {"built_year": 1984, "retrofit": "none"})

    assert ("built_year", 1990, Verdict.NOT_MET) in {
        (t.fact.name, t.value, t.verdict) for t in found
    }


def test_every_turn_that_is_told_comes_true():
    facts = {"built_year": 1995, "energy_rate": 0.4, "retrofit": "none"}
    before = LAW.judge("xc18.scope", facts).verdict

    for turn in first_turns(turns(LAW, "xc18.scope", facts)).values():
        after = LAW.judge("xc18.scope", {**facts, turn.fact.name: turn.value}).verdict
        assert after is turn.verdict is not before


def test_an_explanation_has_the_reading_taken_and_what_the_other_gives():
    finding = LAW.judge("xc18.scope.early", {"built_year": 1990, "retrofit": "none"})

    told = explanation(finding, LAW)
    open_ = next(
        step for step in _steps(told.step) if step.reading and step.reading.id == "xc18.year_1990"
    )

    assert {option.name: (option.taken, option.verdict) for option in open_.options} == {
        "before": (True, Verdict.NOT_MET),
        "through": (False, Verdict.MET),
    }


def test_a_threshold_is_told_with_its_own_clause():
    finding = LAW.judge("xc18.scope.early", {"built_year": 1984, "retrofit": "none"})

    leaf = next(s for s in _steps(explanation(finding, LAW).step) if s.number)

    assert leaf.number.id == "xc18.early_year"
    assert str(leaf.cited) == "XC18 二(一)①"
    assert [known.text for known in leaf.known] == ["1984"]


def _steps(step):
    yield step
    for part in step.parts:
        yield from _steps(part)
