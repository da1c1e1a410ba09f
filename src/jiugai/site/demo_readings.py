"""How the made-up district reads open places of the texts: one chosen, some others tried."""

from datetime import date
from typing import Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import ReadingTrial
from jiugai.apps.registry.queries.readings import stand_of
from jiugai.apps.registry.reading_trials import try_readings
from jiugai.apps.registry.services.readings import confirm

READING: Final = "p14.span"
SINCE: Final = date(2026, 1, 1)
REASON: Final = (
    "新一期规划印发前，年度任务、储备和比例要求仍按“十四五”规划的办法办，避免工作断档。"
)
BASIS: Final = "示范区老旧小区整治联席会议纪要〔2026〕1 号（虚构）"
#: Other options that are tried on the register, so that their figures can be looked at.
OTHERS: Final = (
    ("p14.span", "plan_period"),
    ("p14.year_2000", "before"),
)


def choose_readings(*, division: str, by: Person) -> None:
    """Choose that the plan of the five years guides on; nothing is in the register yet."""
    trial = _trial(division, READING, "continuing", SINCE, by)
    try_readings([trial], lambda _done, _of: None)
    confirm(pk=trial.pk, reason=REASON, basis=BASIS, by=by, on=timezone.localdate())


def try_others(*, division: str, by: Person) -> None:
    """Try other options on the register that is there by now."""
    today = timezone.localdate()
    trials = [_trial(division, reading, option, today, by) for reading, option in OTHERS]
    try_readings(trials, lambda _done, _of: None)


def _trial(division: str, reading: str, option: str, since: date, by: Person) -> ReadingTrial:
    return ReadingTrial.objects.create(
        division=division,
        reading=reading,
        option=option,
        since=since,
        stand=stand_of(division),
        by=by,
    )
