"""The one way in for other systems and for the map: who asks, and within which division.

A call with a token is one message to PostgreSQL: the first statement looks the token up and sets
the range of row security for the transaction of this message, the second asks. A token that is
not good any more leaves the range empty, so that the second statement sees nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.message import Question, Rows, all_of
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES
from jiugai.apps.accounts.rows import WITHIN, scope
from jiugai.apps.registry.api.pace import too_fast
from jiugai.apps.registry.api.problem import Turned
from jiugai.apps.registry.models import ApiScope, ApiToken
from jiugai.kernel.division import shortest

#: What a person must be allowed for each scope of a token, beside using the interface at all.
NEEDS: Final = {
    ApiScope.REGISTER: Permission.VIEW_REGISTER,
    ApiScope.FEATURES: Permission.VIEW_REGISTER,
    ApiScope.PROJECTS: Permission.VIEW_PROJECTS,
    ApiScope.POLICY: Permission.READ_POLICY,
    ApiScope.COLLECT: Permission.ENTER_ANSWERS,
    ApiScope.SURVEYS: Permission.VIEW_RESIDENTS,
    ApiScope.DEMANDS: Permission.VIEW_RESIDENTS,
    ApiScope.WRITE_DEMANDS: Permission.TAKE_DEMANDS,
}
#: When a token was last used is kept to this accuracy, so that reading does not write.
NOTED_EVERY: Final = timedelta(minutes=1)
#: More rows of changes than this are folded into one a district.
MOST_ROWS: Final = 500

CHANGES: Final = """
SELECT coalesce(sum(n), 0)::bigint AS n, count(*) AS rows FROM registry_generation
WHERE district >= left(current_setting('jiugai.low', true), 6)
  AND district < current_setting('jiugai.high', true)"""
ENTER: Final = """
SELECT t.id, t.division, t.scopes, t.per_minute, t.last_used_at, g.n, g.rows,
  set_config('jiugai.low', coalesce(t.division, ''), true),
  set_config('jiugai.high', coalesce(t.division || ':', ''), true)
FROM (VALUES (1)) AS always LEFT JOIN (
  SELECT k.* FROM registry_apitoken k JOIN accounts_person p ON p.id = k.person_id
  WHERE k.digest = %s AND k.revoked_at IS NULL AND k.expires_on > %s AND p.is_active
    AND EXISTS (
      SELECT 1 FROM accounts_appointment a
      WHERE a.person_id = k.person_id AND a.role = ANY(%s) AND a.since <= %s
        AND (a.until IS NULL OR a.until > %s) AND starts_with(k.division, a.division))
) AS t ON true LEFT JOIN LATERAL (
  SELECT coalesce(sum(n), 0)::bigint AS n, count(*) AS rows FROM registry_generation
  WHERE district >= left(t.division, 6) AND district < t.division || ':'
) AS g ON true"""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the division that bounds the answer, and how often that division changed."""

    division: str
    generation: int
    token: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, and for whom they were asked."""

    caller: Caller
    rows: Rows


def ask(
    request: HttpRequest,
    need: ApiScope,
    sql: str = "SELECT NULL",
    values: Sequence[Any] = (),
    *,
    often: bool = False,
) -> Answer:
    """Return what a caller sees of a question; `often` where its words are one of a few.

    Raises Turned if nobody may be recognised, or the caller lacks the right or the patience.
    """
    question = Question(sql, values, often)
    if (key := bearer(request)) is not None:
        return _ask_as_token(key, need, question)
    viewer = getattr(request, "viewer", None)
    if viewer is None or viewer.division is None:
        raise Turned(_("请登录，或在 Authorization 请求头中给出令牌。"), status=401)
    if not viewer.may(NEEDS[need]):
        raise Turned(_("您当前的角色不能读取这些数据。"), status=403)
    changes, rows = all_of(Question(CHANGES, often=True), question)
    return Answer(Caller(shortest(viewer.division), _generation(*changes[0])), rows)


def let_in(key: str, need: ApiScope) -> Caller:
    """Return for whom a token acts that came in some other way than as a bearer's.

    Raises Turned as `ask` does.
    """
    return _ask_as_token(key, need, Question("SELECT NULL")).caller


def ask_on(caller: Caller, sql: str, values: Sequence[Any] = (), *, often: bool = False) -> Rows:
    """Return what a caller who was let in sees of a further question."""
    low = caller.division
    within = Question(WITHIN, [low, low + ":"])
    return all_of(within, Question(sql, values, often))[1]


@contextmanager
def entered(request: HttpRequest, need: ApiScope) -> Iterator[Caller]:
    """Run a block in the scope of a caller, for questions asked through models."""
    caller = ask(request, need).caller
    with scope(caller.division):
        yield caller


def bearer(request: HttpRequest) -> str | None:
    """Return the token that a request carries, or None."""
    kind, _blank, key = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" else None


def digest_of(key: str) -> str:
    """Return what is kept of a token; it is long and random, so a plain digest will do."""
    return sha256(key.encode()).hexdigest()


def _ask_as_token(key: str, need: ApiScope, question: Question) -> Answer:
    now = timezone.localtime()
    day = now.date()
    enter = Question(ENTER, [digest_of(key), day, _roles(need), day, day], often=True)
    entered, rows = all_of(enter, question)
    token, division, scopes, per_minute, used, changes, folded, _low, _high = entered[0]
    if token is None:
        raise Turned(
            _("令牌无效、已过期或已停用，或持有人不再有此权限；请在“我的令牌”中新建。"), status=401
        )
    if need not in scopes:
        raise Turned(
            _("这个令牌没有“{scope}”的范围；请另建一个。").format(scope=need.label), status=403
        )
    if wait := too_fast(token, per_minute):
        raise Turned(
            _("每分钟最多 {n} 次；请在 {wait} 秒后再试。").format(n=per_minute, wait=wait),
            status=429,
            wait=wait,
        )
    _note_use(token, used, now)
    return Answer(Caller(division, _generation(changes, folded), token), rows)


@cache
def _roles(need: ApiScope) -> list[str]:
    wanted = {Permission.USE_API, NEEDS[need]}
    return [role.value for role, one in ROLES.items() if wanted <= set(one.permissions)]


def _note_use(token: int, used: datetime | None, now: datetime) -> None:
    if used is None or now - used > NOTED_EVERY:
        ApiToken.objects.filter(pk=token).update(last_used_at=now)


def _generation(generation: int, rows: int) -> int:
    if rows > MOST_ROWS:
        fold_changes()
    return generation


def fold_changes() -> None:
    """Fold the counted changes of every district into one row each; the sums stay."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH gone AS (DELETE FROM registry_generation WHERE id IN (SELECT id FROM"
            " registry_generation FOR UPDATE SKIP LOCKED) RETURNING district, n)"
            " INSERT INTO registry_generation (district, tx, n) SELECT district,"
            " pg_current_xact_id()::text::bigint, sum(n) FROM gone GROUP BY district"
            " ON CONFLICT (district, tx) DO UPDATE SET n = registry_generation.n + excluded.n"
        )
