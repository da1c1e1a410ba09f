"""What could come before a conference: cases that others could not settle, and open assignments.

市: applications that wait for confirmation    BJ20 二(一)5②, P14 附件1(3)③
区: applications that are late on its desk     XC18 三(三)④
whistles that a sub-district brought up        BJ20 四(一)②
gates let through without their rule, or shut for long     XC18 三(一)①
what the conference gave and is not done       BJ20 四(一)②
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import F
from django.utils.translation import gettext as _

from jiugai.apps.conference.models import Assignment, Item, Meeting
from jiugai.apps.projects.applications.numbers import city_of
from jiugai.apps.projects.models import Application, Desk, GateState
from jiugai.apps.projects.whistle.queries import hard_cases
from jiugai.apps.registry.models import Stage
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed
from jiugai.kernel.verdict import Verdict
from jiugai.policy.rulebook import rulebook

#: A gate that is shut so long in an estate whose year is planned is a case for the conference.
LONG: Final = timedelta(days=60)
#: So many of each source are offered.
MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Case:
    """Something that can become an item of the agenda."""

    kind: Item.Kind
    subject: str
    title: str
    brief: str
    address: str
    due_on: date | None = None


Source = Callable[[str, date], Iterator[Case]]


def is_city(division: str) -> bool:
    """Return whether the conference of a division is that of a city."""
    return bool(division) and city_of(division) == division


def applications(division: str, on: date) -> Iterator[Case]:
    """Yield applications on the city's desk; for a district those that are late on its own."""
    found = Application.objects.select_related("estate").order_by(
        F("due_on").asc(nulls_last=True), "id"
    )
    if is_city(division):
        found = found.filter(desk=Desk.CITY)
    else:
        found = found.filter(desk=Desk.DISTRICT, due_on__lt=on)
    for one in found[:MOST]:
        brief = _("{body}申请，总户数 {households} 户，同意 {agreeing} 户。").format(
            body=one.body_name or one.get_body_display(),
            households=one.households if one.households is not None else "–",
            agreeing=one.agreeing if one.agreeing is not None else "–",
        )
        yield Case(
            Item.Kind.APPLICATION,
            f"application:{one.pk}",
            _("审议{application}").format(application=one),
            brief,
            one.get_absolute_url(),
            one.due_on,
        )


def whistles(division: str, _on: date) -> Iterator[Case]:
    """Yield whistles that a sub-district brought up because departments could not settle them."""
    for one in hard_cases(division)[:MOST]:
        called = listed((str(call.organisation) for call in one.calls.all()), "、")
        brief = _("{words} 已请：{departments}。").format(words=one.words, departments=called)
        yield Case(
            Item.Kind.WHISTLE,
            f"whistle:{one.pk}",
            f"{one.estate} {one.title}",
            brief,
            one.get_absolute_url(),
        )


def gates(_division: str, on: date) -> Iterator[Case]:
    """Yield gates that were let through without their rule, and those that are shut for long."""
    states = GateState.objects.filter(project__closed_on=None).select_related(
        "project__estate", "override"
    )
    through = states.filter(override__isnull=False).exclude(verdict=Verdict.MET)
    shut = states.filter(
        override=None, verdict=Verdict.NOT_MET, since__lte=on - LONG,
        project__estate__stage=Stage.PLAN,
    )  # fmt: skip
    for one in [*through.order_by("since", "id")[:MOST], *shut.order_by("since", "id")[:MOST]]:
        yield _gate(one)


def _gate(state: GateState) -> Case:
    rule = rulebook().rules.get(state.rule)
    title = say(rule.title) if rule else state.rule
    if state.override:
        brief = _("没有按规定打开，由人放行，理由：{why}").format(why=state.override.reason)
    else:
        brief = _("自 {day} 起一直没有打开。").format(day=state.since)
    return Case(
        Item.Kind.GATE,
        f"gate:{state.pk}",
        f"{state.project.estate} {title}",
        brief,
        state.get_absolute_url(),
    )


def open_assignments(division: str, on: date) -> Iterator[Case]:
    """Yield what a conference gave and is not done, what is due first comes first."""
    found = Assignment.objects.filter(
        conference=division, state__in=[Assignment.State.OPEN, Assignment.State.REPORTED]
    )
    for one in found.select_related("owner"):
        late = _("，已超期") if one.due_on < on else ""
        brief = _("{meeting}交办，主办单位{owner}，期限 {due}{late}；{state}。").format(
            meeting=one.meeting_title,
            owner=one.owner,
            due=one.due_on,
            late=late,
            state=one.get_state_display(),
        )
        yield Case(
            Item.Kind.FOLLOW_UP,
            f"assignment:{one.pk}",
            one.words[:200],
            brief,
            one.get_absolute_url(),
            one.due_on,
        )


#: What comes back by itself at the next meeting.
BY_ITSELF: Final[Sequence[Source]] = (open_assignments,)
#: What the office can put on the agenda.
OFFERED: Final[Sequence[Source]] = (applications, whistles, gates)


def offered(meeting: Meeting, on: date) -> list[Case]:
    """Return the cases that are not on the agenda of a meeting yet."""
    taken = set(meeting.items.values_list("subject", flat=True))
    found = [one for source in OFFERED for one in source(meeting.division, on)]
    return [one for one in found if one.subject not in taken]


def coming_back(division: str, on: date) -> list[Case]:
    """Return what stands on the agenda of a conference without anybody putting it there."""
    return [one for source in BY_ITSELF for one in source(division, on)]
