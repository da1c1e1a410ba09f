"""Which readings offices chose for a place, read once in each transaction."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, transaction
from django.db.models import F

from jiugai.apps.registry.models import ChosenReading
from jiugai.kernel.division import ancestors, shortest
from jiugai.policy.rulebook import rulebook


@dataclass(frozen=True, slots=True)
class Choice:
    """An option that an office took for its place and, if it binds, for all below it."""

    pk: int
    place: str
    reading: str
    option: str
    is_binding: bool
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Return whether it is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(eq=False, slots=True)
class _Seen:
    """What was read within a transaction; it hangs on its end, and is gone with it."""

    by_place: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def __call__(self) -> None:
        """Do nothing when the transaction is over."""


def line_of(division: str) -> tuple[str, ...]:
    """Return the places whose law reaches a division, from the country down."""
    return (*ancestors(division), shortest(division))


def choices_of(division: str) -> tuple[Choice, ...]:
    """Return everything that offices of a division and above it ever chose, as it stands now.

    Within a transaction the first answer counts, so that a page or a job has one law; the next
    transaction of any process sees what was committed before it.
    """
    place = shortest(division)
    seen = _seen()
    if place not in seen.by_place:
        seen.by_place[place] = tuple(_read(line_of(place)))
    return seen.by_place[place]


def forget_choices() -> None:
    """Read the choices anew from here on; who changes them calls this."""
    connection.run_on_commit = [
        one for one in connection.run_on_commit if not isinstance(one[1], _Seen)
    ]


def resolved(choices: Iterable[Choice], day: date) -> dict[str, Choice]:
    """Return the choice that counts for each reading on a day.

    The nearest office counts, unless one above it bound all below. An option that the rulebook
    no longer has counts for nothing.
    """
    found: dict[str, Choice] = {}
    for one in sorted(choices, key=lambda one: (len(one.place), one.pk)):
        above = found.get(one.reading)
        is_bound = above is not None and above.is_binding and above.place != one.place
        if one.holds_on(day) and not is_bound and is_known(one.reading, one.option):
            found[one.reading] = one
    return found


def taken(choices: Iterable[Choice], day: date) -> dict[str, str]:
    """Return the option that counts for each reading on which there is a choice."""
    return {id_: one.option for id_, one in sorted(resolved(choices, day).items())}


def is_known(reading: str, option: str) -> bool:
    """Return whether the rulebook has an option of a reading."""
    found = rulebook().readings.get(reading)
    return found is not None and option in found.options


def turning(choices: Iterable[Choice]) -> Iterator[date]:
    """Yield the days on which a choice begins or ends."""
    for one in choices:
        yield one.since
        if one.until is not None:
            yield one.until


def as_choice(row: Mapping[str, object]) -> Choice:
    """Return a row of the table as what law is made from."""
    return Choice(**row)  # type: ignore[arg-type] # the columns are the fields


def _seen() -> _Seen:
    found = (one[1] for one in connection.run_on_commit if isinstance(one[1], _Seen))
    seen = next(found, None)
    if seen is None:
        seen = _Seen()
        if connection.in_atomic_block:
            transaction.on_commit(seen)
    return seen


def _read(line: Iterable[str]) -> Iterator[Choice]:
    rows = (
        ChosenReading.objects.filter(place__in=list(line))
        .exclude(until=F("since"))
        .order_by("id")
        .values(*Choice.__slots__)
    )
    yield from map(as_choice, rows)
