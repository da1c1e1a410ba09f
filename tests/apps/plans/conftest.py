"""A register of a dozen estates with costs, a scenario with money for half of them."""

from datetime import date

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.plans.asked import USUAL
from jiugai.apps.plans.models import Result, Run
from jiugai.apps.plans.services.scenarios import change_scenario, make_scenario
from jiugai.apps.plans.solving import solve_run
from jiugai.apps.plans.storing import keep
from jiugai.apps.registry.models import Building, Estate
from tests.apps.conftest import DISTRICT

DAY = date(2026, 6, 1)
WAN = 1_000_000
NAMES = "甲里 乙里 丙里 丁里 戊里 己里 庚里 辛里 壬里 癸里 子里 丑里".split()


def facts(number, **more):
    return {
        "name": NAMES[number % len(NAMES)],
        "street": f"示范{number % 2 + 1}街道",
        "built_year": 1960 + 2 * number,
        "household_count": 100 + 10 * number,
        "floor_area_m2": 6000.0 + 600 * number,
        "basic_cost": (400 + 10 * number) * WAN,
        "improving_cost": 100 * WAN,
        "upgrading_cost": 50 * WAN,
        "lon": 116.4 + number / 1000,
        "lat": 39.9,
    } | more


def money(*yearly, source="total"):
    """Return the money of a scenario: so many 万元 in each year from 2026 on."""
    amounts = {str(2026 + n): wan * WAN for n, wan in enumerate(yearly)}
    return [{"source": source, "classes": [], "amounts": amounts}]


ASKED = {**USUAL, "money": money(1500, 1500), "seconds": 2, "ways": 1, "curve": 1}


@pytest.fixture
def estates(db):
    with scope(DISTRICT):
        made = [
            Estate.objects.create(
                code=f"T{n:02}", division=f"{DISTRICT}00{n % 2 + 1}", facts=facts(n)
            )
            for n in range(12)
        ]
        for one in made[:3]:
            Building.objects.create(
                estate=one, code="1", division=one.division, facts={"name": "1号楼"}
            )
        yield made


@pytest.fixture
def officer(people):
    return people["district_officer"]


@pytest.fixture
def scenario(estates, officer):
    return made("基准", officer)


def made(name, by, asked=ASKED, years=2, **more):
    return make_scenario(
        name=name,
        division=DISTRICT,
        day=DAY,
        years=years,
        by=by,
        at=timezone.now(),
        asked=asked,
        **more,
    )


def change(scenario, by, **asked):
    return change_scenario(
        pk=scenario.pk,
        version=scenario.version,
        asked={**scenario.asked, **asked},
        years=scenario.years,
        by=by,
        at=timezone.now(),
    )


def solve(scenario, by, tell=lambda _progress, _so_far: True):
    """Solve a scenario at once and return its result."""
    run = Run.objects.create(
        scenario=scenario,
        division=scenario.division,
        asked={**scenario.asked, "seconds": 1, "ways": 0.3, "curve": 0.3},
        day=scenario.day,
        years=scenario.years,
        base=scenario.base,
        version=scenario.version,
        by=by,
    )
    keep(run, solve_run(run, tell))
    return Result.objects.get(pk=run.pk)


def years_of(result):
    return {p.key: p.year for p in result.places.all() if p.year}
