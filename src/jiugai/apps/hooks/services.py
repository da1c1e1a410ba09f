"""What can happen to an address that is told: registered, tried, told again, ended."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.hooks.deliver import GIVEN_UP, NEEDS, delivery_of
from jiugai.apps.hooks.guests import reached_at
from jiugai.apps.hooks.kinds import Kind
from jiugai.apps.hooks.models import Delivery, Event, Hook
from jiugai.kernel.division import covers, shortest
from jiugai.kernel.errors import Refusal

#: So many addresses of one person are in use at once.
MOST: Final = 10
_PREFIX: Final = "jgh_"


def make_hook(
    *, name: str, address: str, kinds: Sequence[str], division: str, by: Viewer
) -> tuple[Hook, str]:
    """Return a new address and its secret, which is shown this once.

    Raises Refusal if the address may not be told, or asks for more than the person may see.
    """
    reached_at(address)  # before the transaction: looking up a name may take long
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=by.person.pk)
        division = shortest(division or by.division or "")
        _refuse(kinds, division, by)
        secret = _PREFIX + token_urlsafe(32)
        made = Hook.objects.create(
            person=by.person,
            name=name,
            address=address,
            secret=secret,
            kinds=sorted(set(kinds)),
            division=division,
        )
        record(Action.HOOK_MADE, made, by=by.person, address=address, kinds=made.kinds)
    return made, secret


def _refuse(kinds: Sequence[str], division: str, by: Viewer) -> None:
    if not all(by.may(Permission(need)) for need in NEEDS):
        raise Refusal(_("您当前的角色不能读取项目的接口，所以也不能登记推送；请安全管理员授权。"))
    if not kinds:
        raise Refusal(_("请至少选一种要推送的事件。"))
    if by.division is None or not covers(by.division, division):
        raise Refusal(_("推送的区划须在您自己的区划之内；请改为本区划或其下级。"))
    if Hook.objects.filter(person=by.person, ended_at=None).count() >= MOST:
        raise Refusal(_("在用的推送地址最多 {n} 个；请先停用不再使用的。").format(n=MOST))


@transaction.atomic
def end_hook(*, pk: int, by: Person, at: datetime) -> Hook:
    """Tell an address nothing more, not even what waits; raises Refusal if it has ended."""
    hook = _own(pk, by)
    hook.ended_at = at
    hook.save(update_fields=["ended_at"])
    record(Action.HOOK_ENDED, hook, by=by)
    return hook


@transaction.atomic
def ping(*, pk: int, by: Person, at: datetime) -> Delivery:
    """Queue a trial for an address; raises Refusal if it has ended."""
    hook = _own(pk, by)
    event = Event(
        division=hook.division,
        kind=Kind.PING,
        at=at,
        subject="hooks.hook",
        subject_id=str(hook.pk),
        subject_name=hook.name,
    )
    made = delivery_of(event, hook, at=at)
    made.save()
    return made


@transaction.atomic
def replay(*, pk: int, by: Person, at: datetime) -> Delivery:
    """Queue a telling again, the same body under the same key.

    Raises Refusal while it waits anyway, or if its address has ended.
    """
    delivery = Delivery.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if delivery is None:
        raise Refusal(_("没有这次推送。"))
    hook = _own(delivery.hook_id, by)
    if delivery.state == Delivery.State.WAITING:
        raise Refusal(_("这次推送还在排队，会自动重试，不用重发。"))
    delivery.state, delivery.ended_at, delivery.attempts = Delivery.State.WAITING, None, 0
    delivery.next_at, delivery.until, delivery.answer = at, at + GIVEN_UP, ""
    delivery.save()
    record(Action.HOOK_REPLAYED, hook, by=by, delivery=str(delivery.key))
    return delivery


def _own(pk: int, by: Person) -> Hook:
    hook = Hook.objects.select_for_update().filter(pk=pk, person=by).first()
    if hook is None or hook.ended_at is not None:
        raise Refusal(_("这个推送地址已经停用，或不是您的。"))
    return hook
