"""Long work of the register: imports, long exports, trying readings, judging a place again."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress
from jiugai.apps.registry.forms.filters import FilterForm
from jiugai.apps.registry.models import ReadingTrial
from jiugai.apps.registry.services import export
from jiugai.apps.registry.services.import_compare import compare_again
from jiugai.apps.registry.services.import_read import read
from jiugai.apps.registry.services.import_store import store
from jiugai.apps.registry.services.import_undo import undo
from jiugai.apps.registry.services.judge_again import judge_place
from jiugai.apps.registry.services.readings import JUDGE, TRY


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


@job("registry.export")
def export_list(progress: Progress, *, query: str) -> dict[str, Any]:
    """Write a long list into a workbook."""
    asked, now = progress.job, timezone.localtime()
    form = FilterForm(QueryDict(query), scope=asked.division)
    with export.export_estates(
        form.wanted(),
        columns=form.columns,
        filters=form.in_words(),
        by=asked.by,
        division=asked.division,
        at=now,
        tell=lambda done, of: progress.tell(done, of, _("写入小区")),
    ) as file:
        export.keep(file, job=asked.pk, at=now)
    return {"url": reverse("registry:exported", args=[asked.pk])}


@job(TRY)
def try_readings_on_register(progress: Progress, *, pks: list[int]) -> dict[str, Any]:
    """Try readings on the register and keep what each would do."""
    # With the register reader, which loads for long.
    from jiugai.apps.registry.reading_trials import try_readings

    trials = list(ReadingTrial.objects.filter(pk__in=pks).order_by("id"))
    try_readings(trials, lambda done, of: progress.tell(done, of, _("正在逐个口径判定小区。")))
    if len(trials) == 1:
        return {"url": trials[0].get_absolute_url()}
    document = trials[0].reading.partition(".")[0]
    return {"url": f"{reverse('registry:readings')}?document={document}"}


@job(JUDGE)
def judge_place_again(progress: Progress, *, place: str) -> dict[str, Any]:
    """Judge a whole place again because its law is read otherwise."""
    count = judge_place(
        place,
        day=timezone.localdate(),
        tell=lambda done, of: progress.tell(done, of, _("正在重新判定小区。")),
    )
    return {"url": reverse("registry:readings") + "?only=chosen", "estates": count}
