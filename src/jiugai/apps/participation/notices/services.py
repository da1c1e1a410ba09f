"""What can happen to a notice: drafted, put up, seen, objected to, answered, ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import of_household
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Notice, NoticeSeen, Objection
from jiugai.apps.registry.models import Estate, Household, Source
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

SAID = ("title", "parts", "places", "days", "answer_days")


@transaction.atomic
def draft(*, estate: Estate, said: Mapping[str, Any], by: Person, on: date) -> Notice:
    """Write a notice that is not up yet; raises Refusal if the estate is gone."""
    if estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能公示。"))
    notice = Notice(estate=estate, division=estate.division, made_by=by)
    _fill(notice, said)
    record(Action.NOTICE_DRAFTED, notice, by=by)
    return notice


@transaction.atomic
def redraft(*, pk: int, said: Mapping[str, Any], by: Person, on: date) -> Notice:
    """Change a notice that is not up; raises Refusal once it is."""
    notice = _locked(pk)
    if notice.state != Notice.State.DRAFT:
        raise Refusal(_("已经公示的内容不能再改；有变动的请另发一份公示。"))
    _fill(notice, said)
    record(Action.NOTICE_DRAFTED, notice, by=by)
    return notice


def _fill(notice: Notice, said: Mapping[str, Any]) -> None:
    for name in SAID:
        setattr(notice, name, said[name])
    notice.save()


@transaction.atomic
def put_up(*, pk: int, by: Person, on: date) -> Notice:
    """Put a notice up from today on; the day itself does not count (Civil Code 201).

    Raises Refusal while one of the parts that BJ22 三(四)② names says nothing.
    """
    notice = _locked(pk)
    if notice.state != Notice.State.DRAFT:
        raise Refusal(_("这份公示已经发出过了。"))
    if notice.lacking:
        raise Refusal(
            _("还缺：{parts}（BJ22 三(四)②）；没有的也请写明“不涉及”。").format(
                parts=listed(notice.lacking)
            )
        )
    notice.state, notice.put_up_on, notice.put_up_by = Notice.State.UP, on, by
    notice.last_day = on + timedelta(days=notice.days)
    notice.save()
    record(Action.NOTICE_PUT_UP, notice, by=by, last_day=notice.last_day.isoformat())
    _tell_gates(notice, {"notice_complete": True}, by=by, on=on)
    return notice


def see(*, notice: Notice, household: Household, on: date) -> None:
    """Count that a household opened a notice while it is up."""
    if notice.state != Notice.State.UP:
        return
    NoticeSeen.objects.bulk_create(
        [NoticeSeen(notice=notice, division=notice.division, household=household, on=on)],
        ignore_conflicts=True,
    )


@transaction.atomic
def object_to(
    *, notice: Notice, household: Household, text: str, by: Person | None, at: datetime
) -> Objection:
    """Keep what a household says against a notice, under a number; the gate shuts.

    `by` is who wrote it down at the desk or on the phone; None where it did so itself.

    Raises Refusal out of time or without a reason.
    """
    on = timezone.localdate(at)
    with of_household(0):
        notice = _locked(notice.pk)
        if not notice.takes_objections(on):
            raise Refusal(_("公示期已过，不能再提；有事请打接待电话。"))
        if len(text.strip()) < 4:
            raise Refusal(_("请写明意见和理由，几个字也可以。"))
        last = Objection.objects.filter(notice=notice).aggregate(n=Max("number"))["n"] or 0
        objection = Objection.objects.create(
            notice=notice,
            division=notice.division,
            household=household,
            number=last + 1,
            text=text.strip(),
            raised_at=at,
            due_on=on + timedelta(days=notice.answer_days),
        )
        record(Action.OBJECTION_RAISED, objection, by=by, notice=notice.pk)
        _tell_gates(notice, {}, by=notice.put_up_by or notice.made_by, on=on)
    return objection


@transaction.atomic
def answer(*, pk: int, words: str, by: Person, on: date) -> Objection:
    """Answer an objection; once all are answered, the gate follows.

    Raises Refusal without words, or if it was answered before.
    """
    objection = Objection.objects.select_related("notice").get(pk=pk)
    notice = _locked(objection.notice_id)
    objection = Objection.objects.select_for_update(of=("self",)).get(pk=pk)
    if objection.answered_on is not None:
        raise Refusal(_("这条意见已于 {on} 答复。").format(on=objection.answered_on))
    if len(words.strip()) < 4:
        raise Refusal(_("请写明答复：采纳了什么，不采纳的为什么。"))
    objection.answer, objection.answered_by, objection.answered_on = words.strip(), by, on
    objection.save(update_fields=["answer", "answered_by", "answered_on"])
    record(Action.OBJECTION_ANSWERED, objection, by=by, notice=notice.pk)
    _tell_gates(notice, {}, by=by, on=on)
    return objection


@transaction.atomic
def end(*, pk: int, by: Person, on: date) -> Notice:
    """End a notice whose days are over and whose objections are all answered.

    Raises Refusal before that.
    """
    notice = _locked(pk)
    if notice.state != Notice.State.UP or notice.last_day is None:
        raise Refusal(_("这份公示不在公示中。"))
    if on <= notice.last_day:
        raise Refusal(_("公示到 {day} 为止，次日起才能结束。").format(day=notice.last_day))
    if waiting := open_objections(notice.estate_id, notice=notice):
        raise Refusal(_("还有 {n} 条意见没有答复，答复后再结束。").format(n=waiting))
    notice.state, notice.ended_on = Notice.State.ENDED, on
    notice.save(update_fields=["state", "ended_on"])
    record(Action.NOTICE_ENDED, notice, by=by)
    return notice


def open_objections(estate: int, *, notice: Notice | None = None) -> int:
    """Return how many objections of an estate, or of one notice, have no answer."""
    found = Objection.objects.filter(notice__estate=estate, answered_on=None)
    return found.filter(notice=notice).count() if notice else found.count()


def _tell_gates(notice: Notice, facts: Mapping[str, Any], *, by: Person, on: date) -> None:
    """Put what the notice shows into the register, as a source of its own; gates follow."""
    estate = Estate.objects.select_for_update(of=("self",)).get(pk=notice.estate_id)
    values = {**facts, "open_objections": open_objections(estate.pk)}
    if all(estate.facts.get(name) == value for name, value in values.items()):
        return
    reason = _("公示“{title}”").format(title=notice.title)
    source = Source.objects.create(
        kind=Source.Kind.PROOF, division=estate.division, reason=reason[:300], by=by
    )
    apply_values(estate, values, source=source)
    assess([estate.pk], day=on)


def _locked(pk: int) -> Notice:
    return Notice.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
