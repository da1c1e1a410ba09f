"""Add lines to the record."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.quick import insert_all
from jiugai.apps.audit.changes import changes_between
from jiugai.apps.audit.models import Line


def record(
    action: str,
    subject: models.Model | None = None,
    *,
    by: Person | None,
    division: str = "",
    reason: str = "",
    **detail: Any,
) -> Line:
    """Write down in this transaction who did what; what is not committed was not done.

    The division is that of the subject unless it is given.
    """
    line = _line(action, subject, by, division, reason, detail)
    line.save(force_insert=True)
    return line


def record_each(
    action: str, subjects: Iterable[tuple[models.Model, dict[str, Any]]], *, by: Person | None
) -> None:
    """Write down, as `record` does, that the same was done to each of many things."""
    insert_all([_line(action, subject, by, "", "", detail) for subject, detail in subjects])


def _line(
    action: str,
    subject: models.Model | None,
    by: Person | None,
    division: str,
    reason: str,
    detail: dict[str, Any],
) -> Line:
    return Line(
        by=by.pk if by else None,
        by_name=str(by) if by else "",
        division=division or getattr(subject, "division", ""),
        action=action,
        subject=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        subject_name=str(subject)[:120] if subject else "",
        reason=reason,
        detail=detail,
    )


def record_change(
    action: str,
    subject: models.Model,
    *,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    by: Person | None,
    division: str = "",
    reason: str = "",
    **detail: Any,
) -> Line | None:
    """Write down which fields of a thing changed, from what to what; None if none did.

    Take `before` and `after` with `changes.values_of`; sealed values stay masked.
    """
    changes = changes_between(before, after)
    if not changes:
        return None
    return record(
        action, subject, by=by, division=division, reason=reason, changes=changes, **detail
    )
