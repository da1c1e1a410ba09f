"""Record what a meeting decided on an item, and let an application go where it was decided."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.conference.meetings.agenda import is_city
from jiugai.apps.conference.meetings.services import lock_item
from jiugai.apps.conference.models import Item, Meeting
from jiugai.apps.projects.applications import services as applications
from jiugai.apps.projects.models import Application, Desk
from jiugai.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class Votes:
    """How many were for it, against it, and abstained."""

    in_favour: int
    against: int
    abstained: int


@transaction.atomic
def decide(
    *,
    pk: int,
    version: int,
    outcome: str,
    decision: str,
    votes: Votes | None,
    by: Person,
    role: str = "",
    on: date,
) -> Item:
    """Record a decision in its words, with votes where they were taken.

    An application that the city's conference agrees to is confirmed by that, one that it does
    not agree to is returned to its district; its step names the meeting. Raises Refusal without
    words, with more votes than members present, before the day, or if somebody was quicker.
    """
    meeting, item = lock_item(pk)
    if item.version != version:
        raise Refusal(
            _("您打开之后，别人已记录“{outcome}”；您写的内容还在，请对照后再办。").format(
                outcome=item.get_outcome_display() or _("没有结果")
            )
        )
    _check(meeting, item, outcome, decision, votes, on)
    item.outcome, item.decision = outcome, decision.strip()
    item.votes_for = votes.in_favour if votes else None
    item.votes_against = votes.against if votes else None
    item.votes_abstained = votes.abstained if votes else None
    item.decided_by, item.decided_on = by, on
    item.result = _moved(meeting, item, by=by, role=role, on=on)
    item.version += 1
    item.save()
    meeting.version += 1
    meeting.save(update_fields=["version"])
    record(
        Action.ITEM_DECIDED,
        item,
        by=by,
        reason=item.decision[:300],
        meeting=meeting.title,
        outcome=outcome,
        result=item.result,
    )
    return item


def _check(
    meeting: Meeting, item: Item, outcome: str, decision: str, votes: Votes | None, on: date
) -> None:
    if meeting.day > on:
        raise Refusal(_("会议还没有开，{day} 以后才能记录议定事项。").format(day=meeting.day))
    if outcome not in Item.Outcome.values:
        raise Refusal(_("请选择同意、退回、缓议或听取。"))
    if not decision.strip():
        raise Refusal(_("请写明议定了什么。"))
    if item.result:
        raise Refusal(_("这个议题已按议定办理（{result}），不能再改。").format(result=item.result))
    if votes is None:
        return
    cast = votes.in_favour + votes.against + votes.abstained
    if cast > len(meeting.present):
        raise Refusal(
            _("票数合计 {cast}，多于出席的 {present} 个成员，请核对。").format(
                cast=cast, present=len(meeting.present)
            )
        )
    if outcome == Item.Outcome.AGREED and votes.in_favour <= votes.against:
        raise Refusal(_("赞成票不多于反对票，结果不能是“同意”。"))


def _moved(meeting: Meeting, item: Item, *, by: Person, role: str, on: date) -> str:
    """Confirm or return the application of an item as was decided; return what came of it."""
    application = application_of(item)
    moves = (Item.Outcome.AGREED, Item.Outcome.RETURNED)
    if application is None or item.outcome not in moves:
        return ""
    if application.desk != Desk.CITY or not is_city(meeting.division):
        return ""  # a district's conference gives its opinion and moves nothing
    common: dict[str, Any] = {
        "pk": application.pk,
        "version": application.version,
        "opinion": _("{meeting}议定：{decision}").format(
            meeting=meeting.title, decision=item.decision
        ),
        "by": by,
        "role": role,
        "on": on,
    }
    if item.outcome == Item.Outcome.RETURNED:
        applications.return_(to=Desk.DISTRICT, **common)
        return str(_("已退回区里"))
    return applications.confirm(**common).confirmation


def application_of(item: Item) -> Application | None:
    """Return the application that an item is about, if it is about one."""
    kind, _colon, key = item.subject.partition(":")
    if kind != "application":
        return None
    return Application.objects.select_related("estate").filter(pk=key).first()
