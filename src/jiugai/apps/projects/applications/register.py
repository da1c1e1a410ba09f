"""What the register says of the application of an estate: facts that rules read."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models import Application, Desk
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values


def facts_of(application: Application) -> dict[str, Any]:
    """Return what rules are to know of an application where it lies (P14 附件1(3))."""
    desk = Desk(application.desk)
    if desk is Desk.WITHDRAWN:
        return {
            "applicant": "none",
            "street_reported": False,
            "district_reviewed": False,
            "conference_confirmed": False,
        }
    return {
        "applicant": application.body,
        "residents_asked": True,
        "street_reported": desk in (Desk.DISTRICT, Desk.CITY, Desk.CONFIRMED),
        "district_reviewed": desk in (Desk.CITY, Desk.CONFIRMED),
        "conference_confirmed": desk is Desk.CONFIRMED,
    }


def write_facts(estate: Estate, application: Application, *, by: Person, on: date) -> None:
    """Let a locked estate's facts say where its application lies, and judge it again."""
    reason = _("申报 {number}").format(number=application.number)
    write_changed(estate, facts_of(application), by=by, on=on, reason=reason)


def write_changed(
    estate: Estate, facts: dict[str, Any], *, by: Person, on: date, reason: str
) -> None:
    """Set those of some facts that differ, with a source, and judge the estate again."""
    changed = {name: value for name, value in facts.items() if estate.facts.get(name) != value}
    if changed:
        apply_values(estate, changed, by=by, reason=reason)
        assess([estate.pk], day=on)
