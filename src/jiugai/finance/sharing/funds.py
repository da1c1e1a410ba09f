"""The residents' own funds, as far as households mean to use them for the works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from jiugai.finance.sharing.words import CREDIT_WORDS
from jiugai.kernel.errors import Refusal
from jiugai.kernel.headings import title_of
from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict

if TYPE_CHECKING:
    from jiugai.finance.sharing.households import Household
    from jiugai.policy.law import Law

RULE: Final = "p14.contribution.own_funds"


class _HasHousehold(Protocol):
    @property
    def household(self) -> Household: ...


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund, what is drawn from it in all, and whether the law lets it be used."""

    kind: str
    drawn: int
    verdict: Verdict
    clause: str
    why: str

    @property
    def title(self) -> str:
        """Return what people call the fund."""
        return title_of(CREDIT_WORDS[self.kind])


def check_funds(
    bills: Sequence[_HasHousehold], *, voted: bool | None, law: Law
) -> tuple[Fund, ...]:
    """Return the funds that are drawn from, each with the verdict of the law.

    The works are the renewal itself, so that the use is with it. Raises Refusal if the law
    forbids it, as it does the maintenance fund without the owners' vote.
    """
    drawn = {
        "provident_fund": sum(one.household.provident or 0 for one in bills),
        "maintenance_fund": sum(one.household.maintenance or 0 for one in bills),
    }
    return tuple(_fund(kind, cents, voted, law) for kind, cents in drawn.items() if cents)


def _fund(kind: str, drawn: int, voted: bool | None, law: Law) -> Fund:
    if RULE not in law.rules:
        why = _("当地当日没有现行文件规定可否用于改造；请向主管部门核实")
        return Fund(kind, drawn, Verdict.UNKNOWN, "", why)
    found = law.judge(RULE, {"kind": kind, "with_works": True, "owners_voted": voted})
    clause = str(law.rules[RULE].clause)
    if found.verdict is Verdict.NOT_MET:
        raise Refusal(
            _("使用维修资金须先经相关业主表决同意（{clause}）；请表决后再列入。").format(
                clause=clause
            )
        )
    met = found.verdict is Verdict.MET
    why = _("可用于同步的改造") if met else _("证据不足：请用 --voted 写明业主已表决同意")
    return Fund(kind, drawn, found.verdict, clause, why)
