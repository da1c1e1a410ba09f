"""Owners of the made-up district: their bodies, a trial of property service, what they gave."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Final, NamedTuple

from django.core.files.base import ContentFile
from django.utils import timezone

from jiugai.apps.accounts.models import Kind as OrganisationKind
from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.owners.bodies import services as bodies
from jiugai.apps.owners.bodies.services import Said
from jiugai.apps.owners.contributions.services import give, set_part, take_back
from jiugai.apps.owners.models import Contribution, OwnersBody, PropertyService
from jiugai.apps.owners.service import hiring, services
from jiugai.apps.owners.service.services import Contract
from jiugai.apps.participation.models import HouseholdCode
from jiugai.apps.participation.votes import services as votes
from jiugai.apps.registry.models import Estate, Household, Stage
from jiugai.site.demo_votes import cast_most

#: Names that nobody bears, for seats: each with what its bearer is.
COMMITTEE: Final = (
    ("甄和（虚构）", "chair", "owner"),
    ("贾睦（虚构）", "deputy", "owner"),
    ("卜偏（虚构）", "member", "owner"),
    ("尤益（虚构）", "member", "owner"),
    ("宁安（虚构）", "member", "owner"),
    ("后备（虚构）", "substitute", "owner"),
)
COUNCIL: Final = (
    ("居敬（虚构）", "chair", "community"),
    ("甄邻（虚构）", "deputy", "owner"),
    ("卜远（虚构）", "member", "owner"),
    ("言和（虚构）", "member", "owner"),
    ("宁里（虚构）", "member", "owner"),
    ("祖客（虚构）", "member", "user"),
    ("党悦（虚构）", "member", "party"),
)
RECORD: Final = (
    ("cleaning", "楼道每天清扫一次，垃圾桶每天清运两次。", 40),
    ("security", "门岗 7:00–22:00 有人，夜间巡查三次。", 33),
    ("repair", "更换楼道灯 12 盏，修单元门闭门器 2 个。", 21),
    ("complaint", "居民反映北门停车挡路，已划线并每天巡查。", 12),
    ("check", "街道检查：保洁达标，绿化补种 20 株。", 5),
)
#: P14 says what counts, and holds to the end of 2025.
GIVEN_ON: Final = date(2025, 11, 20)
PAPER: Final = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Office(NamedTuple):
    """Who writes it down, which companies serve, and on which day it is looked at."""

    clerk: Person
    company: Organisation
    today: date

    def ago(self, days: int) -> date:
        """Return the day so many days ago; it lies ahead for a number below zero."""
        return self.today - timedelta(days=days)


def organise(estates: list[Estate], *, street: str, clerk: Person, today: date) -> None:
    """Give some estates bodies in every state, services of every kind, and an account."""
    company = Organisation.objects.create(
        kind=OrganisationKind.PROPERTY, name="示范和美物业（虚构）", division=street
    )
    office = Office(clerk, company, today)
    home, others = _estates(estates, street)
    if home is not None:
        _at_home(home, office)
    kinds = (_council, _group, _unfiled, _past_term, _emergency, _hired, _trial)
    for make, estate in zip(kinds, others, strict=False):
        make(estate, office)


def _estates(estates: list[Estate], street: str) -> tuple[Household | None, list[Estate]]:
    code = HouseholdCode.objects.select_related("household__building__estate").first()
    home = code.household if code else None
    own = home.building.estate_id if home else None
    quiet = [
        one
        for one in estates
        if one.division.startswith(street) and one.pk != own and one.stage == Stage.LEDGER
    ]
    return home, quiet


def _form(estate: Estate, kind: str, back: int, office: Office, **more: Any) -> OwnersBody:
    formed = office.ago(back)
    said: Mapping[str, Any] = {
        "kind": kind,
        "name": "",
        "size": 7 if kind == OwnersBody.Kind.COUNCIL else 5,
        "formed_on": formed,
        "term_until": None,
        "ground": "",
        "vote": None,
        **more,
    }
    return bodies.form(estate=estate, said=said, by=office.clerk, on=office.today)


def _years(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _seat(body: OwnersBody, people: tuple[tuple[str, str, str], ...], office: Office) -> None:
    for name, post, side in people:
        bodies.seat(
            pk=body.pk,
            name=name,
            post=post,
            side=side,
            since=body.formed_on,
            by=office.clerk,
            on=office.today,
        )


def _step(body: OwnersBody, verb: str, back: int, office: Office, **more: Any) -> None:
    said = Said(office.ago(back), **more)
    bodies.write_step(pk=body.pk, verb=verb, said=said, by=office.clerk, on=office.today)


def _at_home(home: Household, office: Office) -> None:
    """The household's estate: a committee that is filed, a company to be hired, an account."""
    estate = home.building.estate
    body = _form(estate, "committee", 300, office, term_until=_years(office.ago(300), 3))
    _seat(body, COMMITTEE, office)
    for verb, back in (("first_session", 296), ("chair_chosen", 296), ("listed", 294)):
        _step(body, verb, back, office)
    _step(body, "filing", 280, office)
    _step(body, "filed", 277, office, number="示范备〔虚构〕007")
    service = _start(estate, "trial", 96, 36, office, chosen_by="committee")
    for kind, words, back in RECORD:
        services.note(
            pk=service.pk,
            kind=kind,
            day=office.ago(back),
            words=words,
            by=office.clerk,
            on=office.today,
        )
    _vote(service, office)
    _account(home, office)


def _vote(service: PropertyService, office: Office) -> None:
    """Tasted and bought: the owners voted for the company; its contract is still to be signed."""
    called = office.ago(60)
    vote = hiring.call_vote(pk=service.pk, by=office.clerk, on=called)
    said = hiring.prefilled(service, on=called) | {"uses_city_system": True}
    vote = votes.redraft(pk=vote.pk, said=said, by=office.clerk, on=called)
    votes.open_vote(pk=vote.pk, by=office.clerk, at=vote.opens_at)
    chance = Random(6111)  # noqa: S311 - the same district for everyone
    cast_most(vote, chance, before=vote.closes_at)
    votes.count(pk=vote.pk, by=office.clerk, at=vote.closes_at + timedelta(hours=1))
    published = timezone.localdate(vote.closes_at) + timedelta(days=1)
    votes.publish(pk=vote.pk, by=office.clerk, on=published)
    hiring.conclude(pk=service.pk, by=office.clerk, on=published)


def _start(
    estate: Estate, kind: str, back: int, until: int | None, office: Office, **more: Any
) -> PropertyService:
    said = {
        "kind": kind,
        "company": office.company,
        "chosen_by": "",
        "mode": "专业物业服务企业全委托",
        "services": "保洁、秩序维护、公共空间与绿化维护、报修",
        "since": office.ago(back),
        "until": None if until is None else office.ago(until),
        "cost": "",
        "posted_on": None,
        **more,
    }
    return services.start(estate=estate, said=said, by=office.clerk, on=office.today)


def _account(home: Household, office: Office) -> None:
    estate = home.building.estate
    set_part(
        estate=estate,
        cents=2_400_000_00,
        words="费用分摊方案公示稿（虚构）",
        by=office.clerk,
        on=office.today,
    )
    agreed = {"agreed_by": "业主委员会会议（虚构）", "agreed_on": GIVEN_ON}
    _give(estate, "share", 1_800_00, "外墙保温按面积分摊", office, household=home)
    _give(estate, "donated_money", 50_000_00, "驻区单位职工捐资", office)
    _give(
        estate, "donated_goods", 12_000_00, "居民捐的树苗", office,
        quantity=60, unit="株", **agreed,
    )  # fmt: skip
    _give(estate, "labour", 6_400_00, "清理楼道杂物", office, quantity=32, unit="工日", **agreed)
    _give(estate, "common_income", 88_000_00, "停车位和广告位收益", office)
    _give(
        estate, "provident_fund", 30_000_00, "提取公积金加装电梯", office,
        household=home, with_works=True,
    )  # fmt: skip
    wrong = _give(estate, "share", 18_000_00, "外墙保温分摊", office, household=home)
    take_back(pk=wrong.pk, why="多写了一个零", by=office.clerk, on=office.today)


def _give(
    estate: Estate, kind: str, cents: int, words: str, office: Office, **more: Any
) -> Contribution:
    said = {
        "kind": kind,
        "household": None,
        "worth_cents": cents,
        "quantity": None,
        "unit": "",
        "agreed_by": "",
        "agreed_on": None,
        "given_on": min(office.ago(48), GIVEN_ON),
        "words": words,
        "with_works": None,
        "vote": None,
        **more,
    }
    return give(estate=estate, said=said, by=office.clerk, on=office.today)


def _trial(estate: Estate, office: Office) -> None:
    """A company is tried, and the trial is over in three weeks."""
    service = _start(estate, "trial", 70, -20, office, chosen_by="community")
    services.note(
        pk=service.pk,
        kind="cleaning",
        day=office.ago(30),
        words="三个单元的楼道杂物清完，电动车移到车棚。",
        by=office.clerk,
        on=office.today,
    )


def _council(estate: Estate, office: Office) -> None:
    """A council whose term is over in three weeks, and interim service."""
    formed = office.ago(1075)
    term = formed + timedelta(days=1095)
    body = _form(estate, "council", 1075, office, term_until=term, ground="difficult")
    _seat(body, COUNCIL, office)
    _start(estate, "quasi", 400, None, office, cost="公共收益补足（虚构）")


def _group(estate: Estate, office: Office) -> None:
    """A group that prepares the first assembly."""
    body = _form(estate, "group", 40, office)
    _seat(body, (("居谨（虚构）", "chair", "community"), *COMMITTEE[1:5]), office)
    _step(body, "applied", 70, office)
    _step(body, "leader_named", 52, office)
    _step(body, "listed", 36, office)


def _unfiled(estate: Estate, office: Office) -> None:
    """A committee that has to be filed in a few days."""
    body = _form(estate, "committee", 25, office, term_until=_years(office.ago(25), 5))
    _seat(body, COMMITTEE[:5], office)
    _step(body, "first_session", 20, office)


def _past_term(estate: Estate, office: Office) -> None:
    """A committee whose term is over and that never reported it."""
    formed = _years(office.ago(60), -4)
    back = (office.today - formed).days
    body = _form(estate, "committee", back, office, term_until=office.ago(30))
    _seat(body, COMMITTEE[:5], office)
    for verb, after in (("first_session", 4), ("filing", 20)):
        _step(body, verb, back - after, office)
    _step(body, "filed", back - 24, office, number="示范备〔虚构〕001")


def _emergency(estate: Estate, office: Office) -> None:
    """Nobody looked after the estate: emergency service that has to be put up yet."""
    _start(estate, "emergency", 6, -150, office, cost="由全体业主承担，公示后分摊（虚构）")


def _hired(estate: Estate, office: Office) -> None:
    """A contract that was signed and is not filed yet."""
    body = _form(estate, "committee", 500, office, term_until=_years(office.ago(500), 5))
    _seat(body, COMMITTEE[:5], office)
    _step(body, "first_session", 495, office)
    _step(body, "filing", 480, office)
    _step(body, "filed", 476, office, number="示范备〔虚构〕003")
    service = _start(estate, "market", 9, None, office)
    contract = Contract(
        signed_on=office.ago(9),
        until=_years(office.ago(9), 2),
        standard="住宅物业服务标准二级（虚构）",
        fee_cents=85,
        has_all_items=True,
        file=ContentFile(PAPER, name="物业服务合同（虚构）.pdf"),
    )
    services.sign(pk=service.pk, contract=contract, by=office.clerk, on=office.today)
