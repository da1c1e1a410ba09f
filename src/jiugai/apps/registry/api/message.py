"""Questions to PostgreSQL, several in one message; what is asked often is planned once.

A message is one transaction. A question that is asked often is prepared in each connection and
then only executed, which spares PostgreSQL the parsing and planning of the same words.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

import psycopg
from django.db import connection

Rows = list[tuple[Any, ...]]

#: What each connection has prepared.
_PREPARED: Final[WeakKeyDictionary[Any, set[str]]] = WeakKeyDictionary()


class Question(NamedTuple):
    """Words with `%s` for each value; `often` where the words are one of a few."""

    sql: str
    values: Sequence[Any] = ()
    often: bool = False


def all_of(*questions: Question) -> list[Rows]:
    """Return the rows of every question of one message, which is one transaction.

    A connection that broke since the last call is opened again, once.
    """
    try:
        return _sent(questions)
    except (psycopg.OperationalError, psycopg.errors.InvalidSqlStatementName):
        if connection.in_atomic_block:
            raise
        connection.close()
        return _sent(questions)


def _sent(questions: Sequence[Question]) -> list[Rows]:
    if connection.connection is None:
        connection.connect()
    raw: Any = connection.connection
    words = "; ".join(_words(raw, one) if one.often else one.sql for one in questions)
    found: list[Rows] = []
    with psycopg.ClientCursor(raw) as cursor:
        cursor.execute(words.encode(), [value for one in questions for value in one.values])
        while True:
            found.append(cursor.fetchall())
            if not cursor.nextset():
                return found


def _words(raw: Any, question: Question) -> str:
    """Return the words that execute a question, which is prepared if it was not yet."""
    name, prepare, execute = _prepared(question.sql)
    known = _PREPARED.setdefault(raw, set())
    if name not in known:
        with psycopg.ClientCursor(raw) as cursor:
            cursor.execute(prepare)
        known.add(name)
    return execute


@lru_cache(maxsize=256)
def _prepared(sql: str) -> tuple[str, bytes, str]:
    """Return a name for a question, the words that prepare it, and those that execute it."""
    name = f"jiugai_{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    first, *others = sql.split("%s")
    numbered = first + "".join(f"${number}{part}" for number, part in enumerate(others, 1))
    given = f"({', '.join(['%s'] * len(others))})" if others else ""
    return name, f"PREPARE {name} AS {numbered}".encode(), f"EXECUTE {name}{given}"
