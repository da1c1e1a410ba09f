"""Worked cases: situations written beside a rule, with the verdict a lawyer expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from jiugai.kernel.errors import RulebookError, UsageError
from jiugai.policy.law import Law, law_of
from jiugai.policy.rulebook import ROOT, load_yaml, rulebook
from jiugai.policy.vocabulary import SUBJECTS
from jiugai.policy.vocabulary.fact import Subject

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Case:
    """One situation on one day in one place; `expect` is a verdict, or silent for none at all."""

    name: str
    rule: str
    place: str
    day: date
    facts: Mapping[str, Any]
    expect: str
    readings: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what the rulebook says."""

    case: Case
    verdict: str
    missing: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Return whether the rulebook says what the case expects."""
        expected = self.case.missing
        same = expected is None or set(expected) == set(self.missing)
        return self.verdict == self.case.expect and same


def cases() -> Iterator[Case]:
    """Return every worked case of the rulebook.

    Raises RulebookError if a case names a rule, fact or word that does not exist.
    """
    for path in sorted(ROOT.rglob("*.cases.yaml")):
        file = path.relative_to(ROOT).as_posix()
        for raw in load_yaml(path):
            try:
                missing = tuple(raw["missing"]) if "missing" in raw else None
                case = Case(**(raw | {"file": file, "missing": missing}))
            except TypeError as error:
                raise RulebookError(f"{file}: {raw!r}: {error}") from error
            _check(case)
            yield case


def try_case(case: Case) -> Outcome:
    """Return what the rulebook says about a case."""
    try:
        law = _law(case.place, case.day, tuple(sorted(case.readings.items())))
    except UsageError:
        return Outcome(case, SILENT, ())
    if case.rule not in law.rules:
        return Outcome(case, SILENT, ())
    finding = law.judge(case.rule, case.facts)
    return Outcome(case, finding.verdict, finding.missing)


@lru_cache(maxsize=256)  # thousands of cases share a few hundred days
def _law(place: str, day: date, readings: tuple[tuple[str, str], ...]) -> Law:
    return law_of(place, day, readings=dict(readings))


def _check(case: Case) -> None:
    rule = rulebook().rules.get(case.rule)
    if rule is None:
        raise RulebookError(f"{case.file}: {case.name}: there is no rule {case.rule}.")
    _check_facts(case, rule.subject, case.facts)


def _check_facts(case: Case, subject: type[Subject], facts: Mapping[str, Any]) -> None:
    below = {kind.__name__.lower(): kind for kind in SUBJECTS if kind.parent is subject}
    for name, value in facts.items():
        if name in below:
            for child in value:
                _check_facts(case, below[name], child)
            continue
        try:
            fact = subject.fact(name)
        except KeyError as error:
            raise RulebookError(f"{case.file}: {case.name}: there is no fact {error}.") from error
        if fact.choices and value is not None and value not in fact.choices:
            raise RulebookError(f"{case.file}: {case.name}: {fact.id} has no choice {value!r}.")
