"""Which permits a project needs under every reading, and its filing before the works."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import GateState, Way, Works
from jiugai.apps.projects.permits.filing import filing_of, unfiled
from jiugai.apps.projects.permits.routes import routes_of
from jiugai.apps.projects.permits.services import file_works, fill_works
from jiugai.apps.projects.project.services import open_project, set_stage
from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.services.edit import ChangedMeanwhile, Unfit
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.projects.gates.conftest import PDF

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 1)
PERMIT, LAND = "xc18.permit", "p14.permit.no_land_use"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def project(estate, people):
    """Return an open project of the estate."""
    with scope(DISTRICT):
        return open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )


def fill(project, by, *, version=1, **facts):
    """Write down facts of the works."""
    with scope(DISTRICT):
        return fill_works(project=project, facts=facts, version=version, by=by, on=DAY)


def route(project, rule, day=DAY):
    """Return a route of a project."""
    with scope(DISTRICT):
        return next(one for one in routes_of(project, day=day) if one.rule.id == rule)


def file(project, by, fact):
    """File the works with an office."""
    pdf = SimpleUploadedFile("回执.pdf", PDF, "application/pdf")
    with scope(DISTRICT):
        return file_works(
            project=project, fact=fact, words="回执", said_on=DAY, file=pdf, by=by, on=DAY
        )


def test_a_route_names_the_facts_that_it_waits_for(project):
    found = route(project, PERMIT)

    assert found.finding.verdict.value == "unknown"
    assert [fact.name for fact in found.missing] == ["investment", "floor_area_m2"]


@pytest.mark.parametrize(
    ("investment", "area", "verdict"),
    [("30万元", "300", "met"), ("30万元", "299", "not_met"), ("299999元", "300", "not_met")],
)
def test_works_from_both_limits_on_need_a_permit(project, people, investment, area, verdict):
    fill(project, people["clerk"], investment=investment, floor_area_m2=area)

    assert route(project, PERMIT).finding.verdict.value == verdict


def test_a_text_that_one_reading_ends_is_shown_as_the_other_has_it(project, people):
    fill(project, people["clerk"], land_title_changed="no", planning_conditions_changed="yes")

    found = route(project, LAND)
    assert (found.finding, found.is_open) == (None, True)
    assert [(one.option, one.verdict) for one in found.others] == [("continuing", "not_met")]


def test_both_ways_to_bind_two_conditions_are_shown(project, people):
    fill(project, people["clerk"], land_title_changed="no", planning_conditions_changed="yes")

    found = route(project, LAND, day=date(2025, 6, 1))
    assert found.finding.verdict.value == "not_met"
    others = {one.reading.id: one.verdict for one in found.others}
    assert others["p14.land_use_or"] == "met"


def test_facts_of_works_are_checked_and_not_overwritten_unseen(project, people):
    with pytest.raises(Unfit):
        fill(project, people["clerk"], floor_area_m2="很多")
    fill(project, people["clerk"], floor_area_m2="500")
    with pytest.raises(ChangedMeanwhile):
        fill(project, people["clerk"], floor_area_m2="600")
    with pytest.raises(Refusal, match="和原来一样"):
        fill(project, people["clerk"], version=2, floor_area_m2="500")
    with scope(DISTRICT):
        assert Works.objects.get(pk=project.pk).facts == {"floor_area_m2": 500.0}


def test_filing_with_all_three_offices_opens_its_gate(project, people):
    for count, fact in enumerate(("filed_planning", "filed_housing", "filed_fire"), 1):
        file(project, people["clerk"], fact)
        with scope(DISTRICT):
            assert filing_of(project, day=DAY).filed_count == count

    with scope(DISTRICT):
        assert GateState.objects.get(project=project, rule="xc18.filing").verdict == "met"
        entry = filing_of(project, day=DAY).entries[0]
        assert [one.document.title for one in entry.evidence] == ["回执"]


def test_an_office_that_no_text_names_is_refused(project, people):
    with pytest.raises(Refusal, match="没有要求"):
        file(project, people["clerk"], "tendered")


def test_works_of_the_year_that_were_not_filed_are_to_be_done(project, people, signed_in):
    with scope(DISTRICT):
        set_stage(estate=project.estate, stage=Stage.PLAN)
        assert unfiled(DISTRICT, on=DAY).count() == 1
    today = signed_in("clerk").get("/today").content.decode()
    assert "开工前向规划、住建、消防报备" in today

    for fact in ("filed_planning", "filed_housing", "filed_fire"):
        file(project, people["clerk"], fact)
    with scope(DISTRICT):
        assert unfiled(DISTRICT, on=DAY).count() == 0


def test_the_page_says_what_is_missing_and_keeps_what_was_typed(project, signed_in):
    at = f"/projects/{project.pk}/permits"
    page = signed_in("clerk").get(at).content.decode()
    assert 'href="#works_investment"' in page

    said = {"version": "1", "floor_area_m2": "很多"}
    answer = signed_in("clerk").post(f"{at}/works", said)
    assert answer.status_code == 422
    assert 'value="很多"' in answer.content.decode()
    assert signed_in("clerk").get(f"{at}/{PERMIT}/why").status_code == 200
    assert signed_in("stranger").get(at).status_code == 404
    assert "保存并重新判断" not in signed_in("auditor").get(at).content.decode()


def test_a_filing_by_form_is_kept(project, signed_in):
    pdf = SimpleUploadedFile("回执.pdf", PDF, "application/pdf")
    said = {
        "fact": "filed_fire", "words": "消字 1 号", "said_on": timezone.localdate(), "file": pdf
    }  # fmt: skip
    answer = signed_in("clerk").post(f"/projects/{project.pk}/permits/filing", said)

    assert answer.status_code == 302
    with scope(DISTRICT):
        assert Works.objects.get(pk=project.pk).facts == {"filed_fire": True}
