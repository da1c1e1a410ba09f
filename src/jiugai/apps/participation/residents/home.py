"""What a household sees of its own estate and votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jiugai.apps.accounts.rows import of_household
from jiugai.apps.participation.models import Ballot, Entrance, Notice, RollFlat, Vote
from jiugai.apps.participation.votes.counting import Standing, standing_of
from jiugai.apps.registry.models import Household
from jiugai.consent.areas import square_metres

State = Vote.State


@dataclass(frozen=True, slots=True)
class Mine:
    """A vote as one household sees it: its line of the roll and the ballot that stands."""

    vote: Vote
    flat: RollFlat
    ballots: tuple[Ballot, ...]

    @property
    def standing(self) -> Ballot | None:
        """Return the ballot that counts, the last one."""
        return self.ballots[-1] if self.ballots else None

    @property
    def area(self) -> str:
        """Return the weight of the flat in m²."""
        return square_metres(self.flat.area_dm2)

    def may_vote(self, at: datetime) -> bool:
        """Return whether the household may vote online now."""
        return self.vote.is_online and self.vote.takes_ballots(at)


def votes_of(household: Household) -> list[Mine]:
    """Return the votes on whose roll a household stands, those that close last first."""
    flats = (
        RollFlat.objects.filter(household=household)
        .select_related("vote")
        .order_by("-vote__closes_at")
    )
    return [_mine(flat) for flat in flats]


def vote_of(household: Household, pk: int) -> Mine | None:
    """Return one vote of a household; None if it does not stand on the roll."""
    flat = (
        RollFlat.objects.filter(household=household, vote=pk)
        .select_related("vote__estate", "vote__building", "vote__unit")
        .first()
    )
    return None if flat is None else _mine(flat)


def _mine(flat: RollFlat) -> Mine:
    ballots = Ballot.objects.filter(flat=flat).select_related("paper").order_by("sequence")
    return Mine(flat.vote, flat, tuple(ballots))


def reception_of(household: Household) -> Entrance | None:
    """Return the entrance that names the phone of the reception desk."""
    found = Entrance.objects.filter(estate=household.building.estate_id)
    own = found.filter(building=household.building_id).exclude(phone="").first()
    return own or found.filter(building=None).first()


def standing_for_all(vote: Vote) -> Standing:
    """Return how a vote stands, over all households, also for one of them."""
    with of_household(0):
        return standing_of(vote)


def notices_of(household: Household, *, on: date) -> list[tuple[Notice, bool]]:
    """Return the notices of a household's estate, and whether it may object to them now."""
    found = Notice.objects.filter(estate=household.building.estate_id)
    shown = found.exclude(state=Notice.State.DRAFT).order_by("-put_up_on", "-id")
    return [(one, one.takes_objections(on)) for one in shown]
