"""One estate under all scope and gate rules of Beijing, with full trace, against zen-engine.

The peer evaluates an equal decision table: one row per way in which a rule can be met (the
disjunctive normal form of its conditions over the same facts), all rows collected. It has no
missing values and its trace is off, which is its fastest way.
"""

import json
import statistics
from datetime import date
from itertools import product
from typing import Any

import zen

from benchmarks.measure import Result, in_turn, seconds, tell
from jiugai.policy import arithmetic
from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    Compares,
    Condition,
    Depends,
    Holds,
    Interpreted,
    Negation,
    OneOf,
    Op,
    ShareOfChildren,
)
from jiugai.policy.law import Law, law_of
from jiugai.policy.leaves import facts_read, walk
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary.fact import Fact, Kind

DAY = date(2022, 6, 1)
BAR_MILLISECONDS = 0.25
TIMES = 200
OPPOSITE = {Op.LT: Op.GE, Op.LE: Op.GT, Op.GE: Op.LT, Op.GT: Op.LE}
SIGN = {Op.LT: "<", Op.LE: "<=", Op.GE: ">=", Op.GT: ">", Op.EQ: "=="}

Cell = tuple[str, str]  # a fact and what its column of the table says


def run() -> list[Result]:
    """Return one line."""
    law = law_of("11", DAY)
    rules = list(law.rules_on(topics=(Topic.SCOPE, Topic.GATE)))
    facts = example(law, rules)
    table = zen.ZenEngine().create_decision(json.dumps(decision_table(law, rules)))

    def ours() -> None:
        for _ in range(TIMES):
            for rule in rules:
                law.judge(rule.id, facts)

    def theirs() -> None:
        for _ in range(TIMES):
            table.evaluate(facts)

    _, other, ratio = in_turn(ours, theirs)
    each = statistics.median(
        seconds(lambda: [law.judge(rule.id, facts) for rule in rules], runs=1000)
    )
    took = each * 1000
    return [
        Result(
            f"one estate, {len(rules)} scope and gate rules of Beijing, full trace",
            took,
            "ms",
            f"≤ {BAR_MILLISECONDS} ms; < 1.00 × peer",
            took <= BAR_MILLISECONDS and ratio < 1,
            "zen-engine",
            other / TIMES * 1000,
            ratio,
        )
    ]


def example(law: Law, rules: list[Rule]) -> dict[str, Any]:
    """Return an estate about which everything is known, so that no rule ends early."""
    found: dict[str, Any] = {}
    for rule in rules:
        for part in walk(law.bound[rule.id]):
            found |= {f.name: _known(f) for f in facts_read(part) if f.subject == "estate"}
    return found


def _known(fact: Fact) -> Any:
    match fact.kind:
        case Kind.FLAG:
            return True
        case Kind.YEAR:
            return 1986
        case Kind.CHOICE:
            return next(iter(fact.choices))
        case Kind.SHARE:
            return 0.85
        case _:
            return 12


def decision_table(law: Law, rules: list[Rule]) -> dict[str, Any]:
    """Return the rules as a zen decision table that collects every rule that is met."""
    rows = [
        (rule.id, dict(row))
        for rule in rules
        for row in ways(law, law.bound[rule.id], True)
        if row
    ]
    columns = sorted({name for _, row in rows for name in row})
    body = [{**row, "_id": str(i), "rule": f"'{id_}'"} for i, (id_, row) in enumerate(rows)]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in columns],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": body,
    }
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }


def ways(law: Law, condition: Condition, wanted: bool) -> list[list[Cell]]:
    """Return the rows in which a condition comes out as wanted; children are left to ours."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            below = [ways(law, part, wanted) for part in parts]
            if isinstance(condition, AllOf) is wanted:
                return [[cell for row in rows for cell in row] for rows in product(*below)]
            return [row for rows in below for row in rows]
        case Negation(part=part):
            return ways(law, part, not wanted)
        case Interpreted(options=options, taken=taken):
            return ways(law, options[taken], wanted)
        case Depends(rule=rule):
            return ways(law, law.bound[rule.id], wanted)
        case AnyChild() | ShareOfChildren():
            return []
        case _:
            return [[_cell(condition, wanted)]]


def _cell(condition: Condition, wanted: bool) -> Cell:
    match condition:
        case Holds(fact=fact):
            return fact.name, str(wanted).lower()
        case OneOf(fact=fact, words=words):
            named = ", ".join(f"'{word}'" for word in sorted(words))
            return fact.name, named if wanted else f"not in [{named}]"
        case Compares(fact=fact, op=op, other=other) if not isinstance(other, Fact):
            sign = SIGN[op if wanted else OPPOSITE[op]]
            return fact.name, f"{sign} {arithmetic.constant(fact, other)}"
        case _:
            raise TypeError(f"The peer's table has no cell for {condition!r}.")


if __name__ == "__main__":
    tell(run())
