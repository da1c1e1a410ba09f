"""The made-up district has applications on every desk, and a project wherever one belongs."""

from collections import Counter

import pytest

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Application, Desk, Project, Series, Step, Way
from jiugai.apps.registry.models import Estate, Stage
from jiugai.site.demo import PLACE, load_demo

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_demo_agrees_with_what_services_would_have_made():
    load_demo()

    with scope(PLACE):
        desks = Counter(Application.objects.values_list("desk", flat=True))
        assert {desk for desk in Desk if desk != Desk.WITHDRAWN} <= desks.keys()
        for project in Project.objects.select_related("estate", "application"):
            assert project.estate.stage != Stage.LEDGER
            assert (project.way == Way.APPLICATION) == hasattr(project, "application")
        beyond = Estate.objects.exclude(stage=Stage.LEDGER)
        assert beyond.count() == Project.objects.count()
        for one in Application.objects.prefetch_related("steps"):
            steps = list(one.steps.all())
            assert (steps[-1].after if steps else Desk.APPLICANT) == one.desk
            assert bool(one.number) == bool(steps)
        assert _numbers_of(Project, "number") == _last("project")
        assert _numbers_of(Application, "number") == _last("application")
        assert Step.objects.filter(by=Person.objects.get(username="shi")).exists()


def _numbers_of(model, field):
    """Return the highest number of each year, and that none is left out."""
    found = {}
    for number in model.objects.exclude(**{field: ""}).values_list(field, flat=True):
        _place, year, last = number.rsplit("-", 2)
        found.setdefault(int(year), []).append(int(last))
    assert all(sorted(given) == list(range(1, len(given) + 1)) for given in found.values())
    return {year: len(given) for year, given in found.items()}


def _last(kind):
    return dict(Series.objects.filter(kind=kind).values_list("year", "last"))
