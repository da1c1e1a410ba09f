"""Working days of the desks of projects."""

from jiugai.apps.projects.own_days import own_days
from jiugai.apps.registry.workdays import (
    after_working_days,
    is_announced,
    is_worked,
    working_days_between,
)

__all__ = [
    "after_working_days",
    "is_announced",
    "is_worked",
    "own_days",
    "working_days_between",
]
