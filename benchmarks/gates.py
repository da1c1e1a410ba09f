"""Gates of 7,000 projects worked out anew after a fact or a rule changed.

Everything is measured between the call and the rows in the database: facts and kept states read,
every gate judged with its reasons, states that differ and their history written.
"""

import json
import random
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

from benchmarks.empty_site import empty_site
from benchmarks.measure import Result, peak_gib, tell

PROJECTS: Final = 7_000
BUILDINGS: Final = 4
BAR: Final = 2.0
DAY: Final = date(2026, 6, 1)
#: The last day before BJ22: ten gates fewer, as a change of the law would have it.
BEFORE: Final = date(2022, 3, 27)
STREET: Final = "110199001"


def run() -> list[Result]:
    """Return a line for nothing changed, a fact of one estate in ten, and for the law."""
    with tempfile.TemporaryDirectory() as folder, empty_site(Path(folder)):
        return _measured()


def _measured() -> list[Result]:
    from django.db import connections

    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.projects.gates.recompute import recompute

    with scope("110199"):
        ids = _filled()
        recompute(ids, day=DAY)
    found = []
    for name, change, day, rows in (
        ("nothing changed", "", DAY, 0),
        ("a fact of 700 estates changed", _FACT, DAY, PROJECTS // 10),
        ("a fact of all estates changed", _FACTS, DAY, PROJECTS),
        ("the law changed (a day before BJ22)", "", BEFORE, 0),
    ):
        took, written = _once(ids, change, day)
        if rows and written != rows:
            raise RuntimeError(f"{written} states of {rows} were written: {name}.")
        words = f"gates of {PROJECTS:,} projects, {name}: {written:,} states written"
        found.append(Result(words, took, "s", f"≤ {BAR:g} s", took <= BAR, memory_gib=peak_gib()))
    connections.close_all()
    return found


_FACT: Final = """UPDATE registry_estate SET facts = jsonb_set(facts, '{duties_assigned}', 'true')
WHERE id % 10 = 0"""
_FACTS: Final = """UPDATE registry_estate
SET facts = jsonb_set(facts, '{site_body_formed}', 'false')"""


def _once(ids: Sequence[int], change: str, day: date) -> tuple[float, int]:
    """Make a change, committed, and return how long the gates took to follow."""
    from django.db import connection

    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.projects.gates.recompute import recompute

    with scope("110199"), connection.cursor() as cursor:
        if change:
            cursor.execute(change)
    start = perf_counter()
    with scope("110199"):
        written = recompute(ids, day=day)
    return perf_counter() - start, written


def _filled() -> list[int]:
    """Return new projects; `duties_assigned` and `site_body_formed` are not known of any."""
    from jiugai.apps.accounts.models import Person
    from jiugai.apps.projects.models import Project, Way
    from jiugai.apps.registry.models import Building, Estate

    person = Person.objects.create(username="bench", name="bench", division="110199")
    chance = random.Random(1)
    estates = Estate.objects.bulk_create(
        Estate(code=f"E{n}", division=STREET, facts=_facts(chance) | {"name": f"第{n}里"})
        for n in range(PROJECTS)
    )
    Building.objects.bulk_create(
        Building(
            estate=one,
            division=STREET,
            code=str(n),
            facts={"guard_consent": chance.random() < 0.8},
        )
        for one in estates
        for n in range(BUILDINGS)
    )
    projects = Project.objects.bulk_create(
        Project(
            estate=one,
            division=STREET,
            number=f"B{one.pk}",
            way=Way.TASK,
            opened_on=DAY,
            opened_by=person,
        )
        for one in estates
    )
    return [one.pk for one in projects]


def _facts(chance: random.Random) -> dict[str, object]:
    names = ("residents_asked", "planner_passed", "notice_complete", "in_reserve", "in_database",
             "pipes_surveyed", "scheme_made", "property_settled", "service_standard_settled",
             "works_coordinated", "pipe_owners_contacted", "vulnerable_surveyed",
             "surroundings_surveyed", "risk_list_made", "risk_plan_made", "works_resolved",
             "menu_settled", "design_published", "conference_confirmed")  # fmt: skip
    known = {name: chance.random() < 0.7 for name in names if chance.random() < 0.8}
    return json.loads(json.dumps(known)) | {"open_objections": chance.randrange(3)}


if __name__ == "__main__":
    tell(run())
