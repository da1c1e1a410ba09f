"""What residents want of the menus, item by item, as the latest survey of demand says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiugai.apps.registry.models import Building, Estate
from jiugai.apps.surveys.authoring.templates import menu_of
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.apps.surveys.results.counting import Results, Tally
from jiugai.apps.surveys.results.kept import results_of
from jiugai.asking.form import Form
from jiugai.policy.entries import MenuItem


@dataclass(frozen=True, slots=True)
class Demand:
    """How many of those who were asked want an item."""

    wanted: int
    answered: int
    survey: Survey

    @property
    def share(self) -> float:
        """Return their share in per cent."""
        return 100 * self.wanted / self.answered if self.answered else 0.0


def demand_of(estate: Estate, building: Building | None = None) -> dict[str, Demand]:
    """Return the demand for each item that was asked about, of an estate or one building.

    A building with too few answers has none: one would see who said what.
    """
    survey = latest(estate, Purpose.DEMAND)
    if survey is None:
        return {}
    results = results_of(survey)
    answered, tallies = results.done, results.tallies
    if building is not None:
        own = next((one for one in results.buildings if one.building == building), None)
        if own is None or own.is_hidden or not own.answered:
            return {}
        answered, tallies = own.answered, own.tallies
    return _by_item(survey, results.form, tallies, answered)


def demand_in(survey: Survey, results: Results) -> dict[str, Demand]:
    """Return the demand of an estate for each item that a survey asked about."""
    return _by_item(survey, results.form, results.tallies, results.done)


def _by_item(
    survey: Survey, form: Form, tallies: Sequence[Tally], answered: int
) -> dict[str, Demand]:
    counts = {
        choice.name: tally.counts.get(choice.name, 0)
        for tally in tallies
        for choice in form.choices_of(tally.question)
    }
    return _of_menu(menu_of(survey.estate, on=survey.opens_on), counts, answered, survey)


def _of_menu(
    items: Mapping[str, MenuItem], counts: Mapping[str, int], answered: int, survey: Survey
) -> dict[str, Demand]:
    """Return the demand for items; those of several texts with one title were asked once."""
    asked = {items[name].title: n for name, n in counts.items() if name in items}
    return {
        name: Demand(asked[item.title], answered, survey)
        for name, item in items.items()
        if item.title in asked and answered
    }


def latest(estate: Estate, purpose: Purpose) -> Survey | None:
    """Return the survey of an estate that was published last for a purpose."""
    found = Survey.objects.filter(estate=estate, purpose=purpose)
    return found.exclude(state=Survey.State.DRAFT).order_by("-opens_on", "-id").first()
