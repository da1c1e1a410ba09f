"""Residents of the made-up district choose optional items within a sum: one settled, one open."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import Entrance
from jiugai.apps.projects.choosing import services
from jiugai.apps.projects.choosing.services import Priced
from jiugai.apps.projects.models import Choosing, Project, Way
from jiugai.apps.projects.project.services import open_project, open_project_of
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.authoring import services as surveys
from jiugai.asking.form import Form
from jiugai.site.demo_surveys import MOST, answer
from jiugai.site.demo_votes import SLUG

SOURCE: Final = "区级补助与居民出资决议（虚构）"
QUOTED: Final = "概算（虚构）"
#: What is offered: item, at which building, price in yuan, how many of two camps want it.
OFFERED: Final = (
    ("xc18.menu.parking", None, 160_000, 0.85, 0.1),
    ("xc18.menu.information", None, 180_000, 0.75, 0.15),
    ("xc18.menu.community", None, 240_000, 0.7, 0.3),
    ("xc18.menu.lift", 0, 150_000, 0.1, 0.9),
    ("xc18.menu.roof", 0, 60_000, 0.05, 0.4),
    ("xc18.menu.solar", 1, 90_000, 0.3, 0.05),
)
FIRST_CAMP: Final = 0.62


def choose_items(*, clerk: Person, officer: Person, today: date) -> None:
    """Let the estate where residents vote choose, the same every time."""
    estate = Entrance.objects.get(slug=SLUG).estate
    project = open_project_of(estate) or open_project(
        estate=estate, way=Way.TASK, by=officer, on=today - timedelta(days=90)
    )
    past = _offered(project, "居民点单：院里先做什么", clerk, today - timedelta(days=30), 580_000)
    homes = list(Household.objects.filter(building__estate=estate).order_by("id")[:MOST])
    chance = Random(600)  # noqa: S311 - the same district for everyone
    answer(past.survey, homes, _approved, chance, clerk, most=0.85)
    closed = today - timedelta(days=12)
    surveys.close(pk=past.survey_id, by=clerk, on=closed)
    services.settle(pk=past.pk, by=clerk, on=closed + timedelta(days=1))
    _offered(project, "居民点单：余下的钱做什么", clerk, today - timedelta(days=2), 200_000)


def _offered(project: Project, title: str, clerk: Person, on: date, yuan: int) -> Choosing:
    said: dict[str, Any] = {
        "title": title,
        "words": "钱不够都做，请选您家赞成的，可以多选。",
        "opens_on": on,
        "closes_on": on + timedelta(days=14),
    }
    made = services.prepare(
        project=project,
        offered=_priced(project),
        budget=yuan * 100,
        source=SOURCE,
        rule=Choosing.Rule.SHARES,
        said=said,
        by=clerk,
        on=on,
    )
    at = timezone.make_aware(datetime.combine(on, time(9)))
    surveys.publish(pk=made.survey_id, by=clerk, at=at)
    made.survey.refresh_from_db()
    return made


def _priced(project: Project) -> list[Priced]:
    buildings = list(project.estate.buildings.order_by("id"))
    return [
        Priced(name, None if at is None else buildings[at % len(buildings)], cost * 100, QUOTED)
        for name, at, cost, _a, _b in OFFERED
    ]


def _approved(form: Form, chance: Random) -> dict[str, Any]:
    """Return what a household of one of two camps approves."""
    at = 3 if chance.random() < FIRST_CAMP else 4
    question = next(iter(form.questions()))
    names = (one.name for one in form.choices_of(question))
    rows = zip(names, OFFERED, strict=True)
    picked = [name for name, one in rows if chance.random() < float(one[at] or 0)]
    return {question.name: " ".join(picked)}
