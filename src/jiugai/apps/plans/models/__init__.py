"""The tables of plans."""

from jiugai.apps.plans.models.plan import Change, Plan
from jiugai.apps.plans.models.prices import SearchPrices
from jiugai.apps.plans.models.result import Place, Result
from jiugai.apps.plans.models.scenario import Run, Scenario
from jiugai.apps.plans.models.trial import Trial

__all__ = ["Change", "Place", "Plan", "Result", "Run", "Scenario", "SearchPrices", "Trial"]
