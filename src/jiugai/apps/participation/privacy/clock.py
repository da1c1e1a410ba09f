"""Erase, once a day, what is over its term; in pieces, so that it may be stopped anywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Clearing
from jiugai.apps.participation.privacy.files import let_go_on
from jiugai.apps.participation.privacy.holding import Holding, holdings
from jiugai.apps.participation.privacy.keeping import days_of

#: So many rows in one transaction.
PIECE: Final = 500


def clear_over(*, on: date, is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Erase what is over its term on a day; return how many rows this call erased.

    Each piece is counted in its own transaction, so what died in the middle goes on from there,
    and a second run on the same day finds it done. The record has one line a day.
    """
    with scope(""):
        run, _is_new = Clearing.objects.get_or_create(on=on)
    if run.ended_at is not None:
        return 0
    erased = 0
    for holding in holdings():
        while holding.term and not is_stopping() and (rows := _piece(holding, on)):
            erased += rows
    if not is_stopping():
        let_go_on()
        _end(on, at=timezone.now())
    return erased


def _piece(holding: Holding, on: date) -> int:
    """Erase one piece and count it; return how many rows."""
    if holding.term is None:
        return 0
    with scope(""):
        run = Clearing.objects.select_for_update().get(on=on)
        if run.ended_at is not None:
            return 0
        rows = holding.term.clear(before(on, days_of(holding.key)), PIECE)
        if rows:
            run.counts[holding.key] = run.counts.get(holding.key, 0) + rows
            run.save(update_fields=["counts"])
    return rows


def before(on: date, days: int) -> datetime:
    """Return the moment before which a time must have begun to be over on a day."""
    start = datetime.combine(on - timedelta(days=days), datetime.min.time())
    return timezone.make_aware(start)


def _end(on: date, *, at: datetime) -> None:
    with scope(""):
        run = Clearing.objects.select_for_update().get(on=on)
        if run.ended_at is None:
            run.ended_at = at
            run.save(update_fields=["ended_at"])
            record(Action.PERSONAL_CLEARED, run, by=None, rows=run.rows, counts=run.counts)
