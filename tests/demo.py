"""The demo as tests see it: served once, with every page that its people can reach."""

from dataclasses import dataclass

from tools.walk import Visitor, household, walk

#: Who looks as a household, which has no account.
RESIDENT = "a household"


@dataclass(frozen=True)
class Seen:
    """A page, and who looked at it."""

    who: str
    path: str
    status: int
    html: str

    def __str__(self):
        return f"{self.path} as {self.who}"


def pages_of(base, people):
    """Return every kind of page that each of the people can reach, and what visitors see."""
    slug, code = household()
    door = ("/account/login/", "/r/in", f"/r/e/{slug}", f"/r/e/{slug}/phone")
    found = [Seen("nobody", *one) for one in seen_by(Visitor(base), *door)]
    resident = Visitor(base).come_in(slug, code)
    found += [Seen(RESIDENT, *one) for one in seen_by(resident, "/r/")]
    for _title, username, password in people:
        visitor = Visitor(base).sign_in(username, password)
        found += [Seen(username, *one) for one in seen_by(visitor, "/gallery", "/nowhere/at/all")]
    return found


def seen_by(visitor, *starts):
    """Return path, status and text of each page that a visitor reaches."""
    return [(one.path, one.status, one.html) for one in walk(visitor, *starts)]
