"""Which firm carries which works of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.demands.demand import FirmBound
from jiugai.planning.demands.firms import firms_of, job_sizes, joined, named_firms
from jiugai.planning.model.flow import Need, Unmet, share
from jiugai.planning.model.limits import Unit
from jiugai.planning.pool.candidates import Candidate
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True)
class Start:
    """Works that a plan starts in an estate."""

    estate: Candidate
    year: int
    works: tuple[Works, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """How much of the works of one start a firm carries."""

    firm: str
    start: Start
    works: tuple[Works, ...]
    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Job:
    """Works of one start that go together to a firm."""

    start: Start
    need: Need
    works: tuple[Works, ...]
    amount: int


def assign(
    firms: Sequence[FirmBound], starts: Sequence[Start], years: Sequence[int]
) -> list[Assignment]:
    """Return which firm carries how much of which start, in whole units.

    Starts are served in the order given. What is counted in households, ㎡ or money may be cut
    between two firms; an estate that counts as one is not.
    Raises Refusal if the firms cannot carry the works.
    """
    named = named_firms(firms, years)
    jobs = [job for start in starts for job in _jobs(start, firms_of(named, start.year))]
    left = _shared(jobs, named)
    return [one for job in jobs for one in _served(job, left[job.need], named)]


def _jobs(start: Start, here: Sequence[FirmBound]) -> Iterator[_Job]:
    if not here:
        return
    sizes = job_sizes([start.estate], here)[0].tolist()
    together = joined(here)
    for c, works in enumerate(CLASSES):
        if works in start.works and sizes[c]:
            beside = together if c == BASIC else frozenset[int]()
            done = tuple(
                w for k, w in enumerate(CLASSES) if w in start.works and k in {c, *beside}
            )
            yield _Job(start, (start.year, works), done, sizes[c])


def _shared(jobs: Sequence[_Job], named: Sequence[FirmBound]) -> dict[Need, list[list[int]]]:
    """Return, per need, which firm carries how much, as a list that is used up."""
    needs: dict[Need, int] = {}
    for job in jobs:
        needs[job.need] = needs.get(job.need, 0) + job.amount
    try:
        parts = share(needs, named, carry=False)
    except Unmet as unmet:
        raise Refusal(
            _("企业的产能不够承担 {year} 年的改造。").format(year=unmet.need[0])
        ) from unmet
    found: dict[Need, list[list[int]]] = {need: [] for need in needs}
    for part in parts:
        found[part.need].append([part.giver, part.amount])
    return found


def _served(job: _Job, left: list[list[int]], named: Sequence[FirmBound]) -> Iterator[Assignment]:
    open_ = job.amount
    while open_:
        giver, there = left[0]
        taken = min(open_, there)
        yield Assignment(named[giver].firm, job.start, job.works, taken, named[giver].unit)
        open_ -= taken
        left[0][1] -= taken
        if not left[0][1]:
            left.pop(0)
