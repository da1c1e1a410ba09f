"""What a fact is: one named, typed, explained thing that can be known about a subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from jiugai.policy.conditions import (
    AllOf,
    AnyOf,
    Compares,
    Condition,
    Holds,
    Negation,
    Number,
    OneOf,
    Op,
    TheDay,
    all_of,
    any_of,
)


class Kind(StrEnum):
    """How a fact is written and computed."""

    FLAG = "flag"  # yes or no
    WHOLE = "whole"  # a whole number
    DECIMAL = "decimal"  # a measured number, double precision
    SHARE = "share"  # 0 to 1; ledgers write per cent
    YEAR = "year"  # a calendar year
    DAY = "day"  # a calendar day
    MONEY = "money"  # whole cents (分); ledgers write 万元 unless the heading says otherwise
    CHOICE = "choice"  # one of a closed list
    TEXT = "text"


class Sensitivity(StrEnum):
    """Who may see a fact: everyone, staff of the division, or nobody without a recorded reason."""

    PUBLIC = "public"
    INTERNAL = "internal"
    SENSITIVE = "sensitive"


@dataclass(eq=False, slots=True)
class Fact:
    """A fact of the vocabulary; name and subject come from the class that declares it.

    `heading` is the Chinese column heading, `synonyms` what clerks write instead, `choices`
    maps the stored word to its Chinese term, `low` and `high` bound what is plausible.
    """

    kind: Kind
    heading: str
    meaning: str
    unit: str = ""
    synonyms: tuple[str, ...] = ()
    choices: dict[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    sensitivity: Sensitivity = Sensitivity.INTERNAL
    name: str = ""
    subject: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.subject = getattr(owner, "subject_name", owner.__name__.lower())

    @property
    def id(self) -> str:
        """Return `subject.name`, unique over the vocabulary."""
        return f"{self.subject}.{self.name}"

    def __repr__(self) -> str:
        return self.id

    # What follows lets a rule read like its clause: `Estate.built_year < number("…")`.

    def __lt__(self, other: Other) -> Compares:
        return Compares(self, Op.LT, other)

    def __le__(self, other: Other) -> Compares:
        return Compares(self, Op.LE, other)

    def __ge__(self, other: Other) -> Compares:
        return Compares(self, Op.GE, other)

    def __gt__(self, other: Other) -> Compares:
        return Compares(self, Op.GT, other)

    def equals(self, other: Other) -> Compares:
        """Compare for equality; `==` stays what Python means by it."""
        return Compares(self, Op.EQ, other)

    def is_one_of(self, *words: str) -> OneOf:
        """The choice is one of `words`.

        Raises ValueError if a word is not among the choices of the fact.
        """
        if strange := set(words) - set(self.choices):
            raise ValueError(f"{self.id} has no choice {sorted(strange)}.")
        return OneOf(self, frozenset(words))

    def __and__(self, other: Condition | Fact) -> AllOf:
        return all_of(self, other)

    def __or__(self, other: Condition | Fact) -> AnyOf:
        return any_of(self, other)

    def __invert__(self) -> Condition:
        return Negation(Holds(self))


Other = int | float | date | Number | TheDay | Fact


class Subject:
    """A kind of thing that rules speak of; its facts are its class attributes."""

    title: ClassVar[str]
    #: Set where the facts of one subject are declared in several classes.
    subject_name: ClassVar[str]
    #: The subject one level up (a building belongs to an estate), if any.
    parent: ClassVar[type[Subject] | None] = None

    @classmethod
    def facts(cls) -> Iterable[Fact]:
        """Return the facts in the order in which they are declared."""
        classes = [part for part in cls.__mro__ if part is not cls] + [cls]
        return (f for part in classes for f in vars(part).values() if isinstance(f, Fact))

    @classmethod
    def fact(cls, name: str) -> Fact:
        """Return one fact by name.

        Raises KeyError if the subject has no such fact.
        """
        found = getattr(cls, name, None)
        if not isinstance(found, Fact):
            raise KeyError(f"{cls.__name__.lower()}.{name}")
        return found


def flag(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare a yes-or-no fact."""
    return Fact(Kind.FLAG, heading, meaning, **more)


def whole(heading: str, meaning: str, *, low: float = 0, **more: Any) -> Fact:
    """Declare a whole number."""
    return Fact(Kind.WHOLE, heading, meaning, low=low, **more)


def decimal(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare a measured number."""
    return Fact(Kind.DECIMAL, heading, meaning, **more)


def share(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare a share between 0 and 1; ledgers write it in per cent."""
    return Fact(Kind.SHARE, heading, meaning, unit="%", low=0, high=1, **more)


def year(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare a calendar year."""
    return Fact(Kind.YEAR, heading, meaning, **({"low": 1840, "high": 2100} | more))


def day(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare a calendar day."""
    return Fact(Kind.DAY, heading, meaning, **more)


def money(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare an amount in whole cents; ledgers write it in 万元."""
    return Fact(Kind.MONEY, heading, meaning, unit="万元", low=0, **more)


def choice(heading: str, meaning: str, choices: dict[str, str], **more: Any) -> Fact:
    """Declare one word out of a closed list, stored word to Chinese term."""
    return Fact(Kind.CHOICE, heading, meaning, choices=choices, **more)


def text(heading: str, meaning: str, **more: Any) -> Fact:
    """Declare free text, which rules do not read."""
    return Fact(Kind.TEXT, heading, meaning, **more)
