"""The one way to write a line of the record as bytes, so that it has one digest."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from django.db import connection

#: What is sealed of a line, in the order in which it is read.
COLUMNS: Final = (
    "id",
    "at",
    "by",
    "by_name",
    "division",
    "action",
    "subject",
    "subject_id",
    "subject_name",
    "reason",
    "detail",
)
_encode: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def moment(at: datetime) -> str:
    """Return a moment as it is sealed: in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def canonical(values: Sequence[Any]) -> bytes:
    """Return a line, given by the values of its columns, as JSON with sorted keys in UTF-8."""
    line = dict(zip(COLUMNS, values, strict=True))
    line["at"] = moment(line["at"])
    return _encode(line).encode()


def read_lines(ids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that exist among some ids, each with its canonical bytes, by id."""
    names = ", ".join(f'"{name}"' for name in COLUMNS[:-1])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {names}, detail::text FROM audit_line"  # noqa: S608 - constant names
            " WHERE id = ANY(%s) ORDER BY id",
            [list(ids)],
        )
        for row in cursor.fetchall():
            yield row[0], canonical((*row[:-1], json.loads(row[-1])))
