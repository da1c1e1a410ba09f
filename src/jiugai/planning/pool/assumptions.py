"""Declared assumptions that stand in for what a ledger lacks, each value marked as assumed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from jiugai.kernel.money import CENTS_PER_YUAN
from jiugai.planning.classes import BASIC, CLASSES

Facts = Mapping[str, Any]

HOUSEHOLDS: Final = "household_count"
AREA: Final = "floor_area_m2"
BUILDINGS: Final = "building_count"
COSTS: Final = tuple(f"{works.value}_cost" for works in CLASSES)

#: The entries of a file, and for each class that of its cost.
PER_BUILDING: Final = "households_per_building"
PER_ESTATE: Final = "households_per_estate"
PER_HOUSEHOLD: Final = "area_per_household"
PER_M2: Final = tuple(f"cost_per_m2.{works.value}" for works in CLASSES)
ENTRIES: Final = (PER_BUILDING, PER_ESTATE, PER_HOUSEHOLD, *PER_M2)


@dataclass(frozen=True, slots=True)
class When:
    """The estates that a case is about; a fact that nobody knows meets no condition."""

    built_from: int | None = None
    built_to: int | None = None
    structure: str = ""
    division: str = ""

    def fits(self, facts: Facts) -> bool:
        """Return whether an estate meets every condition."""
        return (
            self._fits_year(facts.get("built_year"))
            and (not self.structure or facts.get("structure") == self.structure)
            and str(facts.get("division") or "").startswith(self.division)
        )

    def _fits_year(self, year: int | None) -> bool:
        if self.built_from is None and self.built_to is None:
            return True
        if year is None:
            return False
        return (self.built_from or year) <= year <= (self.built_to or year)


@dataclass(frozen=True, slots=True)
class Case:
    """What is assumed of some estates: entries by name, those of no other entry."""

    when: When
    values: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed, and on whose word; `cases` from the special to the general.

    The last case is about everybody.
    """

    source: str
    cases: tuple[Case, ...]
    file: str = ""

    def value(self, entry: str, facts: Facts) -> Fraction | None:
        """Return what is assumed of an estate, by the first case that fits and says it."""
        for case in self.cases:
            if entry in case.values and case.when.fits(facts):
                return case.values[entry]
        return None


@dataclass(frozen=True, slots=True)
class Derived:
    """An estate's facts with what was derived, the names of those, and what stands in the way.

    `lacking` are the facts, or else the entries of the file, for want of which the cost of
    the basic works could not be derived.
    """

    facts: Facts
    assumed: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def derive(facts: Facts, assumptions: Assumptions | None) -> Derived:
    """Return what is given together with what the assumptions derive; what is given stays."""
    if assumptions is None:
        return Derived(facts)
    found = dict(facts)
    households = _households(facts, assumptions)
    if households is not None:
        found[HOUSEHOLDS] = households
    area = _area(found, assumptions)
    if facts.get(AREA) is None and area is not None:
        found[AREA] = float(area)
    for name, entry in zip(COSTS, PER_M2, strict=True):
        rate = assumptions.value(entry, facts)
        if facts.get(name) is None and rate is not None and area is not None:
            found[name] = half_up(area * rate * CENTS_PER_YUAN)
    names = (HOUSEHOLDS, AREA, *COSTS)
    assumed = tuple(n for n in names if facts.get(n) is None and found.get(n) is not None)
    return Derived(found, assumed, _lacking(found, assumptions))


def _households(facts: Facts, assumptions: Assumptions) -> int | None:
    """Return the households of an estate, as given or derived."""
    if facts.get(HOUSEHOLDS) is not None:
        return int(facts[HOUSEHOLDS])
    each = assumptions.value(PER_BUILDING, facts)
    if facts.get(BUILDINGS) and each is not None:
        return half_up(facts[BUILDINGS] * each)
    whole = assumptions.value(PER_ESTATE, facts)
    return None if whole is None else half_up(whole)


def _area(facts: Facts, assumptions: Assumptions) -> Fraction | None:
    """Return the exact floor area of an estate, as given or derived."""
    if facts.get(AREA) is not None:
        return Fraction(str(facts[AREA]))
    each = assumptions.value(PER_HOUSEHOLD, facts)
    if facts.get(HOUSEHOLDS) is None or each is None:
        return None
    return int(facts[HOUSEHOLDS]) * each


def _lacking(facts: Facts, assumptions: Assumptions) -> tuple[str, ...]:
    """Return what stands between an estate and the cost of its basic works."""
    if facts.get(COSTS[BASIC]) is not None:
        return ()
    if assumptions.value(PER_M2[BASIC], facts) is None:
        return (PER_M2[BASIC],)
    if assumptions.value(PER_HOUSEHOLD, facts) is None:
        return (AREA,)
    if assumptions.value(PER_BUILDING, facts) is None:
        return (AREA, HOUSEHOLDS)
    return (AREA, HOUSEHOLDS, BUILDINGS)


def half_up(value: Fraction) -> int:
    """Return the nearest whole number, the greater of two that are equally near."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def ordered_cases(special: Sequence[Case], general: Mapping[str, Fraction]) -> tuple[Case, ...]:
    """Return the special cases in their order, and then what holds of everybody else."""
    return (*special, Case(When(), general))
