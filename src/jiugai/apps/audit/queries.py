"""What is asked of the record."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.models import Block, Line

#: Lines of a page.
PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for; empty means anything. `until` is the last day that counts."""

    person: str = ""
    action: str = ""
    subject: str = ""
    division: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of the record, the latest first, and where older ones begin."""

    lines: tuple[Line, ...]
    older: int | None


def page_of_record(sought: Sought, *, before: int | None = None) -> Page:
    """Return the lines that fit, older than a given one."""
    found = find_lines(sought)
    if before is not None:
        found = found.filter(pk__lt=before)
    lines = tuple(found[: PAGE + 1])
    return Page(lines[:PAGE], lines[PAGE - 1].pk if len(lines) > PAGE else None)


def find_lines(sought: Sought) -> QuerySet[Line]:
    """Return the lines that fit, the latest first."""
    exact = {"action": sought.action, "subject": sought.subject}
    found = Line.objects.filter(**{name: value for name, value in exact.items() if value})
    if sought.person:
        found = found.filter(by_name__icontains=sought.person)
    if sought.division:
        found = found.filter(division__gte=sought.division, division__lt=sought.division + ":")
    if sought.since:
        found = found.filter(at__gte=_start_of(sought.since))
    if sought.until:
        found = found.filter(at__lt=_start_of(sought.until + timedelta(days=1)))
    if sought.words:
        words = sought.words
        found = found.filter(Q(subject_name__icontains=words) | Q(reason__icontains=words))
    return found


def history_of(subject: models.Model, *, most: int = 50) -> list[Line]:
    """Return the latest lines on one thing, for `audit/history.html`."""
    return list(
        Line.objects.filter(subject=subject._meta.label_lower, subject_id=str(subject.pk))[:most]
    )


def last_verification() -> Line | None:
    """Return the line of the last verification that found nothing wrong."""
    return Line.objects.filter(action=Action.RECORD_VERIFIED, detail__found=0).first()


def last_block() -> Block | None:
    """Return the newest block."""
    return Block.objects.order_by("-number").first()


def _start_of(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))
