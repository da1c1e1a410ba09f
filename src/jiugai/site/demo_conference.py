"""The joint conference of the made-up city and district: members, a signed meeting, the next."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from jiugai.apps.accounts.models import Kind, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.assignments.services import give, report, settle
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.meetings.agenda import offered
from jiugai.apps.conference.meetings.decide import Votes, decide
from jiugai.apps.conference.members.services import take_seat
from jiugai.apps.conference.models import Item, Meeting, Report, Seat

CITY: Final = "11"
#: Departments of the made-up city and district; every name says that it is made up.
CITY_OFFICES: Final = ("住房城乡建设委", "发展改革委", "财政局", "规划自然资源委", "城市管理委")
DISTRICT_OFFICES: Final = (
    "住房和城市建设委",
    "发展改革委",
    "财政局",
    "城市管理委",
    "房管局",
    "园林绿化局",
)
CHAIRS: Final = {"市": "任召", "区": "甄集"}
SURNAMES: Final = "赵钱孙李周吴郑王冯陈"


def offices(place: str, *, clerk: Person, department: Person) -> dict[str, Organisation]:
    """Make the departments, and let two of the people belong to theirs."""
    rows = [
        *((f"示范市{name}（虚构）", CITY, Kind.OFFICE) for name in CITY_OFFICES),
        *((f"示范区{name}（虚构）", place, Kind.OFFICE) for name in DISTRICT_OFFICES),
        ("示范区第一街道办事处（虚构）", clerk.division, Kind.STREET),
    ]
    made = {
        name: Organisation.objects.create(name=name, kind=kind, division=division)
        for name, division, kind in rows
    }
    for person, name in (
        (clerk, "示范区第一街道办事处（虚构）"),
        (department, "示范区住房和城市建设委（虚构）"),
    ):
        person.organisation = made[name]
        person.save(update_fields=["organisation"])
    return made


def hold(place: str, people: Mapping[Role, Person], *, today: date) -> dict[str, Organisation]:
    """Seat the members, hold one meeting of each, call the next; return the organisations."""
    made = offices(place, clerk=people[Role.STREET_CLERK], department=people[Role.DEPARTMENT])
    with scope(CITY):
        _city(made, people[Role.CITY_OFFICER], today)
    with scope(place):
        _district(place, made, people, today)
    return made


def _city(made: Mapping[str, Organisation], by: Person, today: date) -> None:
    own = [one for one in made.values() if one.division == CITY]
    meeting = _held(CITY, own, "市", by, today - timedelta(days=6))
    on = meeting.day
    for case in [one for one in offered(meeting, on) if one.kind == Item.Kind.APPLICATION][:2]:
        services.take_up(pk=meeting.pk, subject=case.subject, by=by, on=on)
    first, second = meeting.items.all()[:2]
    _agreed(first, "申报材料齐全、居民意愿集中，确认为本年度改造项目。", by, on, Votes(5, 0, 0))
    _agreed(
        second, "给排水改造投资未落实，缓议，由财政部门核定后再报。", by, on, outcome="deferred"
    )
    give(
        item=second.pk,
        words="核定示范区给排水改造的市级补助，报下次会议",
        owner=made["示范市财政局（虚构）"],
        partners=[made["示范市住房城乡建设委（虚构）"]],
        due_on=today + timedelta(days=20),
        by=by,
        on=on,
    )
    _signed(meeting, by)
    services.call_meeting(
        division=CITY,
        day=today + timedelta(days=9),
        by=by,
        on=today,
        said={"at": time(9, 30), "place": "市政务中心三层会议室", "chair": CHAIRS["市"]},
    )


def _district(
    place: str, made: Mapping[str, Organisation], people: Mapping[Role, Person], today: date
) -> None:
    by = people[Role.DISTRICT_OFFICER]
    own = [one for one in made.values() if one.division.startswith(place)]
    meeting = _held(place, own, "区", by, today - timedelta(days=24))
    on = meeting.day
    gates = [one for one in offered(meeting, on) if one.kind == Item.Kind.GATE]
    for case in gates[:1]:
        services.take_up(pk=meeting.pk, subject=case.subject, by=by, on=on)
    services.add_free(
        pk=meeting.pk,
        title="统筹 2026 年管线改造与小区改造同步进场",
        brief="自来水、燃气两家单位的进场时间与小区改造差两个月，道路有重复开挖的风险。",
        by=by,
    )
    for item in meeting.items.all():
        _agreed(item, _WORDS[Item.Kind(item.kind)], by, on)
    last = meeting.items.order_by("-order")[0]
    for words, owner, partner, days in _given(made):
        give(
            item=last.pk,
            words=words,
            owner=owner,
            partners=[partner],
            due_on=today + timedelta(days=days),
            by=by,
            on=on,
        )
    _signed(meeting, by)
    _reported(meeting, people, today)
    called = services.call_meeting(
        division=place,
        day=today,
        by=by,
        on=today,
        said={"at": time(14, 0), "place": "区政务中心 201", "chair": CHAIRS["区"]},
    )
    for case in [one for one in offered(called, today) if one.kind == Item.Kind.GATE][:2]:
        services.take_up(pk=called.pk, subject=case.subject, by=by, on=today)


_WORDS: Final = {
    Item.Kind.GATE: "放行只限前期工作，门槛未按规定打开前不得进场施工；请属地一个月内补齐证据。",
    Item.Kind.FREE: "同意统筹进场：管线先行，小区改造跟进；由住建部门牵头排出总进度。",
}


def _given(
    made: Mapping[str, Organisation],
) -> Iterator[tuple[str, Organisation, Organisation, int]]:
    build = made["示范区住房和城市建设委（虚构）"]
    city = made["示范区城市管理委（虚构）"]
    money = made["示范区财政局（虚构）"]
    street = made["示范区第一街道办事处（虚构）"]
    yield "排出管线与小区改造同步进场的总进度", build, city, 12
    yield "与自来水、燃气单位签订同步进场协议", city, build, -3
    yield "落实管线同步改造的区级配套资金", money, build, 25
    yield "向居民公示停水停气安排，设接待点", street, build, 6


def _held(division: str, own: list[Organisation], level: str, by: Person, day: date) -> Meeting:
    for number, organisation in enumerate(own):
        part = (Seat.Part.OFFICE, Seat.Part.MEMBER)[number > 0]
        take_seat(
            division=division,
            organisation=organisation,
            part=part,
            name=f"{SURNAMES[number]}处长",
            by=by,
            on=day - timedelta(days=30),
        )
    return services.call_meeting(
        division=division,
        day=day,
        by=by,
        on=day - timedelta(days=7),
        said={"at": time(14, 30), "place": f"{level}政务中心会议室", "chair": CHAIRS[level]},
    )


def _agreed(
    item: Item,
    words: str,
    by: Person,
    on: date,
    votes: Votes | None = None,
    outcome: str = "agreed",
) -> None:
    decide(
        pk=item.pk,
        version=item.version,
        outcome=outcome,
        decision=words,
        votes=votes,
        by=by,
        role="",
        on=on,
    )


def _signed(meeting: Meeting, by: Person) -> None:
    meeting.refresh_from_db()
    at = timezone.make_aware(datetime.combine(meeting.day, time(17, 20)))
    services.sign_minutes(pk=meeting.pk, version=meeting.version, by=by, on=meeting.day, at=at)


def _reported(meeting: Meeting, people: Mapping[Role, Person], today: date) -> None:
    """Let the department and the sub-district report, one of them that it is done."""
    verb = Report.Verb
    said = (
        (Role.DEPARTMENT, verb.PROGRESS, "已与三家管线单位碰头，初排进度表，等燃气单位回复。", 9),
        (Role.STREET_CLERK, verb.PROGRESS, "公示栏已设，接待点场地已落实。", 8),
        (Role.STREET_CLERK, verb.CLAIM, "两轮公示完成，接待点已开，请核定。", 1),
    )
    owners = {Role.DEPARTMENT: "住房和城市建设委", Role.STREET_CLERK: "第一街道"}
    for role, word, words, days in said:
        found = meeting.items.order_by("-order")[0].assignments
        one = found.get(owner__name__contains=owners[role])
        report(
            pk=one.pk,
            version=one.version,
            verb=word,
            words=words,
            by=people[role],
            on=today - timedelta(days=days),
        )
    late = meeting.items.order_by("-order")[0].assignments.get(owner__name__contains="财政")
    settle(
        pk=late.pk,
        version=late.version,
        verb=verb.EXTEND,
        words="市级补助文件下月下达，期限相应顺延。",
        due_on=late.due_on + timedelta(days=10),
        by=people[Role.DISTRICT_OFFICER],
        on=today - timedelta(days=2),
    )
