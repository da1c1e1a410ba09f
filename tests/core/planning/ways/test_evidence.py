"""Missing evidence is named with what it would have to say, and nothing less is enough."""

import re
from dataclasses import replace

import pytest

from jiugai.planning.answers.ways.evidence import evidence_way, register_of
from jiugai.planning.answers.ways.says import least_said
from jiugai.planning.answers.ways.way import ScoreWay
from jiugai.planning.need.both import needs_all
from jiugai.planning.need.open_parts import open_parts
from jiugai.planning.need.topsis import score_of
from jiugai.planning.need.weights import Scoring, default_weights
from tests.core.planning.build import estate

YEAR = 2026
FULL = {
    "built_year": 1990,
    "danger": "none",
    "retrofit": "partial",
    "infrastructure_lacking": False,
    "functions_lacking": True,
    "complaint_count": 4,
    "consent_share": 0.8,
    "elderly_share": 0.2,
    "household_count": 100,
}
OLDER = FULL | {"built_year": 1970, "elderly_share": 0.4, "complaint_count": 15, "danger": "d"}


def weights_by(scoring):
    return replace(default_weights(), scoring=scoring)


def candidates_of(rows, weights):
    """Return candidates as the pool scores them."""
    found = []
    for number, (facts, needs) in enumerate(
        zip(rows, needs_all(rows, weights, year=YEAR), strict=True)
    ):
        score = needs.by(weights.scoring)
        one = estate(f"e{number}", 5)
        parts = open_parts(score, weights, facts)
        found.append(replace(one, score=score, needs=needs, open_parts=parts))
    return found


def way_for(facts, rise, scoring=Scoring.WEIGHTED):
    weights = weights_by(scoring)
    everybody = candidates_of([FULL, OLDER, facts], weights)
    register = register_of(everybody, weights, year=YEAR)
    score = ScoreWay(rise, rise, 5_000, YEAR)
    return evidence_way(everybody[-1], score, register)


def rescored(facts, proven, scoring=Scoring.WEIGHTED):
    """Return how far a score rises in hundredths when facts are proven."""
    weights = weights_by(scoring)
    before = candidates_of([FULL, OLDER, facts], weights)[-1].score.hundredths
    return candidates_of([FULL, OLDER, facts | proven], weights)[-1].score.hundredths - before


def lacking(*names):
    return FULL | dict.fromkeys(names)


def test_one_fact_that_is_enough_is_named_with_its_least_value():
    way = way_for(lacking("elderly_share"), 100)

    # 0.3, the mean, gives 3 of 5 points; a point more is 0.4 of 0.5.
    assert [(one.facts, one.says) for one in way.proofs] == [
        (("elderly_share",), "老年人口占比达到 40% 以上")
    ]
    assert rescored(lacking("elderly_share"), {"elderly_share": 0.4}) == 100
    assert rescored(lacking("elderly_share"), {"elderly_share": 0.399}) < 100


def test_the_least_demanding_of_several_facts_is_named_alone():
    way = way_for(lacking("elderly_share", "built_year"), 150)

    (one,) = way.proofs
    assert one.part == "age"
    year = year_in(one.says)
    assert rescored(lacking("elderly_share", "built_year"), {"built_year": year}) >= 150
    assert rescored(lacking("elderly_share", "built_year"), {"built_year": year + 1}) < 150


def test_two_facts_are_named_where_one_is_not_enough():
    facts = lacking("elderly_share", "consent_share")
    alone = way_for(facts, 199).proofs
    both = way_for(facts, 450).proofs

    assert len(alone) == 1
    assert {one.part for one in both} == {"elderly", "consent"}
    assert rescored(facts, {"elderly_share": 0.5, "consent_share": 1.0}) >= 450


def test_all_evidence_together_may_not_be_enough():
    way = way_for(lacking("elderly_share"), 2_000)

    assert way.proofs == ()
    assert way.most == 200 == rescored(lacking("elderly_share"), {"elderly_share": 0.5})


def test_nothing_is_said_where_no_evidence_is_missing_or_no_rise_is_known():
    assert way_for(FULL, 100) is None
    assert way_for(lacking("elderly_share"), None).proofs == ()


def test_a_part_without_weight_is_no_evidence_to_give():
    assert way_for(lacking("household_count"), 100).proofs[0].part == "complaints"


@pytest.mark.parametrize("rise", [50, 300])
def test_evidence_is_enough_by_topsis_as_well(rise):
    facts = lacking("elderly_share", "built_year")
    (one,) = way_for(facts, rise, Scoring.TOPSIS).proofs
    score = candidates_of([FULL, OLDER, facts], weights_by(Scoring.TOPSIS))[-1].score

    def risen(year):
        """Return the rise with a year, where 1970 counts as the oldest and 1990 as the newest."""
        row = [(1990 - year) / 20 if p.id == "age" else p.value for p in score.parts]
        return score_of([p.weight for p in score.parts], row) - score.hundredths

    assert one.part == "age"
    assert risen(year_in(one.says)) >= rise > risen(year_in(one.says) + 1)


def year_in(says):
    return int(re.fullmatch(r"建成年代不晚于 (\d{4}) 年", says)[1])


def part(id_):
    return next(one for one in default_weights().parts if one.id == id_)


@pytest.mark.parametrize(
    ("id_", "value", "said"),
    [
        ("elderly", 0.6, "老年人口占比达到 30% 以上"),
        ("elderly", 0.601, "老年人口占比达到 30.1% 以上"),
        ("age", 1.0, "建成年代不晚于 1966 年"),
        ("age", 0.5, "建成年代不晚于 1988 年"),
        ("danger", 0.5, "危房鉴定为“C级”或“D级”"),
        ("danger", 0.9, "危房鉴定为“D级”"),
        ("functions", 0.4, "基本功能不足为“是”"),
        ("complaints", 0.5, "每百户诉求件数达到 10 以上"),
        ("complaints", 0.501, "每百户诉求件数达到 10.1 以上"),
        ("households", 0.5, "户数达到 525 以上"),
    ],
)
def test_what_a_fact_must_say_is_rounded_to_the_side_that_counts_as_more(id_, value, said):
    assert least_said(part(id_), value, YEAR) == said


def test_a_scale_may_run_downwards():
    assert least_said(replace(part("elderly"), scale=(0.5, 0.0)), 0.4, YEAR) == (
        "老年人口占比不超过 30%"
    )
    assert least_said(replace(part("age"), scale=(60, 15)), 0.5, YEAR) == "建成年代不早于 1989 年"
