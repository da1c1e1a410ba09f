"""What can happen to duties: an organisation answers for a unit, and says what it did."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.conference.duties.queries import Row, units_of
from jiugai.apps.conference.models import DutyReport, Unit
from jiugai.apps.registry.services.documents import keep_file
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal


@transaction.atomic
def name_unit(*, division: str, name: str, organisation: Organisation, by: Person) -> Unit:
    """Say which organisation answers for a unit of the texts, in place of another if need be.

    Raises Refusal for an organisation outside of the division.
    """
    if not covers(division, organisation.division):
        raise Refusal(_("{name}不在本区划内，请另选。").format(name=organisation))
    unit, _made = Unit.objects.update_or_create(
        division=division, name=name, defaults={"organisation": organisation, "by": by}
    )
    record(Action.UNIT_NAMED, organisation, by=by, division=division, unit=name)
    return unit


@transaction.atomic
def update_duty(
    *,
    row: Row,
    unit: str,
    state: str,
    words: str,
    due_on: date | None,
    file: File[Any] | None,
    last: int,
    division: str,
    by: Person,
    on: date,
) -> DutyReport:
    """Say how far a unit is with a duty, with evidence where there is a file.

    Raises Refusal for a unit that the person does not answer for, without words, for a duty that
    is done without evidence of its deliverable, or if somebody of the unit was quicker.
    """
    if unit not in units_of(by):
        raise Refusal(_("“{unit}”不由您的单位负责；请联席会办公室先登记。").format(unit=unit))
    if unit not in {one.unit for one in row.owed}:
        raise Refusal(_("这项职责不涉及“{unit}”。").format(unit=unit))
    # One unit's reports follow one another: who answers for it is locked.
    answering = Unit.objects.select_for_update(of=("self",)).filter(name=unit)
    list(answering.filter(organisation=by.organisation_id))
    _check(row, unit, state, words, file, last)
    kept = keep_file(file) if file is not None else None
    report = DutyReport.objects.create(
        division=division,
        document=row.document.id,
        duty=row.duty.id,
        unit=unit,
        state=state,
        words=words.strip(),
        due_on=due_on,
        file_title=kept.name if kept else "",
        file_name=kept.name if kept else "",
        file_kind=kept.kind if kept else "",
        file_sha256=kept.sha256 if kept else "",
        by=by,
        organisation=str(by.organisation or ""),
        on=on,
    )
    record(
        Action.DUTY_UPDATED,
        report,
        by=by,
        reason=report.words[:300],
        state=state,
        sha256=report.file_sha256,
    )
    return report


def _check(row: Row, unit: str, state: str, words: str, file: File[Any] | None, last: int) -> None:
    reports = DutyReport.objects.filter(duty=row.duty.id, unit=unit)
    newest = reports.order_by("-id").values_list("pk", flat=True).first() or 0
    if newest != last:
        raise Refusal(_("您打开之后，本单位已有人更新过；您写的内容还在，请对照后再报。"))
    if not words.strip():
        raise Refusal(_("请写明做了什么。"))
    if state not in DutyReport.State.values:
        raise Refusal(_("请选择进展。"))
    has_proof = file is not None or reports.exclude(file_sha256="").exists()
    if state == DutyReport.State.DONE and row.duty.deliverable and not has_proof:
        raise Refusal(_("报“已完成”请附成果文件；以前附过的也算。"))
