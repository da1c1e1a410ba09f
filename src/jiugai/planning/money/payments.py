"""Sharing out the money: which pot pays how much for which class of works, in whole cents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents
from jiugai.planning.model.flow import Need, Unmet, share
from jiugai.planning.money.budget import Pot
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True)
class Payment:
    """What one pot pays for the works of one class in one year."""

    pot: Pot
    year: int
    works: Works
    cents: Cents


def share_out(needs: Mapping[Need, int], pots: Sequence[Pot], *, carry: bool) -> list[Payment]:
    """Return payments that cover every need exactly and overdraw no pot.

    Earmarked pots pay first, then older ones, then in their order.
    Raises Refusal if the pots cannot cover the needs.
    """
    try:
        parts = share(needs, pots, carry=carry)
    except Unmet as unmet:
        raise Refusal(
            _("预算各来源的资金不够支付 {year} 年的改造。").format(year=unmet.need[0])
        ) from unmet
    return [Payment(pots[part.giver], *part.need, Cents(part.amount)) for part in parts]
