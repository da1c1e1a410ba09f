"""The made-up district: its register, people in every role, and things to look at."""

from datetime import date
from pathlib import Path
from typing import Final

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Kind, Organisation, Person
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.outlines import load_outlines
from jiugai.apps.registry.services.take_in import take_in
from jiugai.site.demo_applications import apply
from jiugai.site.demo_below import furnish
from jiugai.site.demo_choosing import choose_items
from jiugai.site.demo_conference import hold
from jiugai.site.demo_demands import hear
from jiugai.site.demo_duties import answer
from jiugai.site.demo_gates import fill_facts, show_gates
from jiugai.site.demo_hooks import tell_others
from jiugai.site.demo_modes import adopt_modes
from jiugai.site.demo_owners import organise
from jiugai.site.demo_personal import care_for_data
from jiugai.site.demo_plans import make_plans
from jiugai.site.demo_projects import open_projects
from jiugai.site.demo_readings import choose_readings, try_others
from jiugai.site.demo_reviews import review_designs
from jiugai.site.demo_rolls import let_in
from jiugai.site.demo_surveys import ask
from jiugai.site.demo_votes import hold_votes
from jiugai.site.demo_whistles import whistle

SAMPLE: Final = Path(__file__).parents[1] / "sample"
LEDGERS: Final = ("示范区小区台账.xlsx", "示范区街道补充台账.csv")
BORDERS: Final = "示范区界线.geojson"
PLACE: Final = "110199"
STREET: Final = "110199001"
DAY: Final = date(2026, 6, 1)
PASSWORD: Final = "shifan-2026-demo"  # noqa: S105 - printed for everyone: the data is made up
PEOPLE: Final = (
    ("shi", "石岚", Role.CITY_OFFICER, "11"),
    ("qu", "曲明", Role.DISTRICT_OFFICER, PLACE),
    ("jie", "介青", Role.STREET_CLERK, STREET),
    ("bumen", "部敏", Role.DEPARTMENT, PLACE),
    ("guihua", "桂华", Role.PLANNER, PLACE),
    ("sheji", "佘骥", Role.DESIGNER, PLACE),
    ("shigong", "施工", Role.CONTRACTOR, PLACE),
    ("jiandu", "简度", Role.INSPECTOR, PLACE),
    ("shenji", "沈霁", Role.AUDITOR, PLACE),
    ("xitong", "奚同", Role.SYSTEM_ADMIN, PLACE),
    ("anquan", "安泉", Role.SECURITY_ADMIN, PLACE),
    ("shenjiguan", "申继", Role.AUDIT_ADMIN, PLACE),
)


def load_demo() -> None:
    """Fill an empty database; does nothing where somebody is known already."""
    if Person.objects.exists():
        return
    with transaction.atomic():
        office = Organisation.objects.create(
            name="示范区老旧小区整治办（虚构）", kind=Kind.OFFICE, division=PLACE
        )
        sealed = make_password(PASSWORD)  # takes long on purpose, and once is enough for one
        people = {role: _person(office, sealed, *row) for row in PEOPLE for role in [row[2]]}
        with scope(PLACE):
            choose_readings(division=PLACE, by=people[Role.DISTRICT_OFFICER])
            take_in(
                [SAMPLE / name for name in LEDGERS],
                division=PLACE,
                by=people[Role.DISTRICT_OFFICER],
                day=DAY,
            )
            load_outlines(SAMPLE / BORDERS, by=people[Role.DISTRICT_OFFICER])
            estates = list(Estate.objects.order_by("id"))
            furnish(estates, by=people[Role.DISTRICT_OFFICER], division=PLACE)
            projects = open_projects(estates, by=people[Role.CITY_OFFICER], day=DAY)
            apply(estates, projects, people=people, street=STREET, today=timezone.localdate())
            fill_facts(projects, by=people[Role.DISTRICT_OFFICER])
            assess([estate.pk for estate in estates], day=DAY)
            show_gates(
                projects,
                clerk=people[Role.STREET_CLERK],
                officer=people[Role.DISTRICT_OFFICER],
                day=DAY,
            )
            review_designs(projects, people=people, today=timezone.localdate())
            adopt_modes(
                projects,
                officer=people[Role.DISTRICT_OFFICER],
                clerk=people[Role.STREET_CLERK],
                today=timezone.localdate(),
            )
            hold_votes(
                estates,
                street=STREET,
                clerk=people[Role.STREET_CLERK],
                officer=people[Role.DISTRICT_OFFICER],
            )
            ask(estates, clerk=people[Role.STREET_CLERK])
            let_in(clerk=people[Role.STREET_CLERK], now=timezone.now())
            choose_items(
                clerk=people[Role.STREET_CLERK],
                officer=people[Role.DISTRICT_OFFICER],
                today=timezone.localdate(),
            )
            make_plans(division=PLACE, by=people[Role.DISTRICT_OFFICER], day=DAY)
            try_others(division=PLACE, by=people[Role.DISTRICT_OFFICER])
        made = hold(PLACE, people, today=timezone.localdate())
        answer(PLACE, made, people, today=timezone.localdate())
        with scope(PLACE):
            whistle(estates, people=people, street=STREET, today=timezone.localdate())
            hear(
                estates,
                street=STREET,
                clerk=people[Role.STREET_CLERK],
                department=people[Role.DEPARTMENT],
                today=timezone.localdate(),
            )
            organise(
                estates,
                street=STREET,
                clerk=people[Role.STREET_CLERK],
                today=timezone.localdate(),
            )
            care_for_data(clerk=people[Role.STREET_CLERK], now=timezone.now())
            tell_others(officer=people[Role.DISTRICT_OFFICER], place=PLACE)


def _person(
    office: Organisation, sealed: str, username: str, name: str, role: Role, division: str
) -> Person:
    person = Person(username=username, name=name, organisation=office, division=division)
    person.password = sealed
    person.save()
    Appointment.objects.create(person=person, role=role, division=division, since=DAY)
    return person


def sign_ins() -> list[tuple[str, str, str]]:
    """Return title, sign-in name and password of every role."""
    return [(str(ROLES[role].title), username, PASSWORD) for username, _n, role, _d in PEOPLE]
