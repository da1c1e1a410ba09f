"""The first three administrators of a new site, before anybody is there to add them."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.audit.services import record
from jiugai.apps.people.services.people import give_password
from jiugai.kernel.errors import Refusal

FIRST: Final = {
    "xitong": Role.SYSTEM_ADMIN,
    "anquan": Role.SECURITY_ADMIN,
    "shenji": Role.AUDIT_ADMIN,
}


@transaction.atomic
def add_first_administrators(*, division: str, on: date) -> list[tuple[Person, str]]:
    """Add one person for each administration and return them with their initial passwords.

    Raises Refusal where somebody is known already: from then on people are added on the pages.
    """
    if Person.objects.exists():
        raise Refusal(_("这里已经有人了；请安全管理员在“人员”页添加。"))
    return [_add(username, role, division, on) for username, role in FIRST.items()]


def _add(username: str, role: Role, division: str, on: date) -> tuple[Person, str]:
    person = Person(username=username, name=str(ROLES[role].title), division=division)
    password = give_password(person)
    Appointment.objects.create(person=person, role=role, division=division, since=on)
    record("people.first_administrator", person, by=None, role=role.value)
    return person, password
