"""Who looks: a person in one appointment, with what it allows and where."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.http import HttpRequest

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES, Definition, Phase, Role
from jiugai.kernel.division import covers

#: The session remembers which appointment a person works in.
CHOSEN: Final = "appointment"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at work: role and division are those of the appointment in use."""

    person: Person
    appointments: tuple[Appointment, ...] = ()
    chosen: Appointment | None = None

    @property
    def division(self) -> str | None:
        """Return the division that bounds what is seen; None sees nothing."""
        return self.chosen.division if self.chosen else None

    @property
    def definition(self) -> Definition | None:
        """Return the role in use."""
        return ROLES[Role(self.chosen.role)] if self.chosen else None

    def may(
        self, permission: Permission, *, division: str = "", phase: Phase | None = None
    ) -> bool:
        """Return whether the role allows it, in that division and phase where they are named."""
        role = self.definition
        if role is None or self.chosen is None or permission not in role.permissions:
            return False
        if phase is not None and phase not in role.phases:
            return False
        return not division or covers(self.chosen.division, division)


def viewer_of(person: Person, *, on: date, chosen: int | None = None) -> Viewer:
    """Return a person with the appointments of a day; the first counts unless one is chosen."""
    current = tuple(
        Appointment.objects.filter(person=person, since__lte=on)
        .filter(Q(until=None) | Q(until__gt=on))
        .order_by("id")
    )
    found = next((one for one in current if one.pk == chosen), None)
    return Viewer(person, current, found or (current[0] if current else None))


class StaffRequest(HttpRequest):
    """A request of somebody who signed in; the middleware puts the viewer there."""

    viewer: Viewer
    user: Person
