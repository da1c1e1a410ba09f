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
from psycopg import abc
from psycopg.adapt import Transformer
from psycopg.generators import execute
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.pq.abc import PGresult

Rows = list[tuple[Any, ...]]

IDLE: Final = TransactionStatus.IDLE
BEGIN: Final = b"BEGIN; "
#: What each connection has prepared.
_PREPARED: Final[WeakKeyDictionary[Any, set[str]]] = WeakKeyDictionary()


class Question(NamedTuple):
    """Words with `%s` for each value; `often` where the words are one of a few."""

    sql: str
    values: Sequence[Any] = ()
    often: bool = False


def all_of(*questions: Question) -> list[Rows]:
    """Return the rows of every question of one message.

    It is one transaction, or part of the one that is open. A connection that broke since the
    last call is opened again, once.
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
    raw: psycopg.Connection[Any] = connection.connection
    known = Transformer(raw)
    parts = [_words(raw, one) if one.often else _split(one.sql) for one in questions]
    words = b"; ".join(
        b"".join(_with_values(part, one.values, known))
        for part, one in zip(parts, questions, strict=True)
    )
    begins = connection.in_atomic_block and raw.pgconn.transaction_status == IDLE
    found = _results(raw, BEGIN + words)[1:] if begins else _results(raw, words)
    connection.health_check_done = True  # type: ignore[attr-defined] # an answer is the best check
    return [_rows(one, known) for one in found]


def _with_values(
    parts: Sequence[bytes], values: Sequence[Any], known: abc.Transformer
) -> list[bytes]:
    """Return the words of a question with each value written between them, quoted."""
    found = [parts[0]]
    for value, part in zip(values, parts[1:], strict=True):
        found += (known.as_literal(value), part)
    return found


def _results(raw: psycopg.Connection[Any], words: bytes) -> list[PGresult]:
    """Send a message and return what came back, past the cursors, which take longer than it.

    Other threads go on meanwhile: asking libpq itself for the result would hold the interpreter.
    """
    with raw.lock:
        raw.pgconn.send_query(words)
        found: list[PGresult] = raw.wait(execute(raw.pgconn))
    if raw.pgconn.status != ConnStatus.OK:
        raise psycopg.OperationalError(raw.pgconn.get_error_message())
    if found[-1].status != ExecStatus.TUPLES_OK:
        raise psycopg.errors.error_from_result(found[-1])
    return found


def _rows(result: PGresult, known: abc.Transformer) -> Rows:
    known.set_pgresult(result)
    return known.load_rows(0, result.ntuples, tuple)


@lru_cache(maxsize=4096)
def _split(sql: str) -> tuple[bytes, ...]:
    return tuple(part.replace("%%", "%").encode() for part in sql.split("%s"))


def _words(raw: psycopg.Connection[Any], question: Question) -> tuple[bytes, ...]:
    """Return the words that execute a question, which is prepared if it was not yet."""
    name, prepare, execute = _prepared(question.sql)
    known = _PREPARED.setdefault(raw, set())
    if name not in known:
        with psycopg.ClientCursor(raw) as cursor:
            cursor.execute(prepare)
        known.add(name)
    return execute


@lru_cache(maxsize=256)
def _prepared(sql: str) -> tuple[str, bytes, tuple[bytes, ...]]:
    """Return a name for a question, the words that prepare it, and those that execute it."""
    name = f"jiugai_{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    first, *others = _split(sql)
    numbered = first + b"".join(b"$%d%b" % pair for pair in enumerate(others, 1))
    given = f"({', '.join(['%s'] * len(others))})" if others else ""
    return name, f"PREPARE {name} AS ".encode() + numbered, _split(f"EXECUTE {name}{given}")
