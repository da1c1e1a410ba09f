"""A project whose design is drawn, reviewed and answered by the people who do so."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Project, Remark, Review, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.projects.review import drafts, services
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT

__all__ = ["apart"]

DAY = date(2026, 6, 1)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


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


@pytest.fixture
def desk(project, people):
    """Return a helper that acts on the review as designer and planner."""
    return Reviewing(project, people)


class Reviewing:
    """Does what people do in a review, always with the latest version unless one is given."""

    def __init__(self, project, people):
        self.project = project
        self.people = people

    @property
    def review(self):
        """Return the review as it is."""
        with scope(DISTRICT):
            return Review.objects.select_related("project__estate").get(project=self.project)

    @property
    def version(self):
        """Return the latest version of the review; one that has not begun is seen as the first."""
        found = Review.objects.filter(project=self.project).first()
        return found.version if found else 1

    def file(self, part="facade", text="一", **more):
        """Put a file into the version that is being made."""
        with scope(DISTRICT):
            pdf = SimpleUploadedFile("图.pdf", PDF + text.encode(), "application/pdf")
            said = {"kind": "drawing", "title": f"{part}{text}"} | more
            return drafts.add_file(
                project=self.project, part=part, file=pdf, by=self.people["designer"], **said
            )

    def submit(self, words="外墙保温和管线同步", **more):
        """Hand in the version that is being made."""
        with scope(DISTRICT):
            version = self.version
            said = {"version": version, "by": self.people["designer"], "on": DAY} | more
            return services.submit(project=self.project, words=words, **said)

    def remark(self, part="facade", words="勒脚收口做法不清", weight="must", former=None):
        """Write a remark."""
        with scope(DISTRICT):
            return drafts.add_remark(
                project=self.project,
                part=part,
                weight=weight,
                words=words,
                former=former.pk if former else None,
                by=self.people["planner"],
            )

    def opinion(self, verdict, words="请按意见修改", **more):
        """Give the opinion with all remarks."""
        with scope(DISTRICT):
            version = self.version
            said = {"version": version, "by": self.people["planner"], "on": DAY} | more
            return services.hand_over(project=self.project, verdict=verdict, words=words, **said)

    def answer(self, remark, words="已补节点详图"):
        """Answer a remark."""
        with scope(DISTRICT):
            return drafts.answer(
                project=self.project,
                remark=remark.pk,
                kind="done",
                words=words,
                by=self.people["designer"],
            )

    def returned(self):
        """Bring the review to a first version that was returned with one remark."""
        self.file()
        self.file("pipes")
        self.submit()
        found = self.remark()
        self.opinion("return")
        with scope(DISTRICT):
            return Remark.objects.get(pk=found.pk)

    def passed(self):
        """Bring the review to a first version that passed."""
        self.file()
        self.submit()
        return self.opinion("pass", "可以实施")

    def facts(self):
        """Return what the register says of the review."""
        with scope(DISTRICT):
            facts = Project.objects.get(pk=self.project.pk).estate.facts
            return facts.get("planner_reviewed"), facts.get("planner_passed")
