"""The cost of a project's works, shared by party and by household in whole cents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jiugai.finance.sharing.basis import By, area_of, basis_of
from jiugai.finance.sharing.credits import Credit, Judged, judge, own_credits
from jiugai.finance.sharing.funds import Fund, check_funds
from jiugai.finance.sharing.parties import Shares, parts_of
from jiugai.finance.sharing.remarks import party_remarks
from jiugai.finance.sharing.works import Item, sharers
from jiugai.finance.split import split
from jiugai.kernel.i18n import _
from jiugai.kernel.money import in_yuan
from jiugai.kernel.verdict import Verdict
from jiugai.policy.funding import Source

if TYPE_CHECKING:
    from jiugai.finance.sharing.floors import FloorTable
    from jiugai.finance.sharing.households import Address, Household
    from jiugai.policy.law import Law


@dataclass(frozen=True, slots=True)
class Project:
    """What was handed in of a project."""

    households: tuple[Household, ...]
    items: tuple[Item, ...]
    shares: Shares
    credits: tuple[Credit, ...] = ()
    floors: FloorTable | None = None
    voted: bool | None = None  # on the use of the maintenance fund


@dataclass(frozen=True, slots=True)
class SharedItem:
    """An item with each party's part and each household's part of the residents' part."""

    item: Item
    parties: Mapping[Source, int]
    by: By
    households: Mapping[Address, int]

    @property
    def residents(self) -> int:
        """Return what residents pay of the item."""
        return self.parties.get(Source.RESIDENTS, 0)


@dataclass(frozen=True, slots=True)
class Bill:
    """What a household owes: its part by item name, what counts already, what its funds pay."""

    household: Household
    parts: Mapping[str, int]
    own: int
    common: int

    @property
    def part(self) -> int:
        """Return the household's part of the works."""
        return sum(self.parts.values())

    @property
    def credited(self) -> int:
        """Return what its contributions pay, never more than its part."""
        return min(self.own + self.common, self.part)

    @property
    def withdrawn(self) -> int:
        """Return what it takes out of provident and maintenance funds."""
        return (self.household.provident or 0) + (self.household.maintenance or 0)

    @property
    def cash(self) -> int:
        """Return what is left to pay in cash."""
        return self.part - self.credited - self.withdrawn


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who pays what; every level adds up to the one above."""

    place: str
    law: Law
    items: tuple[SharedItem, ...]
    bills: tuple[Bill, ...]
    judged: tuple[Judged, ...]
    funds: tuple[Fund, ...]
    remarks: tuple[str, ...]

    @property
    def cost(self) -> int:
        """Return what the works cost."""
        return sum(one.item.cost for one in self.items)

    @property
    def residents(self) -> int:
        """Return what residents pay in all."""
        return sum(one.residents for one in self.items)

    @property
    def open_evidence(self) -> int:
        """Return how many contributions and funds wait for evidence."""
        verdicts = [*(one.verdict for one in self.judged), *(one.verdict for one in self.funds)]
        return verdicts.count(Verdict.UNKNOWN)


def share_project(project: Project, *, law: Law) -> Sharing:
    """Return who pays what of a project's works under the law of a place and a day.

    Raises InputError naming the cell where shares, areas or floors are missing, a share is of
    no item, or a withdrawal is above a household's part, and Refusal where the law forbids the
    use of a fund.
    """
    project.shares.refuse_unknown([item.name for item in project.items])
    items = tuple(_shared(item, project, law) for item in project.items)
    judged = tuple(judge(credit, law) for credit in project.credits)
    _refuse_strangers(judged, project.households)
    bills = _bills(project.households, items, judged)
    funds = check_funds(bills, voted=project.voted, law=law)
    _refuse_overdrawn(bills)
    remarks = (*party_remarks([(one.item, one.parties) for one in items], law), *_left(bills))
    return Sharing(law.place, law, items, bills, judged, funds, remarks)


def _shared(item: Item, project: Project, law: Law) -> SharedItem:
    parties = parts_of(item.cost, project.shares.stakes_in(item.name, item.works))
    by = basis_of(item, project.floors, law)
    residents = parties.get(Source.RESIDENTS, 0)
    if not residents:
        return SharedItem(item, parties, by, {})
    here = sharers(item, project.households)
    weights = [by.weight(one) for one in here]
    if not any(weights):
        raise item.line.wrong(
            "basis",
            _("“{item}”各户的权数都为零，无法分摊；请换一种分摊方式。").format(item=item.title),
        )
    cents = split(residents, weights)
    return SharedItem(
        item, parties, by, {one.address: part for one, part in zip(here, cents, strict=True)}
    )


def _bills(
    households: Sequence[Household], items: Sequence[SharedItem], judged: Sequence[Judged]
) -> tuple[Bill, ...]:
    parts: dict[Address, dict[str, int]] = {one.address: {} for one in households}
    for shared in items:
        for address, cents in shared.households.items():
            mine = parts[address]
            mine[shared.item.name] = mine.get(shared.item.name, 0) + cents
    common = _common(households, judged)
    owned = {one.credit.of for one in judged}
    return tuple(
        Bill(
            one,
            parts[one.address],
            own_credits(judged, one) if one.address in owned else 0,
            common.get(one.address, 0),
        )
        for one in households
    )


def _common(households: Sequence[Household], judged: Sequence[Judged]) -> dict[Address, int]:
    """Return what each household has of contributions that belong to many, by area (CC 283)."""
    found: dict[Address, int] = {}
    for one in judged:
        if not one.counts or one.credit.of.door:
            continue
        of = one.credit.of
        here = [h for h in households if of.building in ("", h.address.building)]
        here = [h for h in here if of.unit in ("", h.address.unit)]
        cents = split(one.credit.worth, [area_of(h) for h in here])
        for household, part in zip(here, cents, strict=True):
            found[household.address] = found.get(household.address, 0) + part
    return found


def _refuse_strangers(judged: Sequence[Judged], households: Sequence[Household]) -> None:
    known = {one.address for one in households}
    for one in judged:
        of = one.credit.of
        here = of in known if of.door else _anybody(of, known)
        if not here:
            raise one.credit.line.wrong(
                "door", _("住户表中没有“{of}”；请核对楼栋、单元和户号。").format(of=of)
            )


def _anybody(of: Address, known: set[Address]) -> bool:
    return any(of.building in ("", one.building) and of.unit in ("", one.unit) for one in known)


def _refuse_overdrawn(bills: Sequence[Bill]) -> None:
    for bill in bills:
        if bill.cash < 0:
            name = "provident" if bill.household.provident else "maintenance"
            raise bill.household.line.wrong(
                name,
                _(
                    "“{address}”提取公积金和使用维修资金共 {drawn} 元，超过应付的 {owed} 元；"
                    "请减到不超过应付。"
                ).format(
                    address=bill.household.address,
                    drawn=in_yuan(bill.withdrawn),
                    owed=in_yuan(bill.part - bill.credited),
                ),
            )


def _left(bills: Sequence[Bill]) -> list[str]:
    over = sum(bill.own + bill.common - bill.credited for bill in bills)
    if not over:
        return []
    return [
        _("居民投入中有 {over} 元超过所在户的应分摊额，没有用来抵减，也不转给别户。").format(
            over=in_yuan(over)
        )
    ]
