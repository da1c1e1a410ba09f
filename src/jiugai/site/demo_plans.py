"""Plans of the made-up district: scenarios solved by the core, one adopted, a policy tried."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.plans.asked import LOCK, USUAL
from jiugai.apps.plans.models import Run, Scenario, Trial
from jiugai.apps.plans.pooling import entrants_of
from jiugai.apps.plans.services.adopt import Said, adopt
from jiugai.apps.plans.services.scenarios import copy_scenario, make_scenario
from jiugai.apps.plans.solving import solve_run
from jiugai.apps.plans.storing import keep
from jiugai.apps.plans.trying import try_policy
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.money import CENTS_PER_WAN

YEARS: Final = 3
#: What each source gives in a year, in 万元; the classes are those that the texts say.
MONEY: Final = {"city": 5000, "district": 3500, "social_capital": 1500}
#: So many of those that are planned already are locked in.
LOCKS: Final = 8
#: Searching is cut short: the demo must be made quickly, and says how near the best it is.
QUICK: Final = {"seconds": 0.5, "ways": 0.2, "curve": 0.3}
#: Who works on from the demo has the usual time.
LATER: Final = {"seconds": 5, "ways": 1, "curve": 1}


def make_plans(*, division: str, by: Person, day: date) -> None:
    """Make scenarios of the reserve pool, solve the first, adopt it, and try a policy."""
    now = timezone.now()
    asked = {**USUAL, **LATER, "reserve": True, "money": list(_money(day, 100))}
    asked["demands"] = list(islice(_begun(division, day, asked), LOCKS))
    first = make_scenario(
        name="三年滚动计划", division=division, day=day, years=YEARS, by=by, at=now, asked=asked
    )
    run = _solved(first, by)
    adopt(
        run=run.pk,
        said=Said("示范区老旧小区改造三年计划", "区联席会 2026 年第 2 次会议纪要（虚构）"),
        by=by,
        on=day,
    )
    more = copy_scenario(scenario=first, name="资金多两成", by=by, at=now)
    more.asked = {**asked, "money": list(_money(day, 120)), "demands": []}
    more.save(update_fields=["asked"])
    _solved(more, by)
    _tried(division, by, day)


def _money(day: date, percent: int) -> Iterator[dict[str, Any]]:
    for source, wan in MONEY.items():
        cents = wan * CENTS_PER_WAN * percent // 100
        amounts = {str(year): cents for year in range(day.year, day.year + YEARS)}
        yield {"source": source, "classes": [], "amounts": amounts}


def _begun(division: str, day: date, asked: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Lock those in that the district has in its plan already, as far as rules let them."""
    span = tuple(range(day.year, day.year + YEARS))
    entrants = entrants_of(division, day, span, asked)
    planned = set(Estate.objects.filter(stage=Stage.PLAN).values_list("pk", flat=True))
    for one in entrants.pool.candidates:
        if entrants.register.keys[one.id] in planned:
            yield {"kind": LOCK, "subject": one.id}


def _solved(scenario: Scenario, by: Person) -> Run:
    run = Run.objects.create(
        scenario=scenario,
        division=scenario.division,
        asked={**scenario.asked, **QUICK},
        day=scenario.day,
        years=scenario.years,
        base=scenario.base,
        version=scenario.version,
        by=by,
    )
    keep(run, solve_run(run, lambda _progress, _so_far: True))
    return run


def _tried(division: str, by: Person, day: date) -> None:
    trial = Trial(
        name="建成年份放宽到 1995 年",
        division=division,
        day=day,
        proposal={"numbers": {"xc18.early_year": "1995"}},
        by=by,
    )
    trial.outcome, trial.workbook = try_policy(trial, lambda _done, _said: None)
    trial.save()
