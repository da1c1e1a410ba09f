"""What a rulebook holds besides rules and numbers: clauses, readings, menus, duties, targets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Self

from jiugai.kernel.source import Clause


class Works(StrEnum):
    """The class of works, which decides who pays and what a plan may choose."""

    BASIC = "basic"
    IMPROVING = "improving"
    UPGRADING = "upgrading"
    OPTIONAL = "optional"  # texts that know only basic and optional works


class Where(StrEnum):
    """What a menu item is done to."""

    BUILDING = "building"
    PUBLIC_AREA = "public_area"
    GOVERNANCE = "governance"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a rulebook file that stands in one clause."""

    id: str
    clause: Clause

    @classmethod
    def read(cls, document: str, raw: dict[str, Any]) -> Self:
        """Return the entry; raises TypeError or ValueError if a field is wrong."""
        other, space, number = str(raw["clause"]).partition(" ")
        foreign = space and other.isascii()
        clause = Clause(other, number) if foreign else Clause(document, str(raw["clause"]))
        known = {item.name for item in fields(cls)}
        if strange := set(raw) - known:
            raise TypeError(f"unknown fields {sorted(strange)}")
        values = {
            name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()
        }
        fields_: dict[str, Any] = values | {"clause": clause}
        return cls(**fields_)


@dataclass(frozen=True, slots=True)
class NormativeClause(Entry):
    """A clause that asks, allows or forbids something, and what realises it.

    `realised_by` names things like `rule:xc18.scope.early`; `excused` says why nothing can.
    """

    says: str
    realised_by: tuple[str, ...] = ()
    excused: str = ""

    @classmethod
    def read(cls, document: str, raw: dict[str, Any]) -> Self:
        """Return the entry; its id is the document and the clause number."""
        no = str(raw["no"])
        rest = {name: value for name, value in raw.items() if name != "no"}
        return super(NormativeClause, cls).read(
            document, rest | {"id": f"{document} {no}", "clause": no}
        )


@dataclass(frozen=True, slots=True)
class Reading(Entry):
    """A place where a text is open or two disagree: the options, which one is taken and why.

    `options` maps the option to what it means; `against` lists clauses that say otherwise.
    """

    question: str
    options: dict[str, str]
    taken: str
    why: str
    against: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.taken not in self.options:
            raise ValueError(f"{self.id}: {self.taken} is not among its options.")


@dataclass(frozen=True, slots=True)
class MenuItem(Entry):
    """One thing that a renewal may or must do.

    `cure` marks 治理类 works, which come before all others; `needs` names items that must be
    done before or with it; `by_will` asks for the residents' decision.
    """

    title: str
    works: Works
    where: Where
    cure: bool = False
    needs: tuple[str, ...] = ()
    by_will: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "works", Works(self.works))
        object.__setattr__(self, "where", Where(self.where))


@dataclass(frozen=True, slots=True)
class Duty(Entry):
    """What somebody owes: a department's duty, a mechanism, a reform, a step or an obligation."""

    title: str
    kind: str
    leads: tuple[str, ...]
    cooperates: tuple[str, ...] = ()
    deliverable: str = ""
    due: date | None = None

    def __post_init__(self) -> None:
        kinds = ("department", "mechanism", "reform", "step", "obligation", "encouragement")
        if self.kind not in kinds:
            raise ValueError(f"{self.id}: kind must be one of {kinds}.")


@dataclass(frozen=True, slots=True)
class Target(Entry):
    """A figure that a text wants reached by a day; `measure` names what is counted."""

    title: str
    measure: str
    value: int | float
    unit: str
    due: date


@dataclass(frozen=True, slots=True)
class Term(Entry):
    """A notion that a text defines, in our words."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a place adds to the documents that bind it anyway: adopted ones and chosen readings.

    `adopts` maps a document to the day from which it is adopted.
    """

    code: str
    adopts: dict[str, date]
    readings: dict[str, str]
