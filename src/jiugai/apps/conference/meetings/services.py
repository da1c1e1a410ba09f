"""What can happen to a meeting: called, its agenda made, minutes signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.changes import values_of
from jiugai.apps.audit.services import record, record_change
from jiugai.apps.conference.meetings.agenda import Case, coming_back, offered
from jiugai.apps.conference.meetings.minutes import digest_of, minutes_of
from jiugai.apps.conference.members.queries import seats_of
from jiugai.apps.conference.models import Item, Meeting, Paper
from jiugai.apps.projects.models.number import next_number
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.services.documents import keep_file
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

#: What the office says of a meeting.
SAID: Final = ("day", "at", "place", "chair", "guests")


@transaction.atomic
def call_meeting(
    *, division: str, day: date, by: Person, on: date, said: Mapping[str, Any] | None = None
) -> Meeting:
    """Call the next meeting of a division's conference; what is not done comes back by itself.

    Raises Refusal where nobody sits in the conference yet, or the day is past.
    """
    if day < on:
        raise Refusal(_("开会日期已经过去，请另选一天。"))
    seats = list(seats_of(division, on))
    if not seats:
        raise Refusal(_("联席会还没有成员，请先登记成员单位和代表。"))
    number = next_number("meeting", division, day.year)
    meeting = Meeting.objects.create(
        division=division,
        year=day.year,
        number=number,
        title=_title(division, day.year, number),
        day=day,
        present=[one.pk for one in seats],
        called_by=by,
        **(said or {}),
    )
    for order, case in enumerate(coming_back(division, on), 1):
        _put(meeting, case, order)
    record(Action.MEETING_CALLED, meeting, by=by, day=day.isoformat())
    return meeting


def _title(division: str, year: int, number: int) -> str:
    return _("{place}老旧小区改造联席会 {year} 年第 {number} 次会议").format(
        place=name_of(division), year=year, number=number
    )


@transaction.atomic
def edit_meeting(
    *, pk: int, version: int, said: Mapping[str, Any], present: Sequence[int], by: Person
) -> Meeting:
    """Change day, place and who is there; raises Refusal once it is signed or was changed."""
    meeting = lock_meeting(pk)
    if meeting.version != version:
        raise Refusal(_("您打开之后，别人已改过这次会议；您填的内容还在，请对照后再保存。"))
    if said["day"].year != meeting.year:
        raise Refusal(_("会议编号按年排，开会日期要在 {year} 年内。").format(year=meeting.year))
    before = values_of(meeting, (*SAID, "present"))
    for name in SAID:
        setattr(meeting, name, said[name])
    meeting.present = sorted(present)
    meeting.version += 1
    meeting.save()
    after = values_of(meeting, (*SAID, "present"))
    record_change(Action.MEETING_EDITED, meeting, before=before, after=after, by=by)
    return meeting


@transaction.atomic
def take_up(*, pk: int, subject: str, by: Person, on: date) -> Item:
    """Put a case that is offered on the agenda; raises Refusal if it no longer is."""
    meeting = lock_meeting(pk)
    case = next((one for one in offered(meeting, on) if one.subject == subject), None)
    if case is None:
        raise Refusal(_("这件事已经列入，或已不用上会，请刷新后再看。"))
    return _added(meeting, case, by)


@transaction.atomic
def add_free(*, pk: int, title: str, brief: str, by: Person) -> Item:
    """Put something else on the agenda; raises Refusal without a title."""
    meeting = lock_meeting(pk)
    if not title.strip():
        raise Refusal(_("请写明议题。"))
    return _added(meeting, Case(Item.Kind.FREE, "", title.strip(), brief.strip(), ""), by)


@transaction.atomic
def bring_back(*, pk: int, by: Person, on: date) -> int:
    """Put assignments that were given since on the agenda of a meeting; return how many."""
    meeting = lock_meeting(pk)
    taken = set(meeting.items.values_list("subject", flat=True))
    new = [one for one in coming_back(meeting.division, on) if one.subject not in taken]
    for case in new:
        _added(meeting, case, by)
    return len(new)


@transaction.atomic
def drop_item(*, pk: int, by: Person) -> Meeting:
    """Take an item off the agenda; raises Refusal once something was decided on it."""
    meeting, item = lock_item(pk)
    if item.is_decided:
        raise Refusal(_("这个议题已记录议定事项，不能撤下。"))
    if item.papers.exists():
        raise Refusal(_("这个议题已有会议材料，不能撤下；可以记为“缓议”。"))
    record(Action.ITEM_DROPPED, meeting, by=by, item=item.title)
    item.delete()
    return meeting


@transaction.atomic
def add_paper(*, pk: int, file: File[Any] | None, title: str, by: Person) -> Paper:
    """Keep a paper with an item; raises Refusal if it is no file that is taken."""
    _meeting, item = lock_item(pk)
    kept = keep_file(file)
    paper = Paper.objects.create(
        item=item,
        division=item.division,
        title=(title.strip() or kept.name)[:120],
        name=kept.name,
        kind=kept.kind,
        sha256=kept.sha256,
        size=kept.size,
        by=by,
    )
    record(Action.PAPER_ADDED, item, by=by, paper=paper.title, sha256=kept.sha256)
    return paper


@transaction.atomic
def sign_minutes(*, pk: int, version: int, by: Person, on: date, at: datetime) -> Meeting:
    """Freeze the minutes under their digest; nothing of the meeting changes after that.

    Raises Refusal before its day, without chair or agenda, or while an item is not decided.
    """
    meeting = lock_meeting(pk)
    if meeting.version != version:
        raise Refusal(_("您打开之后，别人已改过这次会议；请看过现在的内容再签发。"))
    _check_complete(meeting, on)
    minutes = minutes_of(meeting)
    meeting.minutes, meeting.digest = minutes, digest_of(minutes)
    meeting.signed_by, meeting.signed_at = by, at
    meeting.version += 1
    meeting.save()
    record(Action.MINUTES_SIGNED, meeting, by=by, sha256=meeting.digest)
    return meeting


def _check_complete(meeting: Meeting, on: date) -> None:
    if meeting.day > on:
        raise Refusal(_("会议还没有开，{day} 以后才能签发纪要。").format(day=meeting.day))
    if not meeting.chair or not meeting.present:
        raise Refusal(_("请先填写主持人和出席成员。"))
    items = list(meeting.items.all())
    if not items:
        raise Refusal(_("会议没有议题，没有纪要可签。"))
    if left := [one.title for one in items if not one.is_decided]:
        raise Refusal(_("还有议题没有记录议定事项：{titles}").format(titles=listed(left, "；")))


def lock_meeting(pk: int) -> Meeting:
    """Return a meeting locked for this transaction; raises Refusal if its minutes are signed."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=pk)
    if meeting.is_signed:
        raise Refusal(_("会议纪要已签发，不能再改；有新的议定请开下一次会。"))
    return meeting


def lock_item(pk: int) -> tuple[Meeting, Item]:
    """Return an item with its meeting, both locked, the meeting first."""
    found = Item.objects.only("meeting_id").get(pk=pk)
    meeting = lock_meeting(found.meeting_id)
    return meeting, Item.objects.select_for_update(of=("self",)).get(pk=pk)


def _added(meeting: Meeting, case: Case, by: Person) -> Item:
    last = meeting.items.order_by("-order").values_list("order", flat=True).first() or 0
    item = _put(meeting, case, last + 1)
    record(Action.ITEM_ADDED, item, by=by, meeting=meeting.title, kind=case.kind.value)
    return item


def _put(meeting: Meeting, case: Case, order: int) -> Item:
    meeting.version += 1
    meeting.save(update_fields=["version"])
    return Item.objects.create(
        meeting=meeting,
        division=meeting.division,
        order=order,
        kind=case.kind,
        subject=case.subject,
        title=case.title[:200],
        brief=case.brief,
        address=case.address,
    )
