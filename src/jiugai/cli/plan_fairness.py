"""What the page of a plan shows of fairness between divisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiugai.planning.comparing.fairness import Division, Fairness
    from jiugai.planning.plan import Plan
    from jiugai.reporting.fairness import FairnessShown, ShareRow


def fairness_shown(made: Plan) -> FairnessShown:
    """Return the shares of need and money of every division, the neediest first."""
    from jiugai.planning.comparing.fairness import fairness_in, fairness_said
    from jiugai.reporting.fairness import FairnessShown

    found = fairness_in(made)
    ordered = sorted(found.divisions, key=lambda one: (-one.need, one.code, one.name))
    return FairnessShown(tuple(fairness_said(found)), tuple(_row(found, one) for one in ordered))


def _row(found: Fairness, one: Division) -> ShareRow:
    from jiugai.kernel.money import CENTS_PER_WAN, grouped
    from jiugai.reporting.fairness import ShareRow

    each = one.per_household
    return ShareRow(
        name=one.name,
        need=float(found.need_share(one)),
        money=float(found.money_share(one)),
        candidates=one.candidates,
        chosen=one.chosen,
        reached=one.reached,
        cost=grouped(one.money),
        per_household="–" if each is None else f"{float(each / CENTS_PER_WAN):.2f}",
    )
