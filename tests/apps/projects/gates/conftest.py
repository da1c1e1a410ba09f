"""A project with its gates, and evidence as people hand it in."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.supply import Said, supply
from jiugai.apps.projects.models import Evidence, GateState, Way
from jiugai.apps.projects.project.services import open_project
from tests.apps.conftest import DISTRICT

DAY = date(2026, 6, 1)
ASKED = "bj22.gate.asked"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def project(estate, people):
    """Return an open project of the estate."""
    with scope(DISTRICT):
        return open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def statement(**facts):
    """Return a signed statement for facts."""
    return Said(
        kind=Evidence.Kind.STATEMENT, facts=facts, said_on=DAY, words="已逐户征求意见",
        speaker="王书记", capacity="社区书记",
    )  # fmt: skip


def file(**facts):
    """Return a file for facts."""
    pdf = SimpleUploadedFile("征求意见汇总.pdf", PDF, "application/pdf")
    return Said(kind=Evidence.Kind.FILE, facts=facts, said_on=DAY, words="征求意见汇总", file=pdf)


def give(project, said, *, by, rule=ASKED, **more):
    """Supply evidence in the district's scope."""
    with scope(DISTRICT):
        return supply(project=project, rule=rule, said=said, by=by, on=DAY, **more)


def verdict(project, rule=ASKED):
    """Return what the kept state of a gate says."""
    with scope(DISTRICT):
        return GateState.objects.get(project=project, rule=rule).verdict
