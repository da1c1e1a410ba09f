"""Stored files that a row stops to refer to: the bytes go once no other row refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models, transaction

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.participation.models import LetGo
from jiugai.apps.registry.services.documents import hold_file, path_of


def let_go(digests: Iterable[str]) -> None:
    """Have the bytes behind some digests removed after this transaction, where nobody needs them.

    They are noted in the transaction itself: what dies before the removal is taken up later.
    """
    found = sorted(set(digests))
    LetGo.objects.bulk_create([LetGo(sha256=one) for one in found], ignore_conflicts=True)
    for one in found:
        transaction.on_commit(partial(_remove, one))


def let_go_on() -> None:
    """Remove what was let go and is there still."""
    for digest in LetGo.objects.values_list("sha256", flat=True):
        _remove(digest)


def _remove(digest: str) -> None:
    with scope(""), of_household(0):
        hold_file(digest)  # nobody stores the same bytes while we look
        if not _is_needed(digest) and default_storage.exists(path_of(digest)):
            default_storage.delete(path_of(digest))
        LetGo.objects.filter(sha256=digest).delete()


def _is_needed(digest: str) -> bool:
    return any(
        models.QuerySet(model).filter(**{field: digest}).exists() for model, field in _columns()
    )


def _columns() -> Iterator[tuple[type[models.Model], str]]:
    """Yield every column that names a file by its digest, whichever app it is of."""
    for model in apps.get_models():
        if model is not LetGo and model.__module__.startswith("jiugai."):
            for field in model._meta.concrete_fields:
                if field.name.endswith("sha256"):
                    yield model, field.name
