"""Applications of the made-up district: confirmed behind its projects, others on every desk."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.projects.applications.chain import LINE, ONWARD, Move
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.applications.clocks import DEFAULTS
from jiugai.apps.projects.applications.register import facts_of
from jiugai.apps.projects.models import (
    Application,
    Body,
    Desk,
    Project,
    Series,
    Step,
    Task,
    Verb,
    Way,
)
from jiugai.apps.registry.models import Estate, Source, Stage
from jiugai.apps.registry.workdays import after_working_days
from jiugai.site.demo_papers import attach_papers

ROLES: Final = {
    Desk.APPLICANT: Role.STREET_CLERK,
    Desk.STREET: Role.STREET_CLERK,
    Desk.DISTRICT: Role.DISTRICT_OFFICER,
    Desk.CITY: Role.CITY_OFFICER,
}
#: So many applications are under way on each desk.
UNDER_WAY: Final = {Desk.APPLICANT: 3, Desk.STREET: 6, Desk.DISTRICT: 8, Desk.CITY: 5}
OPINIONS: Final = {
    Desk.APPLICANT: "",
    Desk.STREET: "情况属实，居民意愿集中，同意上报。",
    Desk.DISTRICT: "符合改造条件，财政可承受，同意报市联席会。",
    Desk.CITY: "联席会议审议通过，予以确认。",
}
WISHES: Final = (
    "给排水管线老化，屋面渗漏，雨季反复报修；居民希望一并整治架空线和停车秩序。",
    "楼体没有保温，冬季室温低；高龄居民多，希望加装电梯并补建活动场所。",
    "上下水管锈蚀，化粪池外溢，12345 反映集中；愿意配合拆除护栏和违建。",
)
ITEMS: Final = ("xc18.menu.services", "xc18.menu.energy", "xc18.menu.facade", "xc18.menu.cables")


class Chain:
    """Makes applications with the steps that brought them where they lie."""

    def __init__(self, people: dict[Role, Person], day: date) -> None:
        self.people = people
        self.day = day
        self.chance = Random(20180504)  # noqa: S311 - the same district for everyone
        self.counts: dict[tuple[str, str, int], int] = {}
        self.steps: list[Step] = []

    def number(self, kind: str, place: str, year: int) -> str:
        """Return the next number of a series of the demo."""
        key = (kind, place, year)
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{place}-{year}-{self.counts[key]:04d}"

    def application(self, estate: Estate, desk: Desk, arrived: date, **more: Any) -> Application:
        """Return an application that arrived on a desk on a day, its steps kept for later."""
        homes = estate.facts.get("household_count") or 100
        answered = int(homes * self.chance.uniform(0.7, 0.97))
        moves = ONWARD[: LINE.index(desk)]
        days = list(self._days(len(moves), arrived))
        street = estate.facts.get("community") or f"{estate}社区"
        body = self.chance.choice(list(Body))
        number = self.number("application", estate.division[:6], days[0].year) if moves else ""
        one = Application(
            estate=estate,
            division=estate.division,
            number=f"SB{number}" if number else "",
            body=body,
            body_name=f"{street}{body.label}",
            asked_on=(days[0] if days else arrived) - timedelta(days=12),
            asked_how="入户征求意见，张贴汇总表",
            households=homes,
            answered=answered,
            agreeing=int(answered * self.chance.uniform(0.8, 0.99)),
            items=self.chance.sample(ITEMS, 3),
            wishes=self.chance.choice(WISHES),
            desk=desk,
            since=arrived,
            due_on=self._due(desk, arrived) if moves else None,
            filed_by=self.people[Role.STREET_CLERK],
            version=len(moves) + 1,
            **more,
        )
        before = None
        for move, on in zip(moves, days, strict=True):
            due = self._due(move.before, before) if before else None
            self.steps.append(self._step(one, move, on, due))
            before = on
        return one

    def _days(self, count: int, arrived: date) -> Iterator[date]:
        gaps = [self.chance.randint(3, 11) for _n in range(count)]
        for number in range(count):
            yield arrived - timedelta(days=sum(gaps[number + 1 :]))

    @staticmethod
    def _due(desk: Desk, arrived: date) -> date | None:
        return after_working_days(arrived, DEFAULTS[desk], {}) if desk in DEFAULTS else None

    def _step(self, one: Application, move: Move, on: date, due: date | None) -> Step:
        clause = clause_in(move, one.division, self.day)
        return Step(
            application=one,
            division=one.division,
            verb=move.verb,
            before=move.before,
            after=move.after,
            by=self.people[ROLES[move.before]],
            role=ROLES[move.before].value,
            at=_at(on, 10),
            on=on,
            due_on=due,
            opinion=OPINIONS[move.before],
            document=clause.document if clause else "",
            clause=clause.number if clause else "",
        )


def _at(on: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(hour)))


def apply(
    estates: list[Estate],
    projects: list[Project],
    *,
    people: dict[Role, Person],
    street: str,
    today: date,
) -> list[Application]:
    """Make what was applied for: behind each project, and under way up to today."""
    chain = Chain(people, today)
    made = [*_confirmed(chain, projects), *_under_way(chain, estates, street, today)]
    Application.objects.bulk_create(made)
    Step.objects.bulk_create(chain.steps)
    Series.objects.bulk_create(
        Series(kind=kind, place=place, year=year, last=last)
        for (kind, place, year), last in chain.counts.items()
    )
    Task.objects.bulk_create(
        Task(
            project=one,
            division=one.division,
            basis=f"示范市改造任务〔{one.opened_on.year}〕1号（虚构）",
            reason="管线失修、诉求集中，由市联席会统筹下达。",
            by=people[Role.CITY_OFFICER],
            on=one.opened_on,
        )
        for one in projects
        if one.way == Way.TASK
    )
    under_way = [one for one in made if one.desk != Desk.CONFIRMED and one.number]
    attach_papers(under_way, by=people[Role.STREET_CLERK])
    _tell_register(made, projects, by=people[Role.STREET_CLERK])
    return made


def _confirmed(chain: Chain, projects: list[Project]) -> Iterator[Application]:
    applied = [one for one in projects if one.way == Way.APPLICATION]
    for project in sorted(applied, key=lambda one: one.opened_on):
        on = project.opened_on
        number = chain.number("confirmation", "11", on.year)
        yield chain.application(
            project.estate, Desk.CONFIRMED, on, project=project, confirmation=f"QR{number}"
        )


def _under_way(
    chain: Chain, estates: list[Estate], street: str, today: date
) -> Iterator[Application]:
    ledger = [one for one in estates if one.stage == Stage.LEDGER]
    near = [one for one in ledger if one.division.startswith(street)]
    far = [one for one in ledger if not one.division.startswith(street)]
    for desk, count in UNDER_WAY.items():
        for number in range(count):
            estate = (near if number % 2 == 0 and near else far).pop(0)
            arrived = today - timedelta(days=(2, 5, 9, 14, 20, 26, 31, 38)[number])
            yield chain.application(estate, desk, arrived)
    yield _returned(chain, (near or far).pop(0), today - timedelta(days=4))


def _returned(chain: Chain, estate: Estate, on: date) -> Application:
    """Return an application that the district sent back to who applied."""
    one = chain.application(estate, Desk.DISTRICT, on - timedelta(days=6))
    chain.steps.append(
        Step(
            application=one,
            division=one.division,
            verb=Verb.RETURN,
            before=Desk.DISTRICT,
            after=Desk.APPLICANT,
            by=chain.people[Role.DISTRICT_OFFICER],
            role=Role.DISTRICT_OFFICER.value,
            at=_at(on, 15),
            on=on,
            due_on=one.due_on,
            opinion="征求意见汇总表缺 3 号楼，同意户数与汇总表不一致，请补正后再报。",
        )
    )
    one.desk, one.since, one.version = Desk.APPLICANT, on, one.version + 1
    one.due_on = after_working_days(on, DEFAULTS[Desk.APPLICANT], {})
    return one


def _tell_register(made: list[Application], projects: list[Project], *, by: Person) -> None:
    """Let the facts of the estates say where their applications lie."""
    said = {one.estate_id: (one.estate, facts_of(one)) for one in made if one.number}
    for project in projects:
        if project.way == Way.TASK:
            said[project.estate_id] = (project.estate, {"task_assigned": True})
    source = Source.objects.create(
        kind=Source.Kind.EDIT, division=by.division[:6], reason="申报和任务（虚构）", by=by
    )
    for estate, facts in said.values():
        estate.facts |= facts
        estate.origins[str(source.pk)] = {"facts": sorted(facts)}
    Estate.objects.bulk_update([one for one, _facts in said.values()], ["facts", "origins"])
