"""What the works of an estate count for in a quota or a firm's capacity."""

from collections.abc import Iterable, Sequence

import numpy as np

from jiugai.kernel.i18n import listed, measured, ngettext
from jiugai.kernel.money import CENTS_PER_WAN, wan
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.demands.roll import NEAREST, called
from jiugai.planning.model.limits import Unit, Whole, unit_title
from jiugai.planning.pool.candidates import Candidate
from jiugai.policy.entries import Works


def counted(candidates: Sequence[Candidate], unit: Unit, classes: Iterable[Works]) -> Whole:
    """Return what each class of each estate counts for, [i, c].

    Money is what the works cost, class by class, whoever pays. Estates, households and ㎡ are
    counted once: with the basic class, which comes with every start, unless other classes are
    asked for alone.
    """
    named = frozenset(classes) or frozenset(CLASSES)
    if unit is not Unit.INVESTMENT and CLASSES[BASIC] in named:
        named = frozenset({CLASSES[BASIC]})
    found = np.zeros((len(candidates), len(CLASSES)), dtype=np.int64)
    for c in (c for c, works in enumerate(CLASSES) if works in named):
        for i, one in enumerate(candidates):
            found[i, c] = _size(one, unit, c) if one.offered[c] else 0
    return found


def _size(one: Candidate, unit: Unit, works: int) -> int:
    match unit:
        case Unit.INVESTMENT:
            return one.gross[works] or 0
        case Unit.ESTATES:
            return 1
        case Unit.HOUSEHOLDS:
            return one.households
        case Unit.AREA:
            return one.area or 0


def without_area(candidates: Iterable[Candidate], unit: Unit) -> str:
    """Return that estates cannot be counted in ㎡ because nobody gave their area, or ""."""
    lacking = [one for one in candidates if unit is Unit.AREA and one.area is None]
    if not lacking:
        return ""
    return ngettext(
        "{count} 个小区没有建筑面积（如 {estates}），不能按㎡计；请补填或改用 户、小区。",
        len(lacking),
    ).format(count=len(lacking), estates=listed(map(called, lacking[:NEAREST])))


def scale_of(unit: Unit) -> int:
    """Return how many counted units make one that people read."""
    return CENTS_PER_WAN if unit is Unit.INVESTMENT else 1


def amount_said(amount: int, unit: Unit) -> str:
    """Return a counted amount as people read it."""
    number = wan(amount) if unit is Unit.INVESTMENT else str(amount)
    return measured(number, unit_title(unit))
