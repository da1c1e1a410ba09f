"""What surveys prove of an estate; gates take it as records of the system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.participation.evidence import Proof
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.apps.surveys.results.counting import Results
from jiugai.apps.surveys.results.demand import demand_in
from jiugai.apps.surveys.results.kept import results_of

#: What is shown by a closed survey that somebody answered, by what it was for.
SHOWN: Final[Mapping[str, Mapping[str, bool]]] = {
    Purpose.DEMAND: {"residents_asked": True},
    Purpose.VISIT: {"vulnerable_surveyed": True},
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which share of all households of an estate wants each item of the menu."""

    key: str
    text: str
    shares: Mapping[str, float]


def proofs_of(estate: Estate) -> Iterator[Proof]:
    """Yield what closed surveys show: residents were asked, or visited, so many answered."""
    for survey in _closed(estate, *SHOWN):
        results = results_of(survey)
        if results.homes_done:
            facts = dict(SHOWN[survey.purpose])
            yield Proof(f"survey:{survey.pk}", _told(survey, results), facts)


def wishes_of(estate: Estate) -> Iterator[Wish]:
    """Yield closed surveys of demand that every household answers once, item by item.

    Who did not answer did not agree: shares are of all households.
    """
    for survey in _closed(estate, Purpose.DEMAND):
        results = results_of(survey)
        if survey.per == Survey.Per.HOUSEHOLD and results.homes:
            wanted = {item: one.wanted for item, one in demand_in(survey, results).items()}
            shares = {item: n / results.homes for item, n in wanted.items()}
            yield Wish(f"survey:{survey.pk}", _told(survey, results), shares)


def _closed(estate: Estate, *purposes: str) -> QuerySet[Survey]:
    found = Survey.objects.filter(estate=estate, purpose__in=purposes, state=Survey.State.CLOSED)
    return found.order_by("-closed_on", "-id")


def _told(survey: Survey, results: Results) -> str:
    return _("问卷“{title}”：{done}/{homes} 户作答（{rate:.1f}%），{on} 截止").format(
        title=survey.title,
        done=results.homes_done,
        homes=results.homes,
        rate=results.rate,
        on=survey.closes_on,
    )
