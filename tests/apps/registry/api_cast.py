"""What tests of the open interfaces share: keys, estates of two districts, callers."""

from datetime import date

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.registry.models import ApiScope, Estate
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
