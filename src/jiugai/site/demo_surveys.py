"""Surveys of the made-up district: one closed, one for residents, visits half done, a rating."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import Consent, Entrance
from jiugai.apps.registry.models import Estate, Household, Stage
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.collect.services import submit
from jiugai.apps.surveys.collect.submission import read_instance
from jiugai.apps.surveys.collect.xform import form_id
from jiugai.apps.surveys.models import Answer, Channel, Survey, Version
from jiugai.apps.surveys.privacy.asking import ABOUT
from jiugai.asking.answering import completed
from jiugai.asking.form import Choice, Form, Kind, Question, say
from jiugai.asking.sensitive import CONSENT, NO, YES
from jiugai.asking.templates import GRADES
from jiugai.site.demo_votes import SLUG

#: So many flats answer, so that the demo is quick to make.
MOST: Final = 90
WORDS: Final = (
    "希望先修楼道灯，老人晚上不敢出门。",
    "下水一到雨天就反味，能不能一次改彻底？",
    "停车位太少，消防通道经常被占。",
    "改造时请提前通知哪天停水。",
)
WHY_NOT: Final = ("担心施工时间太长。", "去年刚装修，不想再动。", "怕护栏拆了不安全。")
GRADED: Final = (*["very"] * 7, *["rather"] * 6, *["fair"] * 3, "little", "not", "unknown")
_CHANNELS: Final = (Channel.ONLINE, Channel.ONLINE, Channel.PAPER, Channel.VISIT)
Values = Callable[[Form, Random], Mapping[str, Any]]


def ask(estates: Sequence[Estate], *, clerk: Person) -> None:
    """Ask the households of the estate where residents vote, the same every time."""
    chance = Random(14)  # noqa: S311 - the same district for everyone
    estate = Entrance.objects.get(slug=SLUG).estate
    now = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
    homes = list(Household.objects.filter(building__estate=estate).order_by("id"))
    closed = _survey(estate, "demand", "改造需求问卷", now, (-60, -40), clerk)
    answer(closed, homes[:MOST], _demand, chance, clerk, most=0.78)
    services.close(pk=closed.pk, by=clerk, on=closed.closes_on)
    services.announce(pk=closed.pk, by=clerk, on=closed.closes_on + timedelta(days=3))
    running = _survey(estate, "other", "小区服务设施问卷", now, (-3, 12), clerk, _services)
    answer(running, homes[1:MOST], _any, chance, clerk, most=0.35)
    visits = _survey(estate, "visit", "入户调查表", now, (-10, 20), clerk, is_online=False)
    answer(visits, homes[: MOST // 2], _visit, chance, clerk, most=0.5)
    _visited_again(visits, clerk, chance)
    _rate(estates, now, clerk, chance)


def _visited_again(visits: Survey, clerk: Person, chance: Random) -> None:
    """Let a collector bring a second sheet of a flat that has one; somebody has to decide."""
    first = Answer.objects.filter(survey=visits, state=Answer.State.DONE).earliest("id")
    at = first.changed_at + timedelta(days=2)
    said = (
        f"<data xmlns:orx='http://openrosa.org/xforms' id='{form_id(visits.pk)}'"
        f" version='{first.version.number}'><jiugai_end>{at.isoformat()}</jiugai_end>"
        f"<jiugai_household>{first.household_id}</jiugai_household>"
        f"<people>3</people><{CONSENT}>{NO}</{CONSENT}><walls>yes</walls><walls_where>客厅与阳台之间（虚构）</walls_where>"
        "<enter>yes</enter><windows><room>客厅</room><width_cm>150</width_cm>"
        "<height_cm>140</height_cm><frame>steel</frame><change>yes</change></windows>"
        f"<orx:meta><orx:instanceID>uuid:{UUID(int=chance.getrandbits(128))}</orx:instanceID>"
        "</orx:meta></data>"
    )
    submit(sent=read_instance(said.encode()), files={}, by=clerk, at=at)


def _rate(estates: Sequence[Estate], now: datetime, clerk: Person, chance: Random) -> None:
    """Let an estate whose works are done say how it likes them."""
    own = [one for one in estates if one.division.startswith(clerk.division)]
    done = [one for one in own if one.stage == Stage.STEWARDSHIP]
    with_homes = [
        one for one in done if Household.objects.filter(building__estate=one).exists()
    ] or [Entrance.objects.get(slug=SLUG).estate]
    estate = with_homes[0]
    homes = list(Household.objects.filter(building__estate=estate).order_by("id")[:MOST])
    rating = _survey(estate, "rating", "改造效果评价", now, (-30, -16), clerk)
    answer(rating, homes, _rating, chance, clerk, most=0.6)
    services.close(pk=rating.pk, by=clerk, on=rating.closes_on)
    services.announce(pk=rating.pk, by=clerk, on=rating.closes_on + timedelta(days=2))


def _survey(
    estate: Estate,
    purpose: str,
    title: str,
    now: datetime,
    days: tuple[int, int],
    clerk: Person,
    form: Callable[[], Form] | None = None,
    *,
    is_online: bool = True,
) -> Survey:
    today = timezone.localdate(now)
    first = today + timedelta(days=days[0])
    said: dict[str, Any] = {
        "title": title,
        "words": "大约三分钟。您家的回答只按汇总公布，用来定改什么、怎么改。",
        "per": "household",
        "is_online": is_online,
        "opens_on": first,
        "closes_on": today + timedelta(days=days[1]),
    }
    opens = now + timedelta(days=days[0])
    (survey,) = services.draft(estates=[estate], purpose=purpose, said=said, by=clerk, on=first)
    if form is not None:
        services.put_form(pk=survey.pk, form=form(), by=clerk, on=first)
    services.publish(pk=survey.pk, by=clerk, at=opens)
    return Survey.objects.get(pk=survey.pk)


def answer(
    survey: Survey,
    homes: Sequence[Household],
    values: Values,
    chance: Random,
    clerk: Person,
    *,
    most: float,
) -> None:
    """Let so large a part of some households answer, the same every time."""
    version = Version.objects.get(survey=survey)
    form, on = version.form, survey.opens_on
    at = version.published_at + timedelta(hours=3)
    made = []
    for number, home in enumerate(homes):
        if chance.random() > most:
            continue
        channel = Channel.VISIT if survey.purpose == "visit" else chance.choice(_CHANNELS)
        is_done = survey.purpose != "visit" or number % 6 != 5
        one = Answer(
            survey=survey,
            version=version,
            division=survey.division,
            household=home,
            channel=channel,
            state=Answer.State.DONE if is_done else Answer.State.STARTED,
            by=None if channel == Channel.ONLINE else clerk,
            begun_at=at,
            changed_at=at,
            done_at=at if is_done else None,
        )
        one.keep(completed(form, values(form, chance), on=on))
        made.append(one)
    Answer.objects.bulk_create(made)
    _consent(made, form)


def _consent(made: Sequence[Answer], form: Form) -> None:
    """Keep what these households said before the sensitive questions."""
    asked = form.question(CONSENT)
    if asked is None:
        return
    Consent.objects.bulk_create(
        Consent(
            household=one.household,
            division=one.division,
            about=ABOUT,
            about_id=one.survey_id,
            title=one.survey.title,
            words=f"{say(asked.label, 'zh')}\n{say(asked.hint, 'zh')}",
            is_given=one.values[CONSENT] == YES,
            channel=one.channel,
            by=one.by,
            said_at=one.changed_at,
        )
        for one in made
    )


def _any(form: Form, chance: Random) -> dict[str, Any]:
    """Return an answer to each question with choices."""
    found: dict[str, Any] = {}
    for one in form.questions():
        names = [choice.name for choice in form.choices_of(one)]
        if one.kind is Kind.ONE:
            found[one.name] = chance.choice(names)
        elif one.kind is Kind.MANY:
            picked = {
                name for at, name in enumerate(names) if chance.random() < 0.6 / (1 + at / 4)
            }
            found[one.name] = " ".join(name for name in names if name in picked)
    return found


def _demand(form: Form, chance: Random) -> dict[str, Any]:
    found = _any(form, chance) | {"agrees": "no" if chance.random() < 0.11 else "yes"}
    found[CONSENT] = NO if chance.random() < 0.2 else YES
    found["care"] = "elder" if chance.random() < 0.3 else "none"
    if chance.random() < 0.15:
        found["words"] = chance.choice(WORDS)
    return found | {"why_not": chance.choice(WHY_NOT)}


def _visit(form: Form, chance: Random) -> dict[str, Any]:
    rooms = ("客厅", "主卧", "次卧", "厨房")[: chance.randint(2, 4)]
    windows = [
        {
            "room": room,
            "width_cm": str(chance.randrange(90, 200, 5)),
            "height_cm": str(chance.randrange(110, 160, 5)),
            "frame": chance.choice(("steel", "plastic", "aluminium")),
            "change": chance.choice(("yes", "yes", "no")),
            "grille": chance.choice(("yes", "no")),
        }
        for room in rooms
    ]
    pipes = chance.choice(("water drain", "drain", "none"))
    found = _any(form, chance) | {"walls": "no", "enter": "yes", "pipes": pipes, "care": "none"}
    found[CONSENT] = YES
    return found | {"people": str(chance.randint(1, 5)), "windows": windows}


def _rating(form: Form, chance: Random) -> dict[str, Any]:
    rated = {one.name: chance.choice(GRADED) for one in form.questions() if one.choices == GRADES}
    return rated | {"why": "单元门口的坡道做得太陡。"}


def _services() -> Form:
    def choices(*rows: tuple[str, str, str]) -> tuple[Choice, ...]:
        return tuple(Choice(name, {"zh": zh, "en": en}) for name, zh, en in rows)

    said = {"zh": "小区里最缺哪些设施？", "en": "What does the estate lack most?"}
    ask_when = {"zh": "社区食堂您家多久会去一次？", "en": "How often would you use a canteen?"}
    return Form(
        "",
        (
            Question("lacks", Kind.MANY, said, choices="lacks"),
            Question("canteen", Kind.ONE, ask_when, required=True, choices="often"),
            Question(
                "price",
                Kind.INTEGER,
                {"zh": "一顿饭多少元合适？", "en": "What may a meal cost (yuan)?"},
                relevant="${canteen} != 'never'",
                constraint=". >= 1 and . <= 100",
                refused={"zh": "请填 1 到 100 元。", "en": "Give 1 to 100 yuan."},
            ),
            Question(
                "meals",
                Kind.ONE,
                {"zh": "家里有需要送餐上门的老人吗？", "en": "Does an elder need meals at home?"},
                choices="elders",
                sensitive=True,
            ),
            Question("words", Kind.TEXT, {"zh": "还有什么想说的？", "en": "Anything else?"}),
        ),
        {
            "lacks": choices(
                ("canteen", "社区食堂", "A canteen"),
                ("clinic", "卫生服务站", "A clinic"),
                ("daycare", "托育点", "Day care"),
                ("sports", "健身场地", "Sports ground"),
                ("charging", "充电设施", "Charging points"),
            ),
            "elders": choices(("yes", "有", "Yes"), ("no", "没有", "No")),
            "often": choices(
                ("daily", "差不多每天", "Nearly every day"),
                ("weekly", "每周几次", "Some times a week"),
                ("seldom", "偶尔", "Seldom"),
                ("never", "不会去", "Never"),
            ),
        },
    )
