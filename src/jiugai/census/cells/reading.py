"""What came of one cell: a value, a doubt, both or neither."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jiugai.census.issues import IssueKind, Severity
from jiugai.kernel.i18n import _

Value = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell needs its owner's attention, and the words that tell what to do."""

    kind: IssueKind
    remedy: str
    severity: Severity = Severity.WARNING


class Reading(NamedTuple):
    """The value of a cell, if any, and the doubt about it, if any."""

    value: Value | None = None
    doubt: Doubt | None = None


NOTHING = Reading()


def unreadable(remedy: str) -> Reading:
    """Return that a cell cannot be understood."""
    return Reading(None, Doubt(IssueKind.UNREADABLE, remedy))


def doubtful(remedy: str) -> Reading:
    """Return that a cell may mean several things, so that it gives no value."""
    return Reading(None, Doubt(IssueKind.DOUBTFUL, remedy))


def absurd(remedy: str) -> Reading:
    """Return that a cell is outside what is plausible, so that it gives no value."""
    return Reading(None, Doubt(IssueKind.OUT_OF_RANGE, remedy))


def noted(value: Value, kind: IssueKind, remedy: str) -> Reading:
    """Return a value together with how it was understood."""
    return Reading(value, Doubt(kind, remedy, Severity.NOTE))


def beyond(low: str, high: str) -> str:
    """Return the advice for a number outside its bounds."""
    return _("应在 {low} 至 {high} 之间；请核对原件").format(low=low, high=high)


def below_zero() -> str:
    """Return the advice for a number that cannot be negative."""
    return _("不能是负数；请核对原件")
