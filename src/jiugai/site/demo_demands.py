"""Demands of the made-up district: repeats, overdue ones, content and discontent askers."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random
from typing import Any, Final, NamedTuple

from django.utils import timezone

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.demands.desks.services import open_desk
from jiugai.apps.demands.ledger import answering, services
from jiugai.apps.demands.ledger.linking import link
from jiugai.apps.demands.models import Channel, Contentment, Demand, Kind
from jiugai.apps.demands.tickets import services as tickets
from jiugai.apps.participation.models import HouseholdCode
from jiugai.apps.registry.models import Building, Clock, Estate
from jiugai.apps.registry.services.workdays import set_term
from jiugai.kernel.division import DISTRICT

#: What is demanded, who answers it, and in how many words of other people it comes again.
MATTERS: Final = (
    (Kind.POWER, "{b}{u}单元楼道灯坏了半个月，晚上上下楼看不清", "灯已更换，每层都亮了。"),
    (Kind.PIPES, "{b}前面的下水井老是堵，污水冒到路上", "已疏通，并列入管线改造。"),
    (Kind.LEAKS, "{b}顶楼漏雨三年了，屋里墙皮都掉了", "屋面防水列入今年的改造。"),
    (Kind.PARKING, "消防通道被私家车占着，救护车进不来", "已划线并请物业每天巡查。"),
    (Kind.HYGIENE, "{b}后面的垃圾桶不及时清，夏天味道很大", "改为每天清运两次。"),
    (Kind.HEAT, "{b}暖气不热，量过只有十五度", "已放气并更换阀门，测温十九度。"),
    (Kind.LIFT, "{b}没有坡道，轮椅上不去，能不能加装", "坡道已列入改造内容，下月施工。"),
    (Kind.PROPERTY, "物业电话总没人接，报修一周没人来", "已约谈物业，报修两天内上门。"),
    (Kind.ILLEGAL, "一层有人圈地搭棚子，挡住了窗户", "已告知当事人，限期十日拆除。"),
    (Kind.SAFETY, "{b}楼道里堆满杂物和电动车，怕着火", "已清理，并加装集中充电桩。"),
    (Kind.POLICY, "我们小区什么时候改造，要不要自己出钱", "已在储备库，公共部分不用出钱。"),
    (Kind.WORKS, "施工队早上六点就开始砸墙，老人受不了", "已要求八点后开工，违者停工。"),
    (Kind.SERVICES, "附近没有老年食堂，能不能办一个", "锅炉房改食堂正在征求业主意见。"),
    (Kind.PIPES, "{b}自来水早上发黄，放十分钟才清", "给水管今年更换，换前每周冲洗。"),
    (Kind.POWER, "夏天空调一开就跳闸，电表箱太旧了", "已报供电公司增容。"),
)
AGAIN: Final = (
    "{b}{u}单元的楼道灯坏了半个月没人修，晚上老人上下楼看不清",
    "{b}前面下水井又堵了，污水冒到路上，没法走",
    "{b}顶楼漏雨已经三年，屋里墙皮都掉了，没人管",
)
SURNAMES: Final = "赵钱孙李周吴郑王冯陈"
PEOPLE: Final = (
    "介青，街道，协调诉求，010-5550 0110（虚构）\n"
    "王工，施工单位，质量和扰民，010-5550 0111（虚构）"
)
#: So many estates have demands, each so many.
ESTATES, EACH = 3, 18
_CHANNELS: Final = (Channel.PHONE, Channel.DESK, Channel.HOTLINE, Channel.PHONE, Channel.ROUND)


class Office(NamedTuple):
    """Who keeps the ledger, who answers, and on which day it is looked at."""

    clerk: Person
    department: Person
    units: list[Organisation]
    today: date
    chance: Random


def hear(
    estates: list[Estate], *, street: str, clerk: Person, department: Person, today: date
) -> None:
    """Fill the ledger of some estates, the same every time; one is that of the household."""
    own = [one.organisation for one in (clerk, department) if one.organisation is not None]
    firms = Organisation.objects.filter(name__startswith="示范", kind="other").order_by("id")[:3]
    units = [*own, *firms]
    office = Office(clerk, department, units, today, Random(12345))  # noqa: S311 - the same for all
    set_term(place=street[:DISTRICT], clock=Clock.ANSWER, days=5, by=clerk)
    set_term(place=street, clock=Clock.ANSWER, matter=Kind.HEAT, days=2, by=clerk)
    for number, estate in enumerate(_estates(estates, street)):
        _reception(estate, office)
        demands = [_demand(estate, n, number, office) for n in range(EACH)]
        _repeat(estate, demands, office)
        for n, demand in enumerate(demands):
            _deal(demand, n, office)
    _of_the_household(office)
    _tickets(estates, street, office)


def _estates(estates: list[Estate], street: str) -> list[Estate]:
    home = HouseholdCode.objects.select_related("household__building").first()
    first = [] if home is None else [home.household.building.estate_id]
    near = [one.pk for one in estates if one.division.startswith(street) and one.lon is not None]
    ids = list(dict.fromkeys([*first, *near[4::5], *near]))[:ESTATES]
    by_id = {one.pk: one for one in estates}
    return [by_id[one] for one in ids]


def _demand(estate: Estate, n: int, number: int, office: Office) -> Demand:
    kind, text, _answer = MATTERS[(n + number * 4) % len(MATTERS)]
    back = (3, 6, 11, 19, 33, 58)[n % 6] + number
    return _take(estate, text, kind, n, back, office)


def _take(
    estate: Estate, text: str, kind: Kind, n: int, back: int, office: Office, **more: Any
) -> Demand:
    buildings = list(Building.objects.filter(estate=estate).order_by("id")[:6])
    building = buildings[n % len(buildings)] if buildings and "{b}" in text else None
    channel = _CHANNELS[n % len(_CHANNELS)]
    at = _moment(office.today - timedelta(days=back), n)
    ticket = f"SF{at:%y%m%d}{estate.pk:04d}{n:02d}" if channel == Channel.HOTLINE else ""
    said = services.Said(
        text=text.format(b=building or "小区", u=n % 3 + 1),
        channel=channel,
        kind=kind,
        building=building,
        asker=f"{SURNAMES[n % len(SURNAMES)]}女士（虚构）",
        phone=f"1990000{n:04d}",
        ticket=ticket,
        organisation=None if n % 9 == 8 else office.units[n % len(office.units)],
        due_on=at.date() + timedelta(days=7) if ticket and n % 2 else None,
    )
    return services.take(estate=estate, said=said, by=office.clerk, at=at, **more)


def _moment(day: date, n: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9 + n % 8, n * 7 % 60)))


def _repeat(estate: Estate, demands: list[Demand], office: Office) -> None:
    """Have neighbours say three things again; one repeat is left for somebody to notice."""
    for n, text in enumerate(AGAIN):
        kind, former, _answer = MATTERS[n]
        end = former[-8:]
        first = next((one for one in demands if one.text.endswith(end)), None)
        again = _take(estate, text, kind, n, 2, office)
        if first is not None and n < len(AGAIN) - 1:
            link(pk=again.pk, to=first.pk, by=office.clerk, on=office.today)


def _deal(demand: Demand, n: int, office: Office) -> None:
    """Answer two of three, have most of them rated; what is left waits or is overdue."""
    if n % 3 == 0 or demand.organisation is None:
        return
    asked = timezone.localdate(demand.asked_at)
    on = min(office.today, asked + timedelta(days=2 + n % 5))
    if n % 4 == 1:
        words = "电话联系了诉求人，约好上门查看。"
        services.contact(pk=demand.pk, words=words, by=office.clerk, on=asked + timedelta(days=1))
    answer = next(words for _kind, text, words in MATTERS if demand.text.endswith(text[-8:]))
    answering.answer(pk=demand.pk, words=answer, by=office.clerk, on=on)
    if n % 5 == 0:
        return
    sorry = n % 7 == 2
    answering.rate(
        pk=demand.pk,
        contentment=Contentment.SORRY if sorry else office.chance.choice(("glad", "glad", "fair")),
        is_solved=not sorry,
        words="过两天又这样了" if sorry else "",
        by=office.clerk,
        on=min(office.today, on + timedelta(days=3)),
    )


def _of_the_household(office: Office) -> None:
    """Let the household whose door is open have asked twice: one is answered, one is not."""
    home = HouseholdCode.objects.select_related("household__building__estate").first()
    if home is None:
        return
    household = home.household
    for back, text in ((9, "单元门关不严，冬天灌冷风"), (1, "楼前路灯不亮，回家要打手电")):
        said = services.Said(
            text=text,
            channel=Channel.ONLINE,
            kind=Kind.POWER if back == 1 else Kind.PROPERTY,
            building=household.building,
            household=household,
            organisation=office.units[0],
        )
        at = _moment(office.today - timedelta(days=back), back)
        made = services.take(estate=household.building.estate, said=said, by=None, at=at)
        if back > 1:
            words = "闭门器已经更换，请看看关得严不严。"
            on = office.today - timedelta(days=4)
            answering.answer(pk=made.pk, words=words, by=office.clerk, on=on)


def _reception(estate: Estate, office: Office) -> None:
    said = {
        "place": f"{estate}南门内接待室（虚构）",
        "people": PEOPLE,
        "hours": "周一至周六 9:00–17:30",
        "phone": "010-5550 0110（虚构）",
        "since": office.today - timedelta(days=60),
        "until": None,
    }
    open_desk(estate=estate, said=said, by=office.clerk, on=office.today)


def _tickets(estates: list[Estate], street: str, office: Office) -> None:
    """Upload a file of tickets that waits to be looked at: new, known and doubtful ones."""
    known = Demand.objects.exclude(ticket="").order_by("id").first()
    names = [str(one) for one in _estates(estates, street)]
    day = office.today - timedelta(days=1)
    rows = [
        ("SF900001", names[0], "地下室进水，电表箱旁边都是水", f"{day} 10:20", "", "供电"),
        ("SF900002", names[-1], "树枝压到电线，刮风天冒火花", f"{day} 11:05", day, ""),
        ("SF900003", "没有这个小区", "楼道墙皮脱落", f"{day} 13:40", "", ""),
        ("SF900004", names[0], "小区大门夜里不关", "前天", "", ""),
        (known.ticket if known else "SF900005", names[0], "老问题", f"{day} 09:00", "", ""),
    ]
    head = "工单号,小区,主要内容,来电时间,办理时限,问题分类"
    lines = [head, *(",".join(map(str, row)) for row in rows)]
    tickets.read(
        name="12345工单（虚构）.csv",
        content=BytesIO("\n".join(lines).encode()),
        division=street,
        by=office.clerk,
    )
