"""Days on which a site rests, is quiet, or on which a season was declared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What holds on some days."""

    CLOSED = "closed"  # nobody works
    QUIET = "quiet"  # noisy trades rest
    FLOOD = "flood"  # the flood season was declared
    COLD = "cold"  # winter works have begun


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `since` to `until`, both included, of one kind."""

    since: date
    until: date
    kind: Kind
    title: str

    def days(self) -> list[date]:
        """Return every day of it."""
        return [self.since + timedelta(n) for n in range((self.until - self.since).days + 1)]


def declared_on(
    stretches: Sequence[Stretch], *, cold_days: int
) -> Mapping[date, Mapping[str, object]]:
    """Return the facts about single days that declared seasons give."""
    found: dict[date, dict[str, object]] = {}
    for stretch in stretches:
        for day in stretch.days():
            if stretch.kind is Kind.FLOOD:
                found.setdefault(day, {})["flood_season"] = True
            elif stretch.kind is Kind.COLD:
                found.setdefault(day, {}).update(cold_run_days=cold_days, warm_run_days=0)
    return found
