"""The shipped rules give the same verdicts one by one and on every engine."""

from datetime import date

import pytest

from jiugai.kernel.verdict import NAMES
from jiugai.policy.engines import Engine, connected
from jiugai.policy.law import law_of
from jiugai.policy.vocabulary import SUBJECTS
from tests.core.policy.random_facts import rows
from tests.core.policy.readers import register_verdicts, tables
from tests.core.policy.toy import RULES, House, Toy, ToyLaw

LAWS = [
    ("110102", date(2018, 7, 1)),
    ("110102", date(2020, 6, 1)),
    ("11", date(2022, 6, 1)),
    ("4102", date(2020, 6, 1)),
    ("110199", date(2026, 6, 1)),
    ("", date(2024, 2, 29)),
]
SLOW = [Engine.POSTGRES, Engine.SPARK]


def one_by_one(law, subject, facts):
    return {
        rule.id: [NAMES[law.judge(rule.id, row).trace.truth] for row in facts]
        for rule in law.rules_on(subject)
    }


def compare(engine, laws, count):
    for place, day in laws:
        law = law_of(place, day)
        for subject in SUBJECTS:
            if not (rules := law.rules_on(subject)):
                continue
            facts = rows(law, subject, count=count, seed=len(subject.__name__))
            children = [kind for kind in SUBJECTS if kind.parent is subject]
            names = [kind.__name__.lower() for kind in children]
            with connected(engine, tables(subject, facts, children)) as connection:
                found = register_verdicts(law, rules, connection, names)

            assert found == one_by_one(law, subject, facts), (place, day, subject)


def test_polars_agrees_on_the_law_of_the_capital():
    compare(Engine.POLARS, LAWS[2:3], 60)


@pytest.mark.slow
def test_polars_agrees_on_every_law():
    compare(Engine.POLARS, LAWS, 600)


@pytest.mark.slow
@pytest.mark.parametrize("engine", SLOW)
def test_an_engine_agrees_on_the_laws_of_a_capital_and_of_the_demonstration(engine):
    compare(engine, [LAWS[2], LAWS[4]], 150)


@pytest.mark.slow
@pytest.mark.parametrize("engine", SLOW)
def test_an_engine_agrees_on_every_kind_of_condition(engine):
    law = ToyLaw()
    facts = rows_of_toy(law)
    with connected(engine, tables(Toy, facts, [House])) as connection:
        found = register_verdicts(law, RULES, connection, ["house"])

    assert found == {r.id: [law.judges[r.id](row).verdict for row in facts] for r in RULES}


def rows_of_toy(law):
    import random

    from tests.core.policy.random_facts import facts, thresholds

    chance = random.Random(7)
    near = dict(thresholds(law))
    return [
        facts(Toy, chance, near, law.day)
        | {"house": [facts(House, chance, near, law.day) for _ in range(chance.randrange(4))]}
        for _ in range(400)
    ]
