"""Which people are one's own to administer."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal


def locked(pk: int, *, by: Viewer, on: date) -> Person:
    """Return a person of one's own, locked until the transaction ends.

    Raises Refusal for somebody else's people, for oneself, and for who is more than oneself.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=pk)
    if why := why_not(person, by=by, on=on):
        raise Refusal(why)
    return person


def why_not(person: Person, *, by: Viewer, on: date) -> str:
    """Return why somebody may not administer an account, in words, or nothing."""
    if not by.may(Permission.MANAGE_PEOPLE):
        return _no_right()
    if by.division is None or not covers(by.division, person.division):
        return _("{name}的账号归上级或别处管，请那里的安全管理员办理。").format(name=person)
    if person.pk == by.person.pk:
        return _("不能办理自己的账号，请另一位安全管理员办理；改密码请到“我的”。")
    current = person.appointments.filter(Q(until=None) | Q(until__gt=on))
    if any(not covers(by.division, one.division) for one in current):
        return _("{name}还在您的区划之外任职，请上级安全管理员办理。").format(name=person)
    return ""


def refuse_outside(by: Viewer, division: str, permission: Permission) -> None:
    """Raise Refusal where somebody has no right in a division."""
    if not by.may(permission):
        raise Refusal(_no_right())
    if by.division is None or not covers(by.division, division):
        raise Refusal(
            _("区划 {code} 不在您的范围内；请上级安全管理员办理。").format(code=division)
        )


def _no_right() -> str:
    return _("您当前的角色不能办理人员；请切换角色或找安全管理员。")
