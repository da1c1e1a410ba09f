"""The form that a survey of an estate begins with."""

from __future__ import annotations

from datetime import date

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.models import Purpose
from jiugai.asking.form import Form
from jiugai.asking.templates import demand_form, other_form, rating_form, visit_form
from jiugai.policy.entries import MenuItem, Where, Works


def form_for(purpose: str, estate: Estate, *, title: str, on: date) -> Form:
    """Return the form that a survey of an estate begins with."""
    match Purpose(purpose):
        case Purpose.DEMAND:
            return demand_form(title, list(menu_of(estate, on=on).values()))
        case Purpose.VISIT:
            return visit_form(title)
        case Purpose.RATING:
            items = menu_of(estate, on=on).values()
            return rating_form(title, [one for one in items if one.works is Works.BASIC])
        case Purpose.OTHER:
            return other_form(title)


def menu_of(estate: Estate, *, on: date) -> dict[str, MenuItem]:
    """Return every item of the menus in force at an estate, by id."""
    law = law_for(estate.division, on)
    items = {one.id: one for document in law.documents for one in document.menu}
    return {name: one for name, one in items.items() if one.where is not Where.GOVERNANCE}
