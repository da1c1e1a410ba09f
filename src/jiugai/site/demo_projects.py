"""Projects of the made-up district: one for each estate that is beyond the ledger."""

from datetime import date, timedelta
from random import Random
from typing import Final

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models import Project, Series, Way
from jiugai.apps.projects.project.services import NUMBERS
from jiugai.apps.registry.models import Estate, Stage

#: How many years ago projects in a stage were opened, at the least and at the most.
SINCE: Final = {
    Stage.RESERVE: (0, 1),
    Stage.PLAN: (1, 1),
    Stage.WORKS: (1, 2),
    Stage.ACCEPTANCE: (2, 2),
    Stage.STEWARDSHIP: (2, 3),
    Stage.BLOCKED: (1, 2),
}
#: Stages in which a project belongs to the plan of a year.
PLANNED: Final = frozenset({Stage.PLAN, Stage.WORKS, Stage.ACCEPTANCE, Stage.STEWARDSHIP})


def open_projects(estates: list[Estate], *, by: Person, day: date) -> list[Project]:
    """Open the projects of estates as their stages say, the same every time."""
    chance = Random(2026)  # noqa: S311 - the same district for everyone
    beyond = [one for one in estates if one.stage != Stage.LEDGER]
    opened = sorted(((_opened_on(one, chance, day), one) for one in beyond), key=lambda p: p[0])
    counts: dict[tuple[str, int], int] = {}
    projects = []
    for on, estate in opened:
        series = (estate.division[:6], on.year)
        counts[series] = counts.get(series, 0) + 1
        projects.append(
            Project(
                estate=estate,
                division=estate.division,
                number=f"{series[0]}-{on.year}-{counts[series]:04d}",
                way=Way.TASK if chance.random() < 0.15 else Way.APPLICATION,
                year=on.year + 1 if Stage(estate.stage) in PLANNED else None,
                opened_on=on,
                opened_by=by,
            )
        )
    Series.objects.bulk_create(
        Series(kind=NUMBERS, place=place, year=year, last=last)
        for (place, year), last in counts.items()
    )
    return Project.objects.bulk_create(projects)


def _opened_on(estate: Estate, chance: Random, day: date) -> date:
    low, high = SINCE[Stage(estate.stage)]
    years = chance.randint(low, high)
    return day.replace(year=day.year - years) - timedelta(days=chance.randint(5, 140))
