"""A household asks the office to correct or erase; a person decides, and it is done at once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import PersonalRequest
from jiugai.apps.participation.privacy.erasing import erase
from jiugai.apps.participation.privacy.holding import Holding, How, holding_of
from jiugai.apps.participation.privacy.keeping import ANSWER, days_of
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

Kind, State = PersonalRequest.Kind, PersonalRequest.State
#: A value is no longer than this.
LONGEST = 200


@transaction.atomic
def ask_to_correct(
    *, household: Household, holding: Holding, field: str, value: str, words: str, at: datetime
) -> PersonalRequest:
    """Ask that a value be corrected (PIPL 46).

    Raises Refusal where the office corrects no such value, without one, or if it was asked
    before.
    """
    if field not in {one.name for one in holding.corrected}:
        raise Refusal(_("这一项不能这样更正；请打接待电话。"))
    if not 0 < len(value.strip()) <= LONGEST:
        raise Refusal(_("请写明应当改成什么。"))
    said = {"kind": Kind.CORRECT, "field": field, "value": value.strip(), "words": words.strip()}
    return _ask(household, holding, said, at=at)


@transaction.atomic
def ask_to_erase(
    *, household: Household, holding: Holding, words: str, at: datetime
) -> PersonalRequest:
    """Ask that something be erased (PIPL 47).

    Raises Refusal where it cannot be, where the household may do so itself, or if it was asked.
    """
    if holding.erasing.how is not How.OFFICE:
        raise Refusal(str(holding.erasing.words))
    return _ask(household, holding, {"kind": Kind.ERASE, "words": words.strip()}, at=at)


def _ask(
    household: Household, holding: Holding, said: dict[str, str], *, at: datetime
) -> PersonalRequest:
    Household.objects.select_for_update(of=("self",), no_key=True).get(pk=household.pk)
    there = PersonalRequest.objects.filter(
        household=household,
        holding=holding.key,
        kind=said["kind"],
        field=said.get("field", ""),
        state=State.OPEN,
    ).first()
    if there is not None:
        raise Refusal(_("您已经提过了：{number}，等办理。").format(number=there.number))
    made = PersonalRequest.objects.create(
        household=household,
        division=household.division,
        holding=holding.key,
        made_at=at,
        due_on=timezone.localdate(at) + timedelta(days=days_of(ANSWER)),
        **said,
    )
    record(Action.PERSONAL_ASKED, made, by=None, kind=made.kind, holding=holding.key)
    return made


@transaction.atomic
def decide(
    *, pk: int, grants: bool, words: str, by: Person, on: date, at: datetime
) -> PersonalRequest:
    """Do what a household asks for, or say why not (PIPL 50).

    Raises Refusal if it was decided before, without a reason for a refusal, and where it cannot
    be done.
    """
    found = PersonalRequest.objects.select_for_update(of=("self",))
    one = found.select_related("household").get(pk=pk)
    if one.state != State.OPEN:
        raise Refusal(_("这件要求已办理：{state}。").format(state=one.get_state_display()))
    said = " ".join(words.split())
    if not grants and len(said) < 4:
        raise Refusal(_("不照办要写明理由（《个人信息保护法》第五十条）。"))
    if grants:
        _do(one, by=by, at=at)
    one.state = State.GRANTED if grants else State.REFUSED
    one.answer, one.decided_by, one.decided_on, one.value = said, by, on, None
    one.save(update_fields=["state", "answer", "decided_by", "decided_on", "value"])
    record(Action.PERSONAL_DECIDED, one, by=by, state=one.state, holding=one.holding)
    return one


def _do(one: PersonalRequest, *, by: Person, at: datetime) -> None:
    holding = holding_of(one.holding)
    if holding is None:
        raise Refusal(_("系统里已经没有这一项信息了。"))
    if one.kind == Kind.ERASE:
        erase(holding=holding, household=one.household, by=by, at=at)
        return
    household = Household.objects.select_for_update(of=("self",)).get(pk=one.household_id)
    value = one.value.opened if isinstance(one.value, Sealed) else ""
    setattr(household, one.field, value)
    household.save(update_fields=[one.field])
    record(Action.PERSONAL_CORRECTED, household, by=by, field=one.field, request=one.number)
