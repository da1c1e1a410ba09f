"""Long work of the register: reading, storing and taking back imports."""

from typing import Any

from django.utils import timezone

from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress
from jiugai.apps.registry.services.import_compare import compare_again
from jiugai.apps.registry.services.import_read import read
from jiugai.apps.registry.services.import_store import store
from jiugai.apps.registry.services.import_undo import undo


@job("registry.read")
def read_ledgers(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Read the files of an import."""
    one = read(pk, on=timezone.localdate(), tell=progress.tell)
    return {"url": one.get_absolute_url()}


@job("registry.compare")
def compare_ledgers(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Hold an import against the register again."""
    return {"url": compare_again(pk, tell=progress.tell).get_absolute_url()}


@job("registry.store")
def store_ledgers(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Store an import."""
    one = store(pk, by=progress.job.by, on=timezone.localdate(), tell=progress.tell)
    return {"url": one.get_absolute_url()}


@job("registry.undo")
def undo_import(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Take an import back."""
    one = undo(pk, by=progress.job.by, on=timezone.localdate(), tell=progress.tell)
    return {"url": one.get_absolute_url()}
