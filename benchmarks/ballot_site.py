"""A served site with one running vote of many households, for those who measure or kill it."""

import json
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode

#: Made within the site: an estate, a vote that runs, and a session for each household.
SETTING: Final = """
import json
from datetime import date, timedelta
from django.utils import timezone
from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import ResidentSession
from jiugai.apps.participation.residents.codes import digest_of
from jiugai.apps.participation.votes import services
from jiugai.apps.registry.models import Building, Estate, Household
now, flats = timezone.now(), {flats}
person = Person.objects.create(username="jie", name="jie", division="110199")
Appointment.objects.create(
    person=person, role="street_clerk", division="110199", since=date(2020, 1, 1))
with scope("110199"):
    estate = Estate.objects.create(code="T1", division="110199001", facts={{"name": "T1"}})
    buildings = [
        Building(
            estate=estate, division=estate.division, code=str(n), name=f"{{n}}号楼", facts={{}})
        for n in range(1, flats // 200 + 2)
    ]
    Building.objects.bulk_create(buildings)
    households = Household.objects.bulk_create(
        Household(building=buildings[n // 200], division=estate.division, door=str(n),
                  facts={{"area_m2": 60.5}}, owner=f"业主{{n}}")
        for n in range(flats)
    )
    ResidentSession.objects.bulk_create(
        ResidentSession(digest=digest_of(f"token{{n}}", about="session"), household=one,
                        division=one.division, began_at=now, ends_at=now + timedelta(days=1))
        for n, one in enumerate(households)
    )
    vote = services.prepare(estate=estate, by=person, on=now.date(), said=dict(
        question="?", if_yes="是", if_no="否", matter="other", body="estate", building=None,
        unit=None, opens_at=now - timedelta(hours=1), closes_at=now + timedelta(days=1),
        noticed_on=now.date() - timedelta(days=30), is_on_works=False, is_online=True,
        uses_city_system=True, area_total_dm2=None))
    services.open_vote(pk=vote.pk, by=person, at=now)
print(json.dumps(vote.pk))
"""
#: Any 32 letters serve as token where cookie and form agree.
_CSRF: Final = "a" * 32


def setting(flats: int) -> str:
    """Return the script that makes the vote; it prints the vote's number last."""
    return SETTING.format(flats=flats)


def number_of(printed: str) -> int:
    """Return the vote's number from what the script printed."""
    return int(json.loads(printed.strip().splitlines()[-1]))


def cast(connection: HTTPConnection, vote: int, flat: int, mark: int = 1) -> str:
    """Cast the ballot of a household as its browser does; return the receipt it was answered.

    Raises RuntimeError if the site answered anything else.
    """
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies(flat)}
    connection.request("POST", f"/r/v/{vote}", form(mark), headers)
    answer = connection.getresponse()
    answer.read()
    return receipt_in(answer.status, answer.headers.get("Location", ""))


def form(mark: int = 1) -> str:
    """Return what the page that asks once more sends."""
    return urlencode({"csrfmiddlewaretoken": _CSRF, "mark": mark, "confirmed": "1"})


def cookies(flat: int | str) -> str:
    """Return the cookies of a household's browser."""
    return f"household=token{flat}; csrftoken={_CSRF}"


def receipt_in(status: int, address: str) -> str:
    """Return the receipt that an answer leads to; raises RuntimeError if it leads to none."""
    if status != 302 or "/receipts/" not in address:
        raise RuntimeError(f"{status} {address}")
    return address.rsplit("/", 1)[1]
