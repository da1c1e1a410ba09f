"""Rows of models by words that PostgreSQL has planned before: for what thousands do in an hour.

Django composes and PostgreSQL plans each of its questions anew, which takes longer than to answer
a small one.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model

from jiugai.apps.accounts.message import Question, Rows, all_of

Some = TypeVar("Some", bound=Model)


def rows_of(model: type[Model], where: str, *values: Any) -> Question:
    """Return the question for the rows of a model that fit; `made` makes models of the answer."""
    return Question(f"{_select(model)} WHERE {where}", values, often=True)


def made(model: type[Some], rows: Rows) -> list[Some]:
    """Return rows as models."""
    names = [field.attname for field in _fields(model)]
    return [model.from_db(DEFAULT_DB_ALIAS, names, row) for row in rows]


def insert_all(objects: Sequence[Model]) -> None:
    """Insert rows of one model and give each its key, in the order of the objects."""
    if not objects:
        return
    model = type(objects[0])
    columns = [_column(field, objects) for field in _fields(model) if not field.primary_key]
    with connection.wrap_database_errors:
        (keys,) = all_of(Question(_insert(model), columns, often=True))
    for one, (key,) in zip(objects, keys, strict=True):
        one.pk = key
        one._state.adding, one._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001 - as Django does


def _column(field: "Field[Any, Any]", objects: Iterable[Model]) -> list[Any]:
    return [
        field.get_db_prep_save(field.pre_save(one, add=True), connection=connection)
        for one in objects
    ]


def _fields(model: type[Model]) -> "Sequence[Field[Any, Any]]":
    return model._meta.concrete_fields


@cache
def _select(model: type[Model]) -> str:
    columns = ", ".join(f'"{field.column}"' for field in _fields(model))
    return f'SELECT {columns} FROM "{model._meta.db_table}"'  # noqa: S608 - Django's names


@cache
def _insert(model: type[Model]) -> str:
    fields = [field for field in _fields(model) if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
    table, key = model._meta.db_table, model._meta.pk.column
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT * FROM unnest({values})'  # noqa: S608
        f' RETURNING "{key}"'
    )
