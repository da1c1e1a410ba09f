"""The calendar of a building tells how far its renewal is, by days that the site holds."""

from datetime import date, timedelta

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.residents.calendar import days_of, past_of
from jiugai.apps.projects.models import Project, Works
from jiugai.apps.registry.models import Building, Estate
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.conftest import DAY
from tests.apps.projects.permits.test_permits import file

pytestmark = pytest.mark.django_db


@pytest.fixture
def building(estate):
    """Return a building of the estate."""
    with scope(DISTRICT):
        return Building.objects.create(estate=estate, division=STREET, code="1")


def told(find, building, on):
    """Return what a household of the building reads."""
    with scope(STREET):
        return [(one.what, one.title, one.first, one.last) for one in find(building, on=on)]


def test_an_application_is_told_until_its_day_then_as_not_done_and_once_confirmed_as_past(
    acting, building
):
    waiting = acting.at_district()
    ((what, title, first, last),) = told(days_of, building, DAY + timedelta(days=1))
    assert (what, title, first, last) == ("改造申报审核中", "区审核", DAY, waiting.due_on)

    late = waiting.due_on + timedelta(days=30)
    with scope(STREET):
        (one,) = days_of(building, on=late)
    assert one.is_endless
    assert (one.first, one.last) == (DAY, late)

    acting.do("pass_on", waiting, "district_officer", opinion="同意")
    done = acting.do("confirm", waiting, "city", opinion="通过")
    later = DAY + timedelta(days=1)
    assert told(days_of, building, later) == []
    past = [(what, title) for what, title, *_days in told(past_of, building, later)]
    assert ("改造申报已提交", done.number) in past
    assert ("改造申报已确认", done.number) in past
    assert ("改造项目立项", done.project.number) in past


def test_what_is_written_down_of_the_works_is_told_and_nothing_else(building, estate, people):
    clerk = people["clerk"]
    with scope(DISTRICT):
        project = Project.objects.create(
            estate=estate, division=STREET, number="1", way="task", year=2027,
            opened_on=DAY, opened_by=clerk,
        )  # fmt: skip
    later = DAY + timedelta(days=1)
    assert told(past_of, building, later) == [("改造项目立项", "1", DAY, DAY)]
    (year,) = told(days_of, building, later)
    assert year[1:] == ("本小区列入 2027 年改造计划", date(2027, 1, 1), date(2027, 12, 31))

    file(project, clerk, "filed_fire")
    with scope(DISTRICT):
        Works.objects.filter(pk=project.pk).update(
            facts={
                "filed_fire": True,
                "street_accepted": True,
                "street_accepted_on": DAY.isoformat(),
                "parties_accepted": False,
                "parties_accepted_on": DAY.isoformat(),
            }
        )
    past = [(what, title) for what, title, *_days in told(past_of, building, later)]
    assert ("开工前报备", "已向消防部门报备") in past
    assert ("验收", "改造效果验收合格") in past
    assert ("验收", "四方验收合格") not in past

    with scope(DISTRICT):
        project.evidence.update(
            withdrawn_at=project.evidence.get().at, withdrawn_by=clerk, withdrawn_why="有误"
        )
    assert "开工前报备" not in [what for what, *_more in told(past_of, building, later)]


def test_another_estate_is_told_nothing_of_it(acting, building):
    acting.at_district()
    with scope(DISTRICT):
        other = Estate.objects.create(code="T2", division=STREET, facts={"name": "别里"})
        elsewhere = Building.objects.create(estate=other, division=STREET, code="1")

    assert told(days_of, elsewhere, DAY) == told(past_of, elsewhere, DAY) == []
