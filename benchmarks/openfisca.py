"""The same rules as OpenFisca formulas, made from the same condition trees."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

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
    ShareOfChildren,
)
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary.fact import Fact, Kind

PERIOD = "2022-06-01"
TYPES = {Kind.FLAG: bool, Kind.SHARE: float, Kind.DECIMAL: float, Kind.CHOICE: Enum}

Array = np.ndarray[Any, Any]


def prepared(
    law: Law, rules: list[Rule], facts: list[Fact], values: Mapping[str, Array]
) -> Callable[[], None]:
    """Return a function that computes every verdict anew on inputs already set."""
    estate = build_entity(key="estate", plural="estates", label="", is_person=True)
    system = TaxBenefitSystem([estate])
    words = {fact.name: _words(fact) for fact in facts if fact.kind is Kind.CHOICE}
    for fact in facts:
        system.add_variable(_fact(fact, estate, words.get(fact.name)))
    needed = _with_dependencies(law, rules)
    for id_ in needed:
        system.add_variable(_verdict(id_, law.bound[id_], estate, words))
    count = len(next(iter(values.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count=count)
    for fact in facts:
        given = values[fact.name]
        if fact.kind is Kind.CHOICE:
            given = np.array(list(words[fact.name]), dtype=object)[given]
            given = words[fact.name].encode(given)
        simulation.set_input(fact.name, PERIOD, given)

    def compute() -> None:
        for id_ in needed:
            simulation.delete_arrays(_name(id_))
        for rule in rules:
            simulation.calculate(_name(rule.id), PERIOD)

    return compute


def _name(id_: str) -> str:
    return id_.replace(".", "_")


def _words(fact: Fact) -> Any:
    return Enum(fact.name, {word: word for word in fact.choices})


def _fact(fact: Fact, estate: Any, words: Any) -> type[Variable]:
    body: dict[str, Any] = {
        "value_type": TYPES.get(fact.kind, int),
        "entity": estate,
        "definition_period": DateUnit.ETERNITY,
    }
    if words is not None:
        body |= {"possible_values": words, "default_value": next(iter(words))}
    return type(fact.name, (Variable,), body)


def _verdict(
    id_: str, condition: Condition, estate: Any, words: Mapping[str, Any]
) -> type[Variable]:
    read = _read(condition, words)

    def formula(person: Any, period: Any, parameters: Any) -> Array:
        return read(person, period)

    body = {
        "value_type": bool,
        "entity": estate,
        "definition_period": DateUnit.ETERNITY,
        "formula": formula,
    }
    return type(_name(id_), (Variable,), body)


Read = Callable[[Any, Any], Any]


def _read(condition: Condition, words: Mapping[str, Any]) -> Read:
    """Return a condition as a function over arrays; children are unknown to the peer: no."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return _joined([_read(part, words) for part in parts], isinstance(condition, AllOf))
        case Negation(part=part):
            inner = _read(part, words)
            return lambda person, period: ~inner(person, period)
        case Interpreted(options=options, taken=taken):
            return _read(options[taken], words)
        case Depends(rule=rule):
            return lambda person, period: person(_name(rule.id), period)
        case _:
            return _leaf(condition, words)


def _leaf(condition: Condition, words: Mapping[str, Any]) -> Read:
    match condition:
        case Holds(fact=fact):
            return lambda person, period: person(fact.name, period)
        case OneOf(fact=fact, words=wanted):
            return _one_of(fact, wanted, words)
        case Compares(fact=fact, op=op, other=other):
            return _compared(fact, op, other)
        case AnyChild() | ShareOfChildren():
            return lambda person, period: np.zeros(person.count, dtype=bool)
        case _:
            raise TypeError(f"The peer has no word for {condition!r}.")


def _joined(parts: list[Read], all_: bool) -> Read:
    def read(person: Any, period: Any) -> Any:
        total = parts[0](person, period)
        for part in parts[1:]:
            total = total & part(person, period) if all_ else total | part(person, period)
        return total

    return read


def _one_of(fact: Fact, wanted: frozenset[str], words: Mapping[str, Any]) -> Read:
    members = [words[fact.name][word] for word in sorted(wanted)]

    def read(person: Any, period: Any) -> Any:
        value = person(fact.name, period)
        total = value == members[0]
        for member in members[1:]:
            total = total | (value == member)
        return total

    return read


def _compared(fact: Fact, op: Any, other: Any) -> Read:
    holds = arithmetic.OPERATORS[op]
    if isinstance(other, Fact):
        return lambda person, period: holds(person(fact.name, period), person(other.name, period))
    limit = arithmetic.constant(fact, other)
    return lambda person, period: holds(person(fact.name, period), limit)


def _with_dependencies(law: Law, rules: list[Rule]) -> list[str]:
    found: dict[str, None] = {}

    def add(rule: Rule) -> None:
        for part in _nodes(law.bound[rule.id]):
            if isinstance(part, Depends):
                add(part.rule)
        found[rule.id] = None

    for rule in rules:
        add(rule)
    return list(found)


def _nodes(condition: Condition) -> list[Condition]:
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return [condition, *(node for part in parts for node in _nodes(part))]
        case Negation(part=part):
            return [condition, *_nodes(part)]
        case Interpreted(options=options, taken=taken):
            return _nodes(options[taken])
        case _:
            return [condition]
