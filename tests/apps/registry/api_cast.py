"""What tests of the open interfaces share: keys, estates of two districts, callers."""

from contextlib import contextmanager
from datetime import date

from django.contrib.sessions.models import Session
from django.db import connection

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.registry.models import ApiScope, ApiToken, Assessment, Building, Estate, Pipe
from jiugai.apps.registry.services.tokens import make_token
from jiugai.kernel.quad import quad_of

ON = date(2026, 11, 27)
UNTIL = date(2027, 6, 1)


def key_of(person, *, scopes=tuple(ApiScope), division="", per_minute=None):
    """Return the key of a new token of a person."""
    viewer = viewer_of(person, on=ON)
    with scope(viewer.division):
        token, key = make_token(
            name="test", scopes=list(scopes), division=division, until=UNTIL, by=viewer, on=ON
        )
    if per_minute is not None:
        token.per_minute = per_minute
        token.save()
    return key


def plant(division, name, **more):
    """Return a new estate of a division, at a place if `lon` and `lat` are among its facts."""
    stage = more.pop("stage", "ledger")
    with scope(division):
        return Estate.objects.create(
            code=name,
            division=division,
            stage=stage,
            quad=quad_of(more["lon"], more["lat"]) if "lon" in more else None,
            facts={"name": name, **more},
        )


def calling(client, key):
    """Return a function that gets an address with a key."""

    def get(path, **query):
        return client.get(path, query, headers={"authorization": f"Bearer {key}"})

    return get


@contextmanager
def lasting(django_db_blocker):
    """Run a block whose rows are committed, so that threads see them, and remove them after."""
    with django_db_blocker.unblock():
        made = {}

        def officer(division):
            person = Person.objects.create(
                username=f"of{division}", name=division, division=division
            )
            made[person.pk] = Appointment.objects.create(
                person=person,
                role=Role.DISTRICT_OFFICER,
                division=division,
                since=date(2020, 1, 1),
            )
            return person

        try:
            yield officer
        finally:
            _remove(list(made))
            connection.close()


def _remove(people):
    with scope(""):
        for model in (Pipe, Building, Assessment, Estate):
            model.objects.all().delete()
    ApiToken.objects.filter(person__in=people).delete()
    Appointment.objects.filter(person__in=people).delete()
    Session.objects.all().delete()
    Person.objects.filter(pk__in=people).delete()
