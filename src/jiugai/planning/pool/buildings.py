"""Which buildings a rule keeps out of the year's plan while their estate goes ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict
from jiugai.planning.pool.standing import Standing
from jiugai.policy.key import KEY
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.verdicts import judge_estates
from jiugai.policy.vocabulary import Building

Facts = Mapping[str, Any]

#: Rules on a building that say whether it is listed in the year's plan. Other gates on
#: buildings, like that of P14 三(二)⑥, stand before the works of that building.
LISTING: Final = ("bj22.building.demolition",)
#: By the reading `whole_estate` of BJ22 三(五)④ a refusal shuts the gate of the estate instead.
GUARDS: Final = "bj22.guards"
WHOLE_ESTATE: Final = "whole_estate"

_ROW: Final = "_building"


@dataclass(frozen=True, slots=True)
class Judged:
    """A building by its name, its facts, and the rule that it does not meet or may not meet."""

    name: str
    facts: Facts
    standing: Standing | None = None

    @property
    def is_out(self) -> bool:
        """Return whether a rule keeps the building out."""
        return self.standing is not None and self.standing.verdict is Verdict.NOT_MET

    @property
    def is_open(self) -> bool:
        """Return whether evidence is missing; such a building stays in."""
        return self.standing is not None and self.standing.verdict is Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class Housing:
    """The buildings that the ledgers list of an estate."""

    buildings: tuple[Judged, ...] = ()

    @property
    def out(self) -> tuple[Judged, ...]:
        """Return the buildings that a rule keeps out."""
        return tuple(one for one in self.buildings if one.is_out)

    @property
    def open(self) -> tuple[Judged, ...]:
        """Return the buildings that lack evidence."""
        return tuple(one for one in self.buildings if one.is_open)

    @property
    def is_all_out(self) -> bool:
        """Return whether no listed building is left."""
        return bool(self.buildings) and len(self.out) == len(self.buildings)


def housing_of(law: Law, children: Mapping[str, pl.DataFrame] | None) -> dict[str, Housing]:
    """Return the buildings of each estate with what the law says of listing them.

    `children["building"]` has a row per building, `estate_id` that of its estate.
    """
    table = (children or {}).get("building", pl.DataFrame())
    rules = listing_rules(law)
    if table.is_empty() or not rules:
        return {}
    # Each building is judged as a subject of its own, under the name that judging goes by.
    keyed = table.drop(KEY).with_row_index(_ROW).with_columns(pl.col(_ROW).cast(pl.String))
    judged = judge_estates(law, keyed.rename({_ROW: KEY}), rules=rules)
    found: dict[str, list[Judged]] = {}
    for facts, (_row, reasons) in zip(table.iter_rows(named=True), judged.each(), strict=True):
        here = found.setdefault(str(facts[KEY]), [])
        standings = [Standing.of(rule, reasons[rule.id]) for rule in rules]
        here.append(Judged(_called(facts, len(here)), facts, _weightiest(standings)))
    return {estate: Housing(tuple(buildings)) for estate, buildings in found.items()}


def listing_rules(law: Law) -> tuple[Rule, ...]:
    """Return the rules in force that list a building in the year's plan or keep it out."""
    if law.readings.get(GUARDS) == WHOLE_ESTATE:
        return ()
    return tuple(rule for rule in law.rules_on(Building) if rule.id in LISTING)


def _called(facts: Facts, before: int) -> str:
    return str(facts.get("id") or _("第 {number} 栋").format(number=before + 1))


def _weightiest(standings: Sequence[Standing]) -> Standing | None:
    """Return the rule that keeps a building out, else one that lacks evidence, else none."""
    for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN):
        for standing in standings:
            if standing.verdict is verdict:
                return standing
    return None
