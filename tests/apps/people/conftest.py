"""The security administrator at work."""

from datetime import date

import pytest

from jiugai.apps.accounts.viewer import viewer_of
from tests.apps.accounts.conftest import _quick  # noqa: F401 - a fixture

TODAY = date(2026, 6, 1)


@pytest.fixture
def admin(people):
    """Return the security administrator of the made-up district, at work."""
    return viewer_of(people["security_admin"], on=TODAY)


@pytest.fixture
def office(db):
    """Return an organisation of the made-up district."""
    from jiugai.apps.accounts.models import Kind, Organisation

    return Organisation.objects.create(name="示范区整治办", kind=Kind.OFFICE, division="110199")
