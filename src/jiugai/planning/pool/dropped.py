"""What an estate is without the buildings that a rule keeps out of the year's plan.

Reading of BJ22 三(五)④ over several years: a building whose residents refuse is not listed "this
year". A plan must not count on a consent that nobody has given, and its costs are one figure per
estate, not one per year; so the building is in no year of the plan. As soon as the ledger says
that its residents agree, the next plan has it again.

What is taken off is the building's own figure where the buildings table has it. Else it is the
building's share of the households, else of the floor area, else of the number of buildings,
divided to the cent by largest remainders. The score of need stays that of the whole estate.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.kernel.money import wan
from jiugai.planning.classes import CLASSES
from jiugai.planning.pool.buildings import Facts, Housing, Judged
from jiugai.planning.pool.split import split
from jiugai.planning.pool.standing import Standing

#: The facts of an estate that become less, and those by which they are divided.
COSTS: Final = tuple(f"{works.value}_cost" for works in CLASSES)
HOUSEHOLDS: Final = "household_count"
AREA: Final = "floor_area_m2"

#: Areas are divided in square centimetres, so that they add up as well.
_FINE: Final = 10_000


class Basis(StrEnum):
    """How a figure of a building was found."""

    OWN = "own"  # the buildings table gives it
    HOUSEHOLDS = "households"  # by its share of the households
    AREA = "area"  # by its share of the floor area
    COUNT = "count"  # by the number of buildings
    BEYOND = "beyond"  # by a share: what the buildings table gives leaves nothing for the others


#: What goes with a building, if it is known of the estate at all, and how that was found.
Taken = tuple[int | None, Basis]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A building that is not in the plan, the rule behind it, and what is taken off with it.

    `costs` in cents per class, and `households`, are None where the estate has no figure;
    `bases` says how each was found.
    """

    name: str
    standing: Standing
    households: int | None
    costs: tuple[int | None, int | None, int | None]
    bases: frozenset[Basis]

    @property
    def cost(self) -> int:
        """Return what is taken off in cents, all classes together."""
        return sum(cents or 0 for cents in self.costs)


def basis_title(basis: Basis) -> str:
    """Return how a figure was found, in words."""
    match basis:
        case Basis.OWN:
            return _("楼栋台账所填")
        case Basis.HOUSEHOLDS:
            return _("按户数占比")
        case Basis.AREA:
            return _("按面积占比")
        case Basis.COUNT:
            return _("按楼栋数均分")
        case Basis.BEYOND:
            return _("楼栋所填与小区合计不符，改按占比")


def without(facts: Facts, housing: Housing) -> tuple[Facts, tuple[Dropped, ...]]:
    """Return an estate's facts without its buildings that are out, and what each took with it.

    An estate all of whose buildings are out keeps its facts: it is out as a whole.
    """
    if not housing.out or housing.is_all_out:
        return facts, ()
    basis, weights = _shares(facts, housing)
    less = dict(facts)
    taken: dict[str, list[Taken]] = {}
    for name in (*COSTS, HOUSEHOLDS, AREA):
        fine = _FINE if name == AREA else 1
        given = [_whole_units(one.facts.get(name), fine) for one in housing.out]
        total = _whole_units(facts.get(name), fine)
        if total is None:
            taken[name] = [(None, basis) for _one in housing.out]
            continue
        # All the cost may lie in what is gone, but not all the homes: others stay.
        most = total if name in COSTS else total - 1
        taken[name] = _taken(total, given, weights, basis=basis, most=most)
        left = total - sum(figure or 0 for figure, _how in taken[name])
        less[name] = left / fine if name == AREA else left
    return less, tuple(_dropped(one, i, taken) for i, one in enumerate(housing.out))


def _whole_units(figure: float | None, fine: int) -> int | None:
    return None if figure is None else round(fine * figure)


def _taken(
    total: int, given: Sequence[int | None], weights: Sequence[int], *, basis: Basis, most: int
) -> list[Taken]:
    """Return what goes with each building that is out, and how that was found.

    What is given comes first; the others have their share of the rest.
    """
    own = sum(figure or 0 for figure in given)
    if own > most and any(given):
        return [(share, Basis.BEYOND) for share in split(total, weights)[:-1]]
    shares = [0 if figure is not None else w for figure, w in zip(given, weights, strict=False)]
    parts = split(total - own, [*shares, weights[-1]])
    return [
        (part, basis) if figure is None else (figure, Basis.OWN)
        for figure, part in zip(given, parts, strict=False)
    ]


def _dropped(one: Judged, i: int, taken: Mapping[str, Sequence[Taken]]) -> Dropped:
    if one.standing is None:
        raise ValueError(f"{one.name}: no rule keeps it out.")
    basic, improving, upgrading = (taken[name][i][0] for name in COSTS)
    found = [figures[i] for name, figures in taken.items() if name != AREA]
    return Dropped(
        one.name,
        one.standing,
        taken[HOUSEHOLDS][i][0],
        (basic, improving, upgrading),
        frozenset(how for figure, how in found if figure is not None),
    )


def _shares(facts: Facts, housing: Housing) -> tuple[Basis, list[int]]:
    """Return what buildings are compared by: weights of those out, then of all the others."""
    for basis, name, fine in (
        (Basis.HOUSEHOLDS, HOUSEHOLDS, 1),
        (Basis.AREA, AREA, _FINE),
    ):
        own = [one.facts.get(name) for one in housing.out]
        whole = _whole(facts, housing, name)
        if whole is not None and None not in own:
            weights = [round(fine * one) for one in own if one is not None]
            rest = round(fine * whole) - sum(weights)
            # Buildings that fill more than the estate contradict it, and cannot be a share of it.
            if rest > 0:
                return basis, [*weights, rest]
    buildings = max(facts.get("building_count") or 0, len(housing.buildings))
    return Basis.COUNT, [*(1 for _one in housing.out), buildings - len(housing.out)]


def _whole(facts: Facts, housing: Housing, name: str) -> float | None:
    """Return a figure of the estate, or the sum of its buildings where all of them are listed."""
    if facts.get(name) is not None:
        return float(facts[name])
    own = [one.facts.get(name) for one in housing.buildings]
    complete = (facts.get("building_count") or 0) <= len(own) and None not in own
    return float(sum(one for one in own if one is not None)) if complete else None


def dropped_sentences(dropped: Sequence[Dropped]) -> list[str]:
    """Return, per rule, which buildings are in no year of the plan and what went with them."""
    by_rule: dict[Standing, list[Dropped]] = {}
    for one in dropped:
        by_rule.setdefault(one.standing, []).append(one)
    return [
        ngettext(
            "本计划不含{names}：不符合“{title}”（规则 {rule}，依据 {clauses}），"
            "已减去 {cost} 万元、{households} 户（{how}）；台账改为符合后，以后的计划可再列入",
            households := sum(one.households or 0 for one in group),
        ).format(
            names=listed(one.name for one in group),
            title=standing.title,
            rule=standing.rule,
            clauses=standing.clauses,
            households=households,
            cost=wan(sum(one.cost for one in group)),
            how=listed(_how(group)),
        )
        for standing, group in by_rule.items()
    ]


def _how(group: Sequence[Dropped]) -> list[str]:
    return [basis_title(basis) for basis in Basis if any(basis in one.bases for one in group)]


def all_out_sentence(housing: Housing) -> str:
    """Return that every building of an estate is out, and by which rules."""
    standings = Counter(one.standing for one in housing.out if one.standing)
    return listed(
        (
            ngettext(
                "台账所列 {count} 栋楼都不符合“{title}”（规则 {rule}，依据 {clauses}）", count
            ).format(
                count=count,
                title=standing.title,
                rule=standing.rule,
                clauses=standing.clauses,
            )
            for standing, count in standings.items()
        ),
        "；",
    )
