"""Row security: PostgreSQL itself hides the rows of other divisions.

A division's code is a path, so the rows within a scope are one range of codes. The range is set
for each transaction; without it no row is seen, so that a forgotten scope leaks nothing. Both
comparisons are leakproof, so that PostgreSQL may use an index for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, transaction
from django.db.migrations import RunSQL
from django.db.models import CharField, Q

from jiugai.apps.accounts.message import Question, all_of
from jiugai.kernel.division import shortest

#: The character after 9: codes that begin with a prefix are below the prefix and this.
_AFTER: Final = ":"

_RANGE: Final = (
    "SELECT coalesce(current_setting('jiugai.low', true), ''),"
    " coalesce(current_setting('jiugai.high', true), '')"
)
#: Sets the range for the rest of a transaction.
WITHIN: Final = "SELECT set_config('jiugai.low', %s, true), set_config('jiugai.high', %s, true)"

#: These hold a division without belonging to it: who works where is asked before any scope is.
UNGUARDED: Final = frozenset(
    {
        "accounts.Appointment",
        "accounts.Organisation",
        "accounts.Person",
        "hooks.Hook",
        "participation.ResidentSession",
        "registry.ApiToken",
    }
)


class DivisionField(CharField):  # type: ignore[type-arg] # Django's fields take no types
    """The column that row security looks at: a code of 0 to 12 digits, compared byte by byte."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more | {"max_length": 12, "db_collation": "C"})


def guarded(table: str) -> RunSQL:
    """Return a migration that shows and takes only rows of the scope in a table."""
    within = (
        "division COLLATE \"C\" >= current_setting('jiugai.low', true)"
        " AND division COLLATE \"C\" < current_setting('jiugai.high', true)"
    )
    return RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY within_scope ON {table} USING ({within}) WITH CHECK ({within});
        """,
        f"DROP POLICY within_scope ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


def seen_below(table: str, *only: str) -> RunSQL:
    """Return a migration that shows rows of a table, to be read, to divisions below theirs, too.

    `only` are conditions that hold besides.
    """
    below = f"starts_with(current_setting('jiugai.low', true), {table}.division)"
    return RunSQL(
        f"CREATE POLICY seen_below ON {table} FOR SELECT USING ({' AND '.join((below, *only))});",
        f"DROP POLICY seen_below ON {table};",
    )


def own_of_household(table: str, column: str = "household_id") -> RunSQL:
    """Return a migration that shows a household at work only its own rows of a table."""
    own = (
        "coalesce(current_setting('jiugai.household', true), '') IN ('', '0')"
        f" OR {column} = nullif(current_setting('jiugai.household', true), '')::bigint"
    )
    return RunSQL(
        f"""
        CREATE POLICY own_rows ON {table} AS RESTRICTIVE USING ({own}) WITH CHECK ({own});
        """,
        f"DROP POLICY own_rows ON {table};",
    )


def within(division: str, field: str = "division") -> Q:
    """Return a filter for rows of a division and below, for tables that are not guarded."""
    low = shortest(division)
    return Q(**{f"{field}__gte": low, f"{field}__lt": low + _AFTER})


@contextmanager
def scope(division: str) -> Iterator[None]:
    """Run a block in one transaction that sees the rows of a division and of all below it.

    `""` is the whole country. Inside another scope the former range is set again afterwards.
    """
    outside = _range() if connection.in_atomic_block else None
    with transaction.atomic():
        low = shortest(division)
        _set_range(low, low + _AFTER)
        yield
        if outside is not None and not connection.needs_rollback:  # undoing sets it again, too
            _set_range(*outside)


@contextmanager
def of_household(household: int) -> Iterator[None]:
    """Within a scope, see only the rows of one household where rows belong to households.

    0 lifts that for a block, to count over all households.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('jiugai.household', true), ''),"
            " set_config('jiugai.household', %s, true)",
            [str(household)],
        )
        outside, _now = cursor.fetchone()
    yield
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('jiugai.household', %s, true)", [outside])


def _range() -> tuple[str, str]:
    with connection.wrap_database_errors:
        (((low, high),),) = all_of(Question(_RANGE))
    return low, high


def _set_range(low: str, high: str) -> None:
    with connection.wrap_database_errors:
        all_of(Question(WITHIN, [low, high]))
