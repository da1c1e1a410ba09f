"""A sub-district that whistles, and two departments with somebody to answer."""

from datetime import date

import pytest

from jiugai.apps.accounts.models import Appointment, Kind, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Call
from jiugai.apps.projects.whistle import services
from tests.apps.conftest import DISTRICT

#: A Monday.
DAY = date(2026, 6, 1)


@pytest.fixture
def street(estate, people):
    """Return a helper that whistles for the estate and answers for departments."""
    return Street(estate, people)


class Street:
    """Does what a sub-district and departments do about whistles."""

    def __init__(self, estate, people):
        self.estate = estate
        self.people = people
        self.water = Organisation.objects.create(
            name="排水集团", kind=Kind.UTILITY, division=DISTRICT
        )
        self.parks = Organisation.objects.create(
            name="园林局", kind=Kind.OFFICE, division=DISTRICT
        )
        people["department"].organisation = self.water
        people["department"].save()
        gardener = Person.objects.create(
            username="gardener", name="园丁", division=DISTRICT, organisation=self.parks
        )
        Appointment.objects.create(
            person=gardener, role=Role.DEPARTMENT, division=DISTRICT, since=date(2020, 1, 1)
        )
        people["gardener"] = gardener

    def blow(self, *departments, on=DAY):
        """Whistle for the departments."""
        with scope(DISTRICT):
            return services.blow(
                estate=self.estate,
                title="化粪池外溢",
                words="雨后反复外溢，街道清掏三次",
                departments=departments or (self.water,),
                asked="查明管线并疏通",
                by=self.people["clerk"],
                on=on,
            )

    def call(self, whistle, department=None):
        """Return the call of a department."""
        with scope(DISTRICT):
            return Call.objects.select_related("whistle").get(
                whistle=whistle, organisation=department or self.water
            )

    def do(self, verb, pk, who="clerk", *, words="说明", on=DAY):
        """Do something about a call, or about a whistle."""
        name = "pk" if verb in ("escalate", "close", "withdraw") else "call"
        with scope(DISTRICT):
            return getattr(services, verb)(**{name: pk}, words=words, by=self.people[who], on=on)
