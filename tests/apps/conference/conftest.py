"""A city and a district with their conferences, and an application on the city's desk."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.meetings.decide import decide
from jiugai.apps.conference.members.services import take_seat
from jiugai.apps.conference.models import Item, Meeting
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.conftest import DAY, acting, city

__all__ = ["acting", "apart", "city"]


@pytest.fixture
def offices(people, city):
    """Return organisations of the city, the district and a sub-district, with their people."""
    made = {
        name: Organisation.objects.create(name=name, kind="office", division=division)
        for name, division in (
            ("市财政局", "11"),
            ("市住建委", "11"),
            ("区财政局", DISTRICT),
            ("区住建委", DISTRICT),
            ("一街道", STREET),
        )
    }
    for person, name in (("department", "区住建委"), ("clerk", "一街道")):
        people[person].organisation = made[name]
        people[person].save()
    return made


@pytest.fixture
def holding(acting, offices):
    """Return a helper that holds meetings of the city and of the district."""
    return Holding(acting.people, offices)


class Holding:
    """Calls meetings, decides on items, signs minutes."""

    def __init__(self, people, offices):
        self.people = people | {"11": people["city"], DISTRICT: people["district_officer"]}
        self.offices = offices

    def seats(self, division):
        """Let the organisations of a division sit in its conference."""
        with scope(division):
            for one in self.offices.values():
                if one.division == division:
                    take_seat(
                        division=division,
                        organisation=one,
                        part="member",
                        name="代表",
                        by=self.people[division],
                        on=DAY,
                    )

    def meeting(self, division, day=DAY):
        """Return a meeting that was called."""
        with scope(division):
            if not Meeting.objects.filter(division=division).exists():
                self.seats(division)
            return services.call_meeting(
                division=division,
                day=day,
                by=self.people[division],
                on=DAY,
                said={"chair": "任召"},
            )

    def free(self, meeting, title="统筹管线"):
        """Return a free item of a meeting."""
        with scope(meeting.division):
            return services.add_free(
                pk=meeting.pk, title=title, brief="", by=self.people[meeting.division]
            )

    def taken(self, meeting, subject):
        """Return an item that was taken up."""
        with scope(meeting.division):
            return services.take_up(
                pk=meeting.pk, subject=subject, by=self.people[meeting.division], on=DAY
            )

    def decided(self, item, outcome="agreed", decision="同意", votes=None, **more):
        """Record a decision on an item as it is now and return it."""
        with scope(item.division):
            version = more.pop("version", Item.objects.get(pk=item.pk).version)
            return decide(
                pk=item.pk,
                version=version,
                outcome=outcome,
                decision=decision,
                votes=votes,
                by=self.people[item.division],
                on=more.pop("on", DAY),
            )

    def signed(self, meeting, on=DAY, **more):
        """Sign the minutes of a meeting as it is now and return it."""
        with scope(meeting.division):
            version = more.pop("version", Meeting.objects.get(pk=meeting.pk).version)
            at = datetime(2026, 9, 4, 17, tzinfo=UTC)
            return services.sign_minutes(
                pk=meeting.pk, version=version, by=self.people[meeting.division], on=on, at=at
            )


def later(days):
    """Return a day so many days after the meeting."""
    return DAY + timedelta(days=days)


__all__ += ["DAY", "DISTRICT", "STREET", "date", "later"]
