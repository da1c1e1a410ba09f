"""The page that says that something failed needs nothing that may have failed."""

import pytest
from django.test import RequestFactory

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.viewer import Viewer
from jiugai.web.views import failed
from tests.apps.conftest import DISTRICT


@pytest.mark.parametrize("role", Role)
def test_it_is_shown_while_the_database_is_away(role):
    # Without the `django_db` mark every query of this test is an error.
    person = Person(pk=1, username="qu", name="曲明", division=DISTRICT)
    appointment = Appointment(person=person, role=role, division=DISTRICT)
    request = RequestFactory().get("/estates")
    request.user = person
    request.viewer = Viewer(person, (appointment,), appointment)

    answer = failed(request)

    assert answer.status_code == 500
    assert "编号" in answer.content.decode()
