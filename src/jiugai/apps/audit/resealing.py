"""Seal what is sealed under a former key with the key in use."""

import base64
from collections.abc import Iterator
from typing import Final

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connection, models

from jiugai.apps.accounts.seal import SealedField, is_current, key_in_use, open_sealed, seal

#: What allauth keeps encrypted of a second factor.
_SECRETS: Final = ("secret", "seed")
_AT_ONCE: Final = 1000


def reseal_all() -> int:
    """Seal every value that another key sealed anew; return how many."""
    return sum(_reseal_column(*column) for column in sealed_columns()) + _reseal_factors()


def sealed_columns() -> Iterator[tuple[type[models.Model], SealedField]]:
    """Yield every sealed field of every model."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedField):
                yield model, field


def _reseal_column(model: type[models.Model], field: SealedField) -> int:
    """Reseal a column by its bytes, so that nothing else of a row is touched."""
    quote = connection.ops.quote_name
    table, column = quote(model._meta.db_table), quote(str(field.column))
    select = f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608 - ours
    update = f"UPDATE {table} SET {column} = %s WHERE id = %s AND {column} = %s"  # noqa: S608
    count = 0
    with connection.cursor() as reading, connection.cursor() as writing:
        reading.execute(select)
        while rows := reading.fetchmany(_AT_ONCE):
            changes = [
                (seal(open_sealed(bytes(old)), key=key_in_use()), pk, bytes(old))
                for pk, old in rows
                if not is_current(bytes(old))
            ]
            writing.executemany(update, changes)
            count += len(changes)
    return count


def _reseal_factors() -> int:
    count = 0
    for factor in Authenticator.objects.select_for_update():
        for name in _SECRETS:
            old = base64.b64decode(factor.data.get(name) or "")
            if old and not is_current(old):
                new = seal(open_sealed(old), key=key_in_use())
                factor.data[name] = base64.b64encode(new).decode()
                factor.save(update_fields=["data"])
                count += 1
    return count
