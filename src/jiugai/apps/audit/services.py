"""Add a line to the record."""

from typing import Any

from django.db import models

from jiugai.apps.accounts.models import Person
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
