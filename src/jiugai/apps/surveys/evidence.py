"""What surveys prove of an estate; gates take it as records of the system."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jiugai.apps.participation.evidence import Proof
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.apps.surveys.results.counting import results_of


def proofs_of(estate: Estate) -> Iterator[Proof]:
    """Yield what closed surveys of demand show: residents were asked, so many answered."""
    surveys = Survey.objects.filter(
        estate=estate, purpose=Purpose.DEMAND, state=Survey.State.CLOSED
    )
    for survey in surveys.order_by("-closed_on", "-id"):
        results = results_of(survey)
        if results.homes_done:
            text = _("问卷“{title}”：{done}/{homes} 户作答（{rate:.1f}%），{on} 截止").format(
                title=survey.title,
                done=results.homes_done,
                homes=results.homes,
                rate=results.rate,
                on=survey.closes_on,
            )
            yield Proof(f"survey:{survey.pk}", text, {"residents_asked": True})
