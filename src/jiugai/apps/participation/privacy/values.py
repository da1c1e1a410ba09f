"""Values as a household reads them: opened, as words and local times."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.participation.privacy.holding import Text


def opened(value: Any) -> str:
    """Return a sealed value as its own household reads it."""
    return value.opened if isinstance(value, Sealed) else str(value or "")


def said(value: Any) -> str:
    """Return a value in words: times by the local clock, truth as yes or no."""
    match value:
        case None | "":
            return ""
        case bool():
            return _("是") if value else _("否")
        case datetime():
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return opened(value)


def pairs(*found: tuple[Text, Any]) -> tuple[tuple[str, str], ...]:
    """Return names with their values in words, empty ones left out."""
    return tuple((str(name), text) for name, value in found if (text := said(value)))


def day(at: datetime | None) -> date | None:
    """Return the local day of a moment."""
    return None if at is None else timezone.localdate(at)
