"""What residents gave in sums: by kind, with what the law of the place counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jiugai.apps.owners.models import Contribution, ResidentsPart
from jiugai.apps.owners.ruled import law_on
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Estate, Household
from jiugai.finance.lines import Line
from jiugai.finance.sharing.credits import Credit, Judged, judge
from jiugai.finance.sharing.households import Address
from jiugai.kernel.money import Cents
from jiugai.kernel.verdict import Verdict

_NOWHERE: Final = Line({}, {}, frozenset(), "", "")


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry with whether the law of the place counts it, and by which clause."""

    given: Contribution
    judged: Judged | None

    @property
    def verdict(self) -> Verdict:
        """Return whether it counts; where no text speaks of it evidence is missing."""
        return self.judged.verdict if self.judged else Verdict.UNKNOWN

    @property
    def counts(self) -> bool:
        """Return whether it reduces what is left to give."""
        return self.verdict is Verdict.MET


@dataclass(frozen=True, slots=True)
class KindSum:
    """The entries of one kind together, in cents."""

    kind: Contribution.Kind
    cents: int
    counted: int
    entries: int


@dataclass(frozen=True)
class Account:
    """What was given to the works of an estate, and what is to be borne."""

    lines: tuple[Counted, ...]
    part: ResidentsPart | None

    @cached_property
    def kinds(self) -> list[KindSum]:
        """Return the sums by kind, in the order of the kinds; kinds without entries are out."""
        found = []
        for kind in Contribution.Kind:
            lines = [one for one in self.lines if one.given.kind == kind]
            if lines:
                found.append(KindSum(kind, _sum(lines), _sum(_counting(lines)), len(lines)))
        return found

    @property
    def cents(self) -> int:
        """Return what was given in all."""
        return _sum(self.lines)

    @property
    def counted(self) -> int:
        """Return what counts of it as the residents' contribution."""
        return _sum(_counting(self.lines))

    @property
    def left(self) -> int | None:
        """Return what is left to give of the residents' part; None where nobody set it."""
        return max(0, self.part.cents - self.counted) if self.part else None

    @property
    def givers(self) -> int:
        """Return how many households gave something that was not taken back."""
        by: dict[int, int] = {}
        for one in self.lines:
            if one.given.household_id is not None:
                at = one.given.household_id
                by[at] = by.get(at, 0) + one.given.worth_cents
        return sum(cents > 0 for cents in by.values())


def _sum(lines: Iterable[Counted]) -> int:
    return sum(one.given.worth_cents for one in lines)


def _counting(lines: Iterable[Counted]) -> list[Counted]:
    return [one for one in lines if one.counts]


def account_of(estate: Estate, *, household: Household | None = None) -> Account:
    """Return what an estate, or one household of it, gave."""
    found = Contribution.objects.filter(estate=estate)
    if household is not None:
        found = found.filter(household=household)
    found = found.select_related("household__building", "household__unit", "vote__result")
    lines = [
        Counted(one, _judged(one))
        for one in found.select_related("document", "by", "taken_back_by", "takes_back")
    ]
    part = ResidentsPart.objects.filter(estate=estate).order_by("-id").first()
    return Account(tuple(lines), None if household else part)


def _judged(one: Contribution) -> Judged | None:
    """A gift counts by the law of the day on which it was given."""
    law = law_on(one.division, one.given_on)
    return judge(_credit(one), law) if law else None


def _credit(one: Contribution) -> Credit:
    return Credit(
        of=_address(one.household),
        kind=one.kind,
        worth=Cents(one.worth_cents),
        with_works=one.with_works,
        voted=_voted(one.vote),
        line=_NOWHERE,
    )


def _address(household: Household | None) -> Address:
    if household is None:
        return Address("", "", "")
    unit = str(household.unit) if household.unit else ""
    return Address(str(household.building), unit, household.door)


def _voted(vote: Vote | None) -> bool | None:
    if vote is None or vote.state != Vote.State.PUBLISHED:
        return None
    return vote.result.is_carried
