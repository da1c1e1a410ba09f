"""Who pays for which works, as the texts say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jiugai.policy.entries import Entry, Works


class Source(StrEnum):
    """Who gives the money."""

    CENTRAL = "central"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    SOCIAL = "social_capital"
    RESIDENTS = "residents"
    OWNER_UNITS = "owner_units"
    PIPELINES = "pipeline_companies"
    TOTAL = "total"  # an amount of which nobody said where it comes from


#: What texts that know only basic and optional works mean by optional.
OPTIONAL_WORKS: Final = frozenset({Works.IMPROVING, Works.UPGRADING})
ALL_WORKS: Final = OPTIONAL_WORKS | {Works.BASIC}


@dataclass(frozen=True, slots=True)
class Funding(Entry):
    """One statement of a text about who pays for what; no `works` means that it names no class.

    `mainly` marks what a source pays above all; none of the statements forbids the rest.
    """

    says: str
    sources: tuple[Source, ...]
    works: tuple[Works, ...] = ()
    mainly: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", tuple(Source(name) for name in self.sources))
        object.__setattr__(self, "works", tuple(Works(name) for name in self.works))
        if Source.TOTAL in self.sources or not self.sources:
            raise ValueError(f"{self.id}: sources must name who pays.")

    @property
    def classes(self) -> frozenset[Works]:
        """Return the classes meant: basic, improving, upgrading, or all of them."""
        named = frozenset(self.works)
        if Works.OPTIONAL in named:
            named = (named - {Works.OPTIONAL}) | OPTIONAL_WORKS
        return named or ALL_WORKS


@dataclass(frozen=True, slots=True)
class Payer:
    """What the law of a place and a day says that one source pays, and where it says so."""

    source: Source
    said: tuple[Funding, ...]

    @property
    def classes(self) -> frozenset[Works]:
        """Return the classes that some text lets the source pay."""
        return frozenset[Works]().union(*(one.classes for one in self.said))

    @property
    def main_classes(self) -> frozenset[Works]:
        """Return the classes that the source is to pay above all."""
        return frozenset[Works]().union(*(one.classes for one in self.said if one.mainly))


def payers_in(statements: Iterable[Funding]) -> dict[Source, Payer]:
    """Return what the statements say of each source; a source of which nobody speaks is absent."""
    every = tuple(statements)
    return {
        source: Payer(source, said)
        for source in Source
        if (said := tuple(one for one in every if source in one.sources))
    }
