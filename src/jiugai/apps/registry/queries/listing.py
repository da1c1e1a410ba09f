"""One page of a list, without counting what nobody turns to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from django.db.models import Model, QuerySet

from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.estates import Wanted, find_estates, fitting, in_order

ROWS: Final = 50
#: More than so many are not counted: the list says "over 10,000" and asks for a filter.
COUNTED: Final = 10_000

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """Some rows of a list, with how many there are as far as they were counted."""

    rows: Sequence[M]
    number: int
    count: int
    is_over: bool  # there are more than `count`
    has_next: bool
    size: int = ROWS

    @property
    def has_previous(self) -> bool:
        """Return whether there is a page before."""
        return self.number > 1

    @property
    def first(self) -> int:
        """Return the number of the first row of the page."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """Return the number of the last row of the page."""
        return self.first + len(self.rows) - 1

    @property
    def pages(self) -> int | None:
        """Return how many pages there are, None where that was not counted."""
        return None if self.is_over else max(1, -(-self.count // self.size))


def page_of(found: QuerySet[M], number: int, *, size: int = ROWS) -> Page[M]:
    """Return one page of a list in order; a page beyond the end is the first."""
    start = (max(number, 1) - 1) * size
    rows = list(found[start : start + size + 1])
    if not rows and start:
        return page_of(found, 1, size=size)
    is_last = len(rows) <= size  # then there is nothing left to count
    count = start + len(rows) if is_last else counted(found)
    return Page(rows[:size], start // size + 1, count, count > COUNTED, len(rows) > size, size)


def page_of_estates(wanted: Wanted, number: int) -> Page[Estate]:
    """Return one page of the list of estates.

    The ids are found first, on slim rows; then only those fifty are read whole.
    """
    slim = page_of(in_order(fitting(wanted), wanted).only("pk"), number)
    by_id = {one.pk: one for one in find_estates(Wanted(ids=tuple(e.pk for e in slim.rows)))}
    rows = [by_id[one.pk] for one in slim.rows] if slim.rows else []
    return Page(rows, slim.number, slim.count, slim.is_over, slim.has_next)


def counted(found: QuerySet[M]) -> int:
    """Return how many there are, or one more than `COUNTED` where there are more."""
    return found.order_by()[: COUNTED + 1].count()
