"""Make and revoke keys for other systems."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from secrets import token_urlsafe
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.services import record
from jiugai.apps.registry.api.door import NEEDS, digest_of
from jiugai.apps.registry.models import ApiScope, ApiToken
from jiugai.kernel.division import covers, shortest
from jiugai.kernel.errors import Refusal

LONGEST: Final = timedelta(days=366)
MOST: Final = 20
_PREFIX: Final = "jg_"


@transaction.atomic
def make_token(
    *, name: str, scopes: Sequence[str], division: str, until: date, by: Viewer, on: date
) -> tuple[ApiToken, str]:
    """Return a new token and its key, which is shown this once and kept nowhere.

    Raises Refusal if the person may not use the interface, or asks for more than they hold.
    """
    Person.objects.select_for_update().get(pk=by.person.pk)
    division = shortest(division or by.division or "")
    _refuse(scopes, division, until, by, on)
    key = _PREFIX + token_urlsafe(32)
    made = ApiToken.objects.create(
        person=by.person,
        name=name,
        digest=digest_of(key),
        hint=key[: len(_PREFIX) + 5],
        scopes=sorted(set(scopes)),
        division=division,
        expires_on=until,
    )
    record("registry.token_made", made, by=by.person, scopes=made.scopes, until=str(until))
    return made, key


def _refuse(scopes: Sequence[str], division: str, until: date, by: Viewer, on: date) -> None:
    if not by.may(Permission.USE_API):
        raise Refusal(_("您当前的角色不能使用接口；请安全管理员授权后再建。"))
    if not scopes or any(not by.may(NEEDS[ApiScope(scope)]) for scope in scopes):
        raise Refusal(_("令牌的范围须至少一项，且都在您自己的权限之内。"))
    if by.division is None or not covers(by.division, division):
        raise Refusal(_("令牌的区划须在您自己的区划之内；请改为本区划或其下级。"))
    if not on < until <= on + LONGEST:
        raise Refusal(_("有效期至少一天、至多一年；到期后可再建一个。"))
    current = ApiToken.objects.filter(person=by.person, revoked_at=None, expires_on__gt=on)
    if current.count() >= MOST:
        raise Refusal(_("在用的令牌最多 {n} 个；请先停用不再使用的。").format(n=MOST))


@transaction.atomic
def revoke_token(*, pk: int, by: Person, at: datetime) -> ApiToken:
    """End a token of one's own, from the next call on; raises Refusal if it has ended."""
    token = ApiToken.objects.select_for_update().filter(pk=pk, person=by).first()
    if token is None or token.revoked_at is not None:
        raise Refusal(_("这个令牌已经停用，或不是您的。"))
    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    record("registry.token_revoked", token, by=by)
    return token
