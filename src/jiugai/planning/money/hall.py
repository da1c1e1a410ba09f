"""Bounds on the works that the pots of a budget can pay for."""

from collections.abc import Iterator

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.planning.classes import class_titles
from jiugai.planning.model.hall import HallSet, hall_sets
from jiugai.planning.model.limits import Kind, Limit, Whole
from jiugai.planning.money.budget import Budget, source_title


def money_limits(net: Whole, budget: Budget, *, carry: bool, every: bool = False) -> list[Limit]:
    """Return bounds that hold exactly if the pots can pay for the works.

    With `carry`, what a year leaves over may be spent later; with `every`, bounds that others
    imply are there as well.
    """
    return [
        Limit(
            kind=Kind.MONEY,
            year=budget.years[found.last],
            title=_title(found, budget),
            use=net,
            when=found.when,
            most=found.supply,
            scale=CENTS_PER_WAN,
        )
        for found in hall_sets(budget.pots, budget.years, carry=carry, every=every)
    ]


def _title(found: HallSet, budget: Budget) -> str:
    """Return what the money of a set is called."""
    pots = [budget.pots[index] for index in found.members]
    sources = listed(dict.fromkeys(source_title(pot.source) for pot in pots))
    return _("{works}可用的资金（{sources}）").format(
        works=listed(_works(found, budget)), sources=sources or _("没有来源")
    )


def _works(found: HallSet, budget: Budget) -> Iterator[str]:
    """Yield the classes of the set with their years, those of the same years together."""
    for start, end, classes in found.stretches():
        first, last = budget.years[start], budget.years[end]
        years = str(last) if first == last else f"{first}–{last}"
        yield _("{years} 年{classes}").format(years=years, classes=class_titles(classes))
