"""17 rules of a scope-and-gates rulebook over 2,000,000 estates, against OpenFisca-Core.

The peer computes the same 17 verdicts from the same condition trees, written as its formulas
over numpy arrays. It knows no missing values and gives no reasons. Ours has 5 % of all facts
missing and returns, beside every verdict, the outcome of each condition (met, not met,
unknown): what the deciding clause and the missing fact are read from. Both have read their
rules and hold the facts in memory before the clock starts.
"""

from datetime import date
from typing import Any

import ibis
import numpy as np
import polars as pl

from benchmarks.measure import Result, in_turn, peak_gib, tell
from benchmarks.openfisca import prepared
from jiugai.policy.key import KEY
from jiugai.policy.law import Law, law_of
from jiugai.policy.leaves import facts_read, walk
from jiugai.policy.register import judge_register
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary.fact import Fact, Kind

ESTATES = 2_000_000
MISSING = 0.05
MOST_GIB = 4
DAY = date(2022, 6, 1)
RULES = (
    *(f"xc18.scope{part}" for part in (".early", ".energy", ".danger", ".gaps", "")),
    "p14.scope",
    "p14.need",
    *(
        f"bj22.gate.{name}"
        for name in (
            "asked governance consensus publicity demolition reserve property coordination duties"
            " risks"
        ).split()
    ),
)


def law_and_rules() -> tuple[Law, list[Rule]]:
    """Return a law in which all of them are in force at once: the made-up district's."""
    law = law_of("110199", DAY)
    return law, [law.rules[id_] for id_ in RULES]


def facts_of(law: Law, rules: list[Rule]) -> list[Fact]:
    """Return the estate facts that the rules read, each once."""
    found = {
        fact.id: fact
        for rule in rules
        for part in walk(law.bound[rule.id])
        for fact in facts_read(part)
        if fact.subject == "estate"
    }
    return [found[id_] for id_ in sorted(found)]


def column(fact: Fact, rng: np.random.Generator) -> np.ndarray[Any, Any]:
    """Return believable values of a fact; choices as the index of the word."""
    match fact.kind:
        case Kind.FLAG:
            return rng.random(ESTATES) < 0.7
        case Kind.YEAR:
            return rng.integers(1950, 2020, ESTATES, dtype=np.int32)
        case Kind.CHOICE:
            return rng.integers(0, len(fact.choices), ESTATES, dtype=np.uint8)
        case Kind.SHARE | Kind.DECIMAL:
            return rng.random(ESTATES)
        case _:
            return rng.integers(0, 1000, ESTATES, dtype=np.int32)


def series(fact: Fact, values: np.ndarray[Any, Any], rng: np.random.Generator) -> pl.Series:
    """Return the values as a column of a register, some of them missing."""
    found = pl.Series(fact.name, values)
    if fact.kind is Kind.CHOICE:
        found = pl.Series(fact.name, list(fact.choices)).gather(found)
        found = found.cast(pl.Enum(list(fact.choices)))
    gone = pl.Series(rng.random(ESTATES) < MISSING)
    return pl.select(pl.when(~gone).then(found).alias(fact.name)).to_series()


def run() -> list[Result]:
    """Return one line."""
    law, rules = law_and_rules()
    rng = np.random.default_rng(20)
    facts = facts_of(law, rules)
    values = {fact.name: column(fact, rng) for fact in facts}
    register = pl.DataFrame(
        [pl.Series(KEY, np.arange(ESTATES)), *(series(f, values[f.name], rng) for f in facts)]
    )
    connection = ibis.polars.connect({"estate": register.lazy()})
    judged = judge_register(law, connection.table("estate"), rules=rules)
    plan = connection.compile(judged.leaf_table)
    theirs = prepared(law, rules, facts, values)
    peak = 0.0

    def ours() -> None:
        nonlocal peak
        judged.with_rules(plan.collect(engine="in-memory"))
        peak = max(peak, peak_gib())

    mine, other, ratio = in_turn(ours, theirs)
    return [
        Result(
            f"{len(rules)} rules × {ESTATES:,} estates, 5 % of facts missing, with reasons",
            mine * 1000,
            "ms",
            f"≤ 1.00 × peer without reasons; ≤ {MOST_GIB} GiB",
            ratio <= 1 and peak <= MOST_GIB,
            "OpenFisca-Core",
            other * 1000,
            ratio,
            peak,
        )
    ]


if __name__ == "__main__":
    tell(run())
