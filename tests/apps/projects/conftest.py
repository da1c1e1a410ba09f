"""An estate of the made-up district with an application on every desk."""

from datetime import date

import pytest

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.applications import drafts, services
from jiugai.apps.projects.models import Application
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT

__all__ = ["apart"]

#: A Friday before an ordinary week.
DAY = date(2026, 9, 4)
SAID = {
    "body": "committee",
    "body_name": "玉兰里业主委员会",
    "asked_on": date(2026, 8, 20),
    "asked_how": "入户",
    "households": 120,
    "answered": 110,
    "agreeing": 98,
    "items": ["xc18.menu.energy"],
    "wishes": "冬天太冷",
}


@pytest.fixture
def city(db):
    """Return somebody who speaks for the city's joint conference."""
    person = Person.objects.create(username="shi", name="石岚", division="11")
    Appointment.objects.create(
        person=person, role=Role.CITY_OFFICER, division="11", since=date(2020, 1, 1)
    )
    return person


@pytest.fixture
def acting(people, city, estate):
    """Return a helper that acts on applications of the estate as those who sit at the desks."""
    return Acting(people | {"city": city}, estate)


class Acting:
    """Moves applications, always with the version that is the latest unless one is given."""

    def __init__(self, people, estate):
        self.people = people
        self.estate = estate

    def draft(self, **said):
        """Return an application that is written and not submitted."""
        with scope(DISTRICT):
            clerk = self.people["clerk"]
            one = drafts.begin(estate=self.estate, by=clerk, on=DAY)
            return drafts.save_draft(pk=one.pk, version=one.version, values=SAID | said, by=clerk)

    def submitted(self, **said):
        """Return an application that lies with the sub-district."""
        return self.do("submit", self.draft(**said), "clerk")

    def at_district(self):
        """Return an application that lies with the district."""
        return self.do("pass_on", self.submitted(), "clerk", opinion="同意上报")

    def at_city(self):
        """Return an application that lies with the joint conference."""
        return self.do("pass_on", self.at_district(), "district_officer", opinion="同意")

    def do(self, verb, application, who, *, on=DAY, division=DISTRICT, **more):
        """Do something with an application and return it."""
        with scope(division):
            version = more.pop("version", None)
            if version is None:
                version = Application.objects.get(pk=application.pk).version
            return getattr(services, verb)(
                pk=application.pk, version=version, by=self.people[who], on=on, **more
            )
