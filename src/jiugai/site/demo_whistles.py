"""Whistles of the made-up sub-district: answered, late, solved, brought up; and good practice."""

from datetime import date, timedelta
from typing import Final

from jiugai.apps.accounts.models import Appointment, Kind, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.projects.models import Whistle
from jiugai.apps.projects.whistle import services
from jiugai.apps.projects.whistle.practices import collect, share
from jiugai.apps.registry.models import Estate

PROBLEMS: Final = (
    ("化粪池外溢", "雨后反复外溢，街道清掏三次仍不通，请查明管线并疏通。"),
    ("架空线低垂", "6 号楼前架空线低垂，消防车进不去，请会同通信公司落地。"),
    ("违建占道", "东侧违建占了消防通道，住户拒拆，请依法处置。"),
    ("树木遮挡加梯", "加装电梯的位置有两棵大树，请现场踏勘能否移植。"),
    ("雨污混接", "雨水口有污水，下游居民投诉，请查明混接点。"),
    ("配电容量不足", "加装电梯和充电桩后跳闸，请核定增容方案。"),
)
PRACTICES: Final = (
    (
        "水电气热一次开挖",
        "开工前请各专业公司同到现场，合成一张管线图，一次开挖、一次回填，居民少挨一次挖路。",
        "管线 统筹",
    ),
    (
        "护栏拆除先装样板",
        "先给一个楼门免费换上限位器和纱窗，居民看过再签字，三周拆完六栋楼的护栏。",
        "护栏 样板",
    ),
    ("加梯选位先请园林", "设计前请园林部门踏勘，能移的树列出清单，图纸不用返工。", "加装电梯"),
)
#: So many whistles, with days since and what became of each.
COURSE: Final = (
    (40, "solved"),
    (33, "solved"),
    (26, "hard"),
    (12, "responded"),
    (6, "called"),
    (1, "called"),
)


def whistle(
    estates: list[Estate], *, people: dict[Role, Person], street: str, today: date
) -> None:
    """Blow whistles for estates of a sub-district and let departments answer some of them."""
    clerk, contact = people[Role.STREET_CLERK], people[Role.DEPARTMENT]
    other = _other_contact(contact, today)
    near = [one for one in estates if one.division.startswith(street)]
    for estate, problem, (days, until) in zip(near, PROBLEMS, COURSE, strict=False):
        on = today - timedelta(days=days)
        departments = [one.organisation for one in (contact, other) if one.organisation]
        made = services.blow(
            estate=estate,
            title=problem[0],
            words=problem[1],
            departments=departments[: 1 if days in (12, 1) else 2],
            asked="",
            by=clerk,
            on=on,
        )
        _go_on(made, until, (contact, other), clerk, on)
    _practices(clerk, people[Role.DISTRICT_OFFICER], street, today)


def _other_contact(contact: Person, today: date) -> Person:
    """Return somebody who answers for another department; they have no sign-in."""
    water = Organisation.objects.create(
        name="示范排水集团（虚构）", kind=Kind.UTILITY, division=contact.division
    )
    person = Person(username="paishui", name="派遂", organisation=water, division=contact.division)
    person.set_unusable_password()
    person.save()
    Appointment.objects.create(
        person=person, role=Role.DEPARTMENT, division=contact.division, since=today.replace(day=1)
    )
    return person


def _go_on(
    made: Whistle, until: str, contacts: tuple[Person, Person], clerk: Person, on: date
) -> None:
    calls = {one.organisation_id: one.pk for one in made.calls.all()}
    answering = [one for one in contacts if one.organisation_id in calls]
    if until == "called":
        return
    for late, person in enumerate(answering):
        day = on + timedelta(days=1 + 3 * late)
        pk = calls[person.organisation_id or 0]
        services.respond(call=pk, words="明天上午派人到现场。", by=person, on=day)
        if until == "solved":
            done = day + timedelta(days=9 + 10 * late)
            services.solve(call=pk, words="已处理完，附现场照片。", by=person, on=done)
    if until == "solved":
        services.close(pk=made.pk, words="现场看过，已解决。", by=clerk, on=on + timedelta(26))
    if until == "hard":
        services.remind(
            call=min(calls.values()), words="居民又来电", by=clerk, on=on + timedelta(9)
        )
        services.escalate(
            pk=made.pk,
            words="两个部门对由谁拆除认识不一，请联席会定责任单位。",
            by=clerk,
            on=on + timedelta(14),
        )


def _practices(clerk: Person, officer: Person, street: str, today: date) -> None:
    for number, (title, words, tags) in enumerate(PRACTICES):
        made = collect(
            place=street,
            title=title,
            words=words,
            tags=tags,
            whistle="",
            by=clerk,
            on=today - timedelta(days=20 - number),
        )
        if number < len(PRACTICES) - 1:
            share(pk=made.pk, place=officer.division, by=officer, on=today - timedelta(days=9))
