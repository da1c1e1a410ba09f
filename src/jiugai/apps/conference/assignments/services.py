"""What can happen to an assignment: given, reported on, settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.conference.meetings.services import lock_item
from jiugai.apps.conference.models import Assignment, Partner, Report
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal

_VERB: Final = Report.Verb
#: What the conference's office can do with an assignment, and the state that follows.
SETTLED: Final = {
    _VERB.ACCEPT: Assignment.State.DONE,
    _VERB.SEND_BACK: Assignment.State.OPEN,
    _VERB.EXTEND: Assignment.State.OPEN,
    _VERB.DROP: Assignment.State.DROPPED,
}


@transaction.atomic
def give(
    *,
    item: int,
    words: str,
    owner: Organisation,
    partners: Sequence[Organisation],
    due_on: date,
    by: Person,
    on: date,
) -> Assignment:
    """Give an organisation something to do, as a decision says.

    Raises Refusal before something was decided, for a day that is past, for an owner outside of
    the conference's division, and for a partner who could not see it.
    """
    meeting, locked = lock_item(item)
    if not locked.is_decided:
        raise Refusal(_("请先记录议定事项，再交办。"))
    if not words.strip():
        raise Refusal(_("请写明交办什么。"))
    if due_on < on:
        raise Refusal(_("办理期限已经过去，请另选一天。"))
    _check_places(meeting.division, owner, partners)
    one = Assignment.objects.create(
        item=locked,
        division=owner.division,
        conference=meeting.division,
        meeting_title=meeting.title,
        decision=locked.decision,
        words=words.strip(),
        owner=owner,
        due_on=due_on,
        given_by=by,
        given_on=on,
    )
    Partner.objects.bulk_create(
        Partner(assignment=one, division=one.division, organisation=partner)
        for partner in partners
    )
    meeting.version += 1
    meeting.save(update_fields=["version"])
    record(
        Action.ASSIGNMENT_GIVEN,
        one,
        by=by,
        owner=str(owner),
        partners=[str(partner) for partner in partners],
        due_on=due_on.isoformat(),
        meeting=meeting.title,
    )
    return one


def _check_places(place: str, owner: Organisation, partners: Sequence[Organisation]) -> None:
    if not covers(place, owner.division):
        raise Refusal(_("{name}不在本联席会的区划内，请请上级联席会交办。").format(name=owner))
    for one in partners:
        if one.pk == owner.pk:
            raise Refusal(_("{name}是主办单位，不用再列为协办。").format(name=one))
        if not covers(one.division, owner.division):
            raise Refusal(
                _("{name}看不到{owner}的事项，请另外交办一件给它主办。").format(
                    name=one, owner=owner
                )
            )


@transaction.atomic
def report(*, pk: int, version: int, verb: str, words: str, by: Person, on: date) -> Assignment:
    """Report how far an assignment is, or that it is done.

    Raises Refusal for who belongs neither to its owner nor to a partner, and without words.
    """
    one = _lock(pk, version)
    if verb not in (_VERB.PROGRESS, _VERB.CLAIM):
        raise Refusal(_("请选择报告进展或报请办结。"))
    if not speaks_for(one, by):
        raise Refusal(_("这件事由{owner}主办，请他们报告。").format(owner=one.owner))
    if verb == _VERB.CLAIM and by.organisation_id != one.owner_id:
        raise Refusal(
            _("办结由主办单位{owner}报请；协办单位可以报告进展。").format(owner=one.owner)
        )
    if verb == _VERB.CLAIM:
        one.state = Assignment.State.REPORTED
    return _said(one, verb, words, by=by, on=on, action=Action.ASSIGNMENT_REPORTED)


@transaction.atomic
def settle(
    *,
    pk: int,
    version: int,
    verb: str,
    words: str,
    due_on: date | None = None,
    by: Person,
    on: date,
) -> Assignment:
    """Accept that an assignment is done, send it back, give it more time, or drop it.

    Raises Refusal without words, for a longer term without a later day, and for accepting what
    its owner has not reported done.
    """
    one = _lock(pk, version)
    if verb not in SETTLED:
        raise Refusal(_("请选择核定办结、退回续办、延长期限或不再办理。"))
    if verb in (_VERB.ACCEPT, _VERB.SEND_BACK) and one.state != Assignment.State.REPORTED:
        raise Refusal(_("主办单位还没有报请办结。"))
    if verb == _VERB.EXTEND and (due_on is None or due_on <= one.due_on):
        raise Refusal(_("新的期限要晚于 {day}。").format(day=one.due_on))
    before = one.due_on
    if verb == _VERB.EXTEND and due_on is not None:
        one.due_on = due_on
    one.state = SETTLED[Report.Verb(verb)]
    one.done_on = None if one.is_open else on
    return _said(one, verb, words, by=by, on=on, action=Action.ASSIGNMENT_SETTLED, was_due=before)


def speaks_for(assignment: Assignment, person: Person) -> bool:
    """Return whether a person belongs to the owner of an assignment or to a partner."""
    if person.organisation_id is None:
        return False
    partners = assignment.partners.values_list("organisation", flat=True)
    return person.organisation_id in {assignment.owner_id, *partners}


def _lock(pk: int, version: int) -> Assignment:
    one = Assignment.objects.select_for_update(of=("self",)).get(pk=pk)
    if not one.is_open:
        raise Refusal(_("这件事{state}，不用再报。").format(state=one.get_state_display()))
    if one.version != version:
        raise Refusal(_("您打开之后，别人已报告过这件事；您写的内容还在，请对照后再报。"))
    return one


def _said(
    one: Assignment,
    verb: str,
    words: str,
    *,
    by: Person,
    on: date,
    action: Action,
    was_due: date | None = None,
) -> Assignment:
    if not words.strip():
        raise Refusal(_("请写明情况。"))
    Report.objects.create(
        assignment=one,
        division=one.division,
        verb=verb,
        words=words.strip(),
        due_on=was_due or one.due_on,
        by=by,
        organisation=str(by.organisation or ""),
        on=on,
    )
    one.version += 1
    one.save()
    record(action, one, by=by, reason=words.strip()[:300], verb=verb, state=one.state)
    return one
