"""An estate with three buildings of households, and a vote in each state."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Channel, Mark, RollFlat, Vote
from jiugai.apps.participation.residents.box import Slip
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.participation.votes import services
from jiugai.apps.participation.votes.casting import cast
from jiugai.apps.registry.models import Building, Estate, Household, Unit
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, STREET

__all__ = ["apart"]

OPENS = datetime(2026, 6, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CLOSES = OPENS + timedelta(days=14)
NOON = OPENS + timedelta(hours=3)
SAID = {
    "question": "是否同意按公示方案改造本小区？",
    "if_yes": "年内开工，居民不出钱。",
    "if_no": "留在储备库，明年再问。",
    "matter": "other",
    "body": "estate",
    "building": None,
    "unit": None,
    "opens_at": OPENS,
    "closes_at": CLOSES,
    "noticed_on": (OPENS - timedelta(days=20)).date(),
    "is_on_works": True,
    "is_online": True,
    "uses_city_system": True,
    "area_total_dm2": None,
}


def settle(estate, buildings=3, doors=4):
    """Put households into an estate: 50 m² and an owner of its own each."""
    for number in range(1, buildings + 1):
        building = Building.objects.create(
            estate=estate, division=estate.division, code=str(number), name=f"{number}号楼",
            facts={"household_count": doors},
        )  # fmt: skip
        unit = Unit.objects.create(building=building, division=estate.division, name="1单元")
        for door in range(1, doors + 1):
            Household.objects.create(
                building=building, unit=unit, division=estate.division, door=f"{door}01",
                facts={"area_m2": 50.25}, owner=f"业主{number}{door}",
                phone=f"1990000{number}{door:03d}",
            )  # fmt: skip


@pytest.fixture
def homes(estate):
    """Return the estate with twelve households."""
    with scope(DISTRICT):
        settle(estate)
    return estate


@pytest.fixture
def voting(homes, people):
    """Return a helper that prepares votes and casts ballots on them."""
    return Voting(homes, people)


@pytest.fixture
def committed(apart):
    """Return such a helper on a database that is committed to."""
    people = {}
    for name, role in (("clerk", Role.STREET_CLERK), ("district_officer", Role.DISTRICT_OFFICER)):
        people[name] = Person.objects.create(username=name, name=name, division=DISTRICT)
        Appointment.objects.create(
            person=people[name], role=role, division=DISTRICT, since=OPENS.date()
        )
    with scope(DISTRICT):
        estate = Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
        settle(estate)
    return Voting(estate, people)


class Voting:
    """Runs votes of one estate as its clerk would."""

    def __init__(self, estate, people):
        self.estate, self.people, self.clerk = estate, people, people["clerk"]

    def drafted(self, **said):
        """Return a vote that is prepared."""
        with scope(DISTRICT):
            return services.prepare(
                estate=self.estate, said=SAID | said, by=self.clerk, on=OPENS.date()
            )

    def opened(self, **said):
        """Return a vote that takes ballots."""
        vote = self.drafted(**said)
        with scope(DISTRICT):
            return services.open_vote(pk=vote.pk, by=self.clerk, at=OPENS)

    def running(self, **said):
        """Return a vote that takes ballots just now."""
        now = timezone.now()
        vote = self.opened(**said)
        with scope(DISTRICT):
            Vote.objects.filter(pk=vote.pk).update(
                opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1)
            )
            return Vote.objects.get(pk=vote.pk)

    def token(self, vote, number, helper=None):
        """Return the token of a session of the flat with a number on the roll."""
        with scope(DISTRICT):
            household = Household.objects.get(pk=vote.roll.get(number=number).household_id)
            return _begin(household, timezone.now(), helper)

    def slip(self, vote, token, mark=Mark.AGREE):
        """Return what a session hands in."""
        return Slip(vote.pk, token, mark, timezone.now())

    def cast(self, vote, number, mark=Mark.AGREE, at=NOON, channel=Channel.ONLINE):
        """Return the ballot of the flat with a number on the roll."""
        with scope(DISTRICT):
            flat = RollFlat.objects.get(vote=vote, number=number)
            return cast(flat=flat, mark=mark, channel=channel, by=None, at=at)

    def counted(self, agree=9, oppose=1, **said):
        """Return a vote that is counted, with so many of twelve for and against it."""
        vote = self.opened(**said)
        for number in range(agree + oppose):
            self.cast(vote, number, Mark.AGREE if number < agree else Mark.OPPOSE)
        with scope(DISTRICT):
            return services.count(pk=vote.pk, by=self.clerk, at=CLOSES + timedelta(minutes=1))

    def published(self, **more):
        """Return a vote whose result is public."""
        vote = self.counted(**more)
        with scope(DISTRICT):
            return services.publish(pk=vote.pk, by=self.clerk, on=CLOSES.date())

    def now(self, vote):
        """Return a vote as it is kept now."""
        with scope(DISTRICT):
            return Vote.objects.get(pk=vote.pk)
