"""Votes and notices of the made-up district: running, closed with a result, in preparation."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import (
    Channel,
    Entrance,
    HouseholdCode,
    Mark,
    Part,
    RollFlat,
    Vote,
)
from jiugai.apps.participation.notices import services as notices
from jiugai.apps.participation.notices.composing import composed
from jiugai.apps.participation.residents.codes import digest_of, make_entrance
from jiugai.apps.participation.votes import services
from jiugai.apps.participation.votes.casting import cast
from jiugai.apps.participation.votes.paper import Sheet, enter
from jiugai.apps.registry.models import Estate, Household, Stage

#: What opens the made-up household's door, printed for everyone.
SLUG: Final = "shifan"
CODE: Final = "SHIFAN2026"
#: Flats of the estates that vote: few, so that the demo is quick to make.
FEWEST, MOST = 30, 160
MARKS: Final = (*[Mark.AGREE] * 16, *[Mark.OPPOSE] * 3, Mark.ABSTAIN)
CHANNELS: Final = (Channel.ONLINE, Channel.ONLINE, Channel.DOOR)


def household() -> tuple[str, str]:
    """Return the short address and the code that open the made-up household's door."""
    return SLUG, CODE


def hold_votes(estates: list[Estate], *, street: str, clerk: Person, officer: Person) -> None:
    """Let the owners of two estates vote, the same every time."""
    voting = _estates(estates, street)
    chance = Random(278)  # noqa: S311 - the same district for everyone
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    running = _running(voting[0], now, clerk, officer, chance)
    _closed(voting[0], now, clerk, chance)
    _drafted(voting[-1], now, clerk)
    _entrance(running, clerk, now)
    _notice(running, clerk, now)
    _notice_drafted(voting[-1], clerk, now)


def _estates(estates: list[Estate], street: str) -> list[Estate]:
    found = [
        one
        for one in estates
        if one.division.startswith(street)
        and one.stage in (Stage.RESERVE, Stage.PLAN)
        and FEWEST <= int(one.facts.get("household_count") or 0) <= MOST
        and one.facts.get("building_count")
    ]
    found.sort(key=lambda one: (one.facts["building_count"] < 3, one.facts["household_count"]))
    return found[:2]


def _said(now: datetime, *, opens: int, closes: int, **more: Any) -> Mapping[str, Any]:
    opens_at = now + timedelta(days=opens)
    return {
        "matter": Vote.Matter.OTHER,
        "body": Vote.Body.ESTATE,
        "building": None,
        "unit": None,
        "opens_at": opens_at,
        "closes_at": now + timedelta(days=closes),
        "noticed_on": timezone.localdate(opens_at) - timedelta(days=20),
        "is_on_works": True,
        "is_online": True,
        "uses_city_system": True,
        "area_total_dm2": None,
        **more,
    }


def _open(estate: Estate, said: Mapping[str, Any], clerk: Person) -> Vote:
    day = timezone.localdate(said["opens_at"])
    vote = services.prepare(estate=estate, said=said, by=clerk, on=day)
    return services.open_vote(pk=vote.pk, by=clerk, at=said["opens_at"])


def _running(
    estate: Estate, now: datetime, clerk: Person, officer: Person, chance: Random
) -> Vote:
    said = _said(
        now,
        opens=-5,
        closes=9,
        question="是否同意按公示方案改造本小区？",
        if_yes="明年三月开工，更换上下水管线、做外墙保温。公共部分由财政出资，居民不出钱。",
        if_no="本小区留在储备库，按意见修改方案，明年再征求一次意见。",
    )
    vote = _open(estate, said, clerk)
    flats = list(RollFlat.objects.filter(vote=vote))
    for flat in flats[3::2]:
        _cast(flat, now - timedelta(hours=chance.randrange(2, 110)), chance)
    paper = Sheet(Mark.AGREE, Channel.PAPER, now - timedelta(days=1))
    other = Sheet(Mark.OPPOSE, Channel.PAPER, now - timedelta(days=1))
    enter(flat=flats[1], sheet=paper, by=clerk, at=now)
    enter(flat=flats[1], sheet=other, by=officer, at=now)
    enter(flat=flats[2], sheet=paper, by=clerk, at=now)
    return vote


def _closed(estate: Estate, now: datetime, clerk: Person, chance: Random) -> None:
    said = _said(
        now,
        opens=-45,
        closes=-31,
        question="是否同意利用小区闲置锅炉房开办社区食堂？",
        if_yes="锅炉房改为社区食堂，租金归全体业主，用于公共维修。",
        if_no="锅炉房维持现状。",
        matter=Vote.Matter.CHANGE_USE,
        is_on_works=False,
    )
    vote = _open(estate, said, clerk)
    cast_most(vote, chance, before=said["closes_at"])
    services.count(pk=vote.pk, by=clerk, at=said["closes_at"] + timedelta(hours=1))
    services.publish(pk=vote.pk, by=clerk, on=timezone.localdate(now) - timedelta(days=29))


def _drafted(estate: Estate, now: datetime, clerk: Person) -> None:
    said = _said(
        now,
        opens=25,
        closes=39,
        question="是否同意续筹专项维修资金？",
        if_yes="按每平方米 50 元续筹，分三年交。",
        if_no="电梯、屋面等维修仍由各户临时分摊。",
        matter=Vote.Matter.RAISE_FUND,
        is_on_works=False,
        area_total_dm2=1_000_000,
    )
    services.prepare(estate=estate, said=said, by=clerk, on=timezone.localdate(now))


def cast_most(vote: Vote, chance: Random, *, before: datetime) -> None:
    """Cast the ballots of most flats on a roll, most of which agree."""
    for flat in RollFlat.objects.filter(vote=vote):
        if chance.random() < 0.86:
            _cast(flat, before - timedelta(hours=chance.randrange(2, 300)), chance)


def _cast(flat: RollFlat, at: datetime, chance: Random) -> None:
    cast(flat=flat, mark=chance.choice(MARKS), channel=chance.choice(CHANNELS), by=None, at=at)


def _entrance(vote: Vote, clerk: Person, now: datetime) -> None:
    """Open the door of one household that has not voted yet, for whoever looks at the demo."""
    found = make_entrance(
        estate=vote.estate, building=None, phone="010-5550 0199（虚构）", by=clerk, on=now
    )
    Entrance.objects.filter(pk=found.pk).update(slug=SLUG)
    household = Household.objects.get(pk=RollFlat.objects.get(vote=vote, number=0).household_id)
    HouseholdCode.objects.create(
        household=household,
        division=household.division,
        digest=digest_of(CODE, about="code"),
        issued_by=clerk,
        issued_at=now,
    )


#: What is said of an estate in a notice where the register has nothing to say.
PARTS: Final = {
    Part.DESIGN: "屋面和外墙保温，更换单元门、外窗；楼前增设座椅。图纸张贴在社区活动室。",
    Part.SCENE: "效果图见公告栏：外墙米白色，单元门深灰色，与相邻小区一致。",
    Part.REMOVALS: "一层四处搭建和全部外窗护栏在施工前拆除。",
    Part.ITEMS: "屋面防水和保温、外墙保温、外窗、上下水管线、楼道粉刷和照明。",
    Part.MATERIALS: "岩棉保温板（A 级不燃）、断桥铝外窗、PPR 给水管。检测报告可以在接待处查阅。",
    Part.METHODS: "吊篮施工，每栋楼约 60 天；早八点前、晚六点后不做有噪声的工序。",
    Part.WISHES: "入户征求意见 92%，同意改造的 88%。",
    Part.BODIES: "街道办事处牵头，实施主体为示范城建（虚构），监理为示范监理（虚构）。",
    Part.PIPES: "上下水管线全部更换，每户入户两次；电气、供热管线不动。",
}


def _noticed(estate: Estate, filled: Mapping[Part, str]) -> Mapping[str, Any]:
    known = composed(estate)
    return {
        "title": f"{estate}改造方案公示",
        "parts": {part.value: known.get(part.value) or filled.get(part, "") for part in Part},
        "places": "各楼门口、社区公告栏",
        "days": 10,
        "answer_days": 7,
    }


def _notice_drafted(estate: Estate, clerk: Person, now: datetime) -> None:
    """Begin a notice that still lacks what the register does not know."""
    day = timezone.localdate(now)
    notices.draft(estate=estate, said=_noticed(estate, {}), by=clerk, on=day)


def _notice(vote: Vote, clerk: Person, now: datetime) -> None:
    """Put a notice up to which two households object, one of them answered."""
    begun = timezone.localdate(now) - timedelta(days=3)
    said = _noticed(vote.estate, PARTS)
    notice = notices.draft(estate=vote.estate, said=said, by=clerk, on=begun)
    notice = notices.put_up(pk=notice.pk, by=clerk, on=begun)
    flats = RollFlat.objects.filter(vote=vote).select_related("household")[5:40]
    homes = [flat.household for flat in flats]
    for home in homes:
        notices.see(notice=notice, household=home, on=begun)
    at = now - timedelta(days=2)
    for home, text in zip(homes[::9], OBJECTIONS, strict=False):
        notices.object_to(notice=notice, household=home, text=text, by=None, at=at)
    first = notice.objections.get(number=1)
    notices.answer(pk=first.pk, words=ANSWER, by=clerk, on=timezone.localdate(now))


OBJECTIONS: Final = (
    "老人白天在家，施工时能不能先通知哪天做哪一面墙？",
    "我家护栏是去年新装的，拆除后谁来装回防盗设施？",
)
ANSWER: Final = "采纳：每周五在单元门口张贴下周安排，并由楼门长电话通知有老人的住户。"
