"""Take a whole import back: what was new goes, what was changed is as before."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Building, Conflict, Estate, Import
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.import_store import LOCK
from jiugai.kernel.errors import Refusal

Tell = Callable[[int, int, str], None]
STEPS: Final = 3
#: So many things that stand in the way are named; the others are counted.
NAMED: Final = 100
_NEW: Final = (
    "SELECT thing_id FROM registry_change WHERE of_id = %s AND thing = %s AND before IS NULL"
)
_TABLES: Final[dict[str, type[Estate] | type[Building]]] = {"estate": Estate, "building": Building}
#: What an import makes beside things, and what goes with them.
_OWN: Final = {"assessment", "conflict", "building"}


class Blocked(Refusal):
    """Somebody changed things since; `things` names them, `count` says how many there are."""

    def __init__(self, message: str, things: Sequence[Any], count: int) -> None:
        super().__init__(message)
        self.things = things
        self.count = count


def check_undo(one: Import) -> None:
    """Raise Blocked with a list where things were changed since, Refusal if it is not stored."""
    if one.state != Import.State.STORED:
        raise Refusal(_("只有已入库的导入才能撤销。"))
    changed = [thing for name in _TABLES for thing in _changed_since(one, name)]
    hanging = _hanging(one)
    things = list(dict.fromkeys([*changed, *hanging]))
    if things:
        message = _("入库之后有 {count} 处被人改过或添了东西，撤销会丢掉它们，所以没有撤销。")
        raise Blocked(message.format(count=len(things)), things[:NAMED], len(things))


def _changed_since(one: Import, thing: str) -> list[Any]:
    """Return the things whose version is not the one that the import left."""
    table = _TABLES[thing]._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.id FROM registry_change c JOIN {table} t ON t.id = c.thing_id"  # noqa: S608 - a name of ours
            " WHERE c.of_id = %s AND c.thing = %s AND t.version <> c.version ORDER BY t.id",
            [one.pk, thing],
        )
        ids = [pk for (pk,) in cursor.fetchall()]
    return list(_TABLES[thing].objects.filter(pk__in=ids))


def _hanging(one: Import) -> list[Any]:
    """Return new things of the import to which somebody added something since."""
    found: list[Any] = []
    for thing, model in _TABLES.items():
        for relation in model._meta.related_objects:
            name = relation.related_model._meta.model_name
            if name in _OWN:
                continue
            column = relation.field.column
            table = relation.related_model._meta.db_table
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT DISTINCT {column} FROM {table} WHERE {column} IN ({_NEW})",  # noqa: S608
                    [one.pk, thing],
                )
                ids = [pk for (pk,) in cursor.fetchall()]
            found += model.objects.filter(pk__in=ids)
    return found + _strange_buildings(one)


def _strange_buildings(one: Import) -> list[Any]:
    """Return new estates in which buildings stand that this import did not bring."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT b.estate_id FROM registry_building b"
            " JOIN registry_change c ON c.thing_id = b.estate_id AND c.of_id = %s"
            " AND c.thing = 'estate' AND c.before IS NULL"
            " WHERE NOT EXISTS (SELECT 1 FROM registry_change d WHERE d.of_id = %s"
            " AND d.thing = 'building' AND d.thing_id = b.id)",
            [one.pk, one.pk],
        )
        ids = [pk for (pk,) in cursor.fetchall()]
    return list(Estate.objects.filter(pk__in=ids))


@transaction.atomic
def undo(pk: int, *, by: Person, on: date, tell: Tell) -> Import:
    """Take a stored import back and judge again what it had changed.

    Raises Blocked with a list if somebody changed a thing since.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    one = Import.objects.select_for_update(of=("self",)).get(pk=pk)
    _lock_things(one)
    check_undo(one)
    tell(0, STEPS, _("撤回改动"))
    touched = _restore(one)
    tell(1, STEPS, _("去掉新增"))
    removed = _remove(one)
    tell(2, STEPS, _("重新判定"))
    assess(touched, day=on)
    one.state, one.undone_at, one.undone_by = Import.State.UNDONE, timezone.now(), by
    one.save(update_fields=["state", "undone_at", "undone_by"])
    record(Action.IMPORT_UNDONE, one, by=by, restored=len(touched), removed=removed)
    return one


def _lock_things(one: Import) -> None:
    with connection.cursor() as cursor:
        for thing, model in _TABLES.items():
            cursor.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {model._meta.db_table} t"  # noqa: S608
                " JOIN registry_change c ON c.thing_id = t.id AND c.of_id = %s AND c.thing = %s"
                " ORDER BY t.id FOR UPDATE OF t) locked",
                [one.pk, thing],
            )


_RESTORE: Final = """
    UPDATE {table} t SET facts = c.before->'facts', origins = c.before->'origins',
        division = c.before->>'division', version = t.version + 1, updated_at = now(), {more}
    FROM registry_change c
    WHERE c.of_id = %s AND c.thing = %s AND c.thing_id = t.id AND c.before IS NOT NULL
    RETURNING t.{owner}
"""
_REMOVE: Final = """
    DELETE FROM {table} WHERE {column} IN (
        SELECT thing_id FROM registry_change
        WHERE of_id = %s AND thing = %s AND before IS NULL)
"""


def _restore(one: Import) -> list[int]:
    """Put changed things back; return the estates that this touches and that stay."""
    more = {
        "estate": "initials = c.before->>'initials', quad = (c.before->>'quad')::bigint",
        "building": "name = c.before->>'name'",
    }
    touched: set[int] = set()
    with connection.cursor() as cursor:
        for thing, model in _TABLES.items():
            owner = "id" if thing == "estate" else "estate_id"
            sql = _RESTORE.format(table=model._meta.db_table, more=more[thing], owner=owner)
            cursor.execute(sql, [one.pk, thing])
            touched |= {pk for (pk,) in cursor.fetchall()}
        cursor.execute(
            "SELECT b.estate_id FROM registry_building b JOIN registry_change c"
            " ON c.thing_id = b.id AND c.of_id = %s AND c.thing = 'building'"
            " AND c.before IS NULL WHERE b.estate_id NOT IN (SELECT thing_id FROM registry_change"
            " WHERE of_id = %s AND thing = 'estate' AND before IS NULL)",
            [one.pk, one.pk],
        )
        touched |= {pk for (pk,) in cursor.fetchall()}
    return sorted(touched)


def _remove(one: Import) -> int:
    """Delete what the import had brought, and the conflicts that it had raised."""
    Conflict.objects.filter(source__of=one, settled_at=None).delete()
    with connection.cursor() as cursor:
        for table, column, thing in (
            ("registry_conflict", "building_id", "building"),
            ("registry_building", "id", "building"),
            ("registry_conflict", "estate_id", "estate"),
            ("registry_assessment", "estate_id", "estate"),
            ("registry_estate", "id", "estate"),
        ):
            cursor.execute(_REMOVE.format(table=table, column=column), [one.pk, thing])
        return int(cursor.rowcount)
