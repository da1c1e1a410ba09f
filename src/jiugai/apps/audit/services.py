"""Add lines to the record."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from jiugai.apps.accounts.models import Person
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
    return Line.objects.create(
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
