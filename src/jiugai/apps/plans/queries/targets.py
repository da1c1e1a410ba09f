"""The figures that the texts want reached by a day (D6), each beside what the register shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet

from jiugai.apps.accounts.rows import within
from jiugai.apps.plans.models import Place, Plan
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.division import covers
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.money import in_wan
from jiugai.kernel.verdict import Verdict
from jiugai.policy.entries import Target
from jiugai.policy.rulebook import rulebook

_BEGUN: Final = (Stage.WORKS, Stage.ACCEPTANCE, Stage.STEWARDSHIP)
_DONE: Final = (Stage.STEWARDSHIP,)
_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Tracked:
    """A target with what is reached now and with the plan; None where nothing is counted."""

    target: Target
    title: str
    clause: str
    wanted: str
    now: str
    planned: str
    is_over: bool
    in_force: bool

    @property
    def is_counted(self) -> bool:
        """Return whether the register holds what it takes."""
        return bool(self.now)


def targets_of(plan: Plan, *, on: date) -> list[Tracked]:
    """Return the targets that texts set for the division of a plan, each as it is written.

    A text that is no longer in force still says what was to be reached by its day.
    """
    bound = {one.id for one in law_for(plan.division, plan.result.run.day).documents}
    figures = _Figures(plan)
    return [
        _tracked(target, figures, on, in_force=document.id in bound)
        for document in rulebook().documents.values()
        if document.id in bound or covers(document.place, plan.division)
        for target in document.targets
    ]


class _Figures:
    """What the register and the plan count, by the measure of a target."""

    def __init__(self, plan: Plan) -> None:
        self.estates: QuerySet[Estate] = Estate.objects.filter(
            within(plan.division), retired_on=None
        )
        self.places = Place.objects.filter(result=plan.result, year__isnull=False)

    def stage(self, stages: tuple[Stage, ...]) -> int:
        """Return how many estates are in some stages."""
        return self.estates.filter(stage__in=stages).count()

    def planned(self) -> int:
        """Return how many estates the plan holds."""
        return self.places.count()

    def needed(self) -> int:
        """Return how many estates are to be renewed, by the rules of scope."""
        return self.estates.filter(assessment__overall=Verdict.MET).count()

    def cost(self) -> int:
        """Return what the plan costs."""
        return sum(self.places.values_list("cost", flat=True))


#: What is counted, as (now, with the plan); a measure that is not here the register does not hold.
_COUNTED: Final[dict[str, Callable[[_Figures], tuple[Any, Any]]]] = {
    "projects_started": lambda f: (f.stage(_BEGUN), f.stage(_BEGUN) + f.planned()),
    "projects_finished": lambda f: (f.stage(_DONE), f.stage(_BEGUN) + f.planned()),
    "fixed_investment": lambda f: (None, f.cost()),
    "needed_estates_done_share": lambda f: _shares(f, f.needed()),
}


def _shares(figures: _Figures, needed: int) -> tuple[Any, Any]:
    if not needed:
        return None, None
    done = figures.stage(_DONE)
    later = figures.stage(_BEGUN) + figures.planned()
    return _PERCENT * done / needed, _PERCENT * min(1.0, later / needed)


def _tracked(target: Target, figures: _Figures, on: date, *, in_force: bool) -> Tracked:
    count = _COUNTED.get(target.measure)
    now, planned = count(figures) if count else (None, None)
    return Tracked(
        target=target,
        title=say(target.title),
        clause=str(target.clause),
        wanted=_said(target.value, target.unit),
        now=_said(now, target.unit),
        planned=_said(planned, target.unit),
        is_over=target.due < on,
        in_force=in_force,
    )


def _said(value: Any, unit: str) -> str:
    if value is None:
        return ""
    match unit:
        case "分":
            return say("{amount} 万元").format(amount=in_wan(int(value)))
        case "%":
            return f"{value:.1f}%"
        case "占比":
            return f"{_PERCENT * value:.1f}%"
        case _:
            return f"{value:,} {say(unit)}"
