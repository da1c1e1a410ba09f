"""What the last search of a scenario learned of its limits, to begin the next one with."""

from django.db import models

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.plans.models.scenario import Scenario


class SearchPrices(models.Model):
    """The prices of the last plan of a scenario: [kind, year, title, price] of each limit.

    They are no part of a plan: whatever they are, the next search proves its own bound.
    """

    scenario = models.OneToOneField(
        Scenario, models.CASCADE, primary_key=True, related_name="prices"
    )
    division = DivisionField()
    limits = models.JSONField()
    first = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.scenario_id}"
