"""First schedules: one task after the other on its first free days, then pushed together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from random import Random
from typing import Final

from jiugai.planning.schedule.loads import Loads
from jiugai.planning.schedule.problem import Problem, Starts

#: How far the groups of a draft are set apart, in days; the last does one after the other.
SPREADS: Final = (0.0, 5.0, 20.0, 60.0, 1000.0)
NOISE: Final = 10.0
#: By how many days the starts of a good draft are shaken.
SHAKES: Final = (2.0, 5.0, 10.0, 20.0, 40.0)


def serial(problem: Problem, ranks: Sequence[float]) -> Starts | None:
    """Return the schedule that takes tasks by rank, None if a task finds no day."""
    waits = [len(links) for links in problem.before]
    ready = [(ranks[index], index) for index, count in enumerate(waits) if not count]
    heapify(ready)
    starts = [0] * len(problem.tasks)
    loads = Loads(problem)
    fixed = {index for index, task in enumerate(problem.tasks) if len(task.starts) == 1}
    for index in fixed:  # their days are not for others, whatever the rank
        loads.put(index, problem.tasks[index].starts[0])
    while ready:
        index = heappop(ready)[1]
        links = problem.before[index]
        ends = (problem.tasks[one.before].end(starts[one.before]) + one.lag for one in links)
        day = max(ends, default=0)
        if index in fixed:
            start = problem.tasks[index].earliest(day)
        else:
            start = loads.first_free(index, day)
        if start is None:
            return None
        starts[index] = start
        if index not in fixed:
            loads.put(index, start)
        for link in problem.after[index]:
            waits[link.after] -= 1
            if not waits[link.after]:
                heappush(ready, (ranks[link.after], link.after))
    return tuple(starts)


def pushed_late(problem: Problem, starts: Starts, *, keep_last: bool) -> Starts:
    """Return a schedule in which each task lies as late as its crews and successors allow.

    From the last works back; those with no successors stay if `keep_last`, else they move
    to the finish.
    """
    found = list(starts)
    finish = problem.finish(starts)
    loads = Loads(problem, starts)
    ends = [task.end(start) for task, start in zip(problem.tasks, starts, strict=True)]
    for index in sorted(range(len(starts)), key=lambda one: (-ends[one], one)):
        links = problem.after[index]
        if not links and keep_last:
            continue
        end = min((found[link.after] - link.lag for link in links), default=finish)
        loads.put(index, found[index], sign=-1)
        found[index] = loads.last_free(index, end, least=found[index])
        loads.put(index, found[index])
    return tuple(found)


def tightened(problem: Problem, starts: Starts) -> Starts:
    """Return a schedule with the same last works and shorter spans, or the same one."""
    made = pushed_late(problem, starts, keep_last=True)
    return made if problem.disturbance(made) < problem.disturbance(starts) else starts


def to_and_fro(problem: Problem, starts: Starts) -> Starts:
    """Return the schedule pushed late and then early again, while that ends it sooner."""
    while True:
        late = pushed_late(problem, starts, keep_last=False)
        early = serial(problem, list(map(float, late)))
        if early is None or problem.finish(early) >= problem.finish(starts):
            return starts
        starts = early


def best_draft(
    problem: Problem,
    ranks: Iterable[Sequence[float]],
    *,
    enough: int = 0,
    tries: int = 0,
    is_over: Callable[[], bool] = bool,
) -> Starts | None:
    """Return the draft that ends first and disturbs least, None if every one runs out of days.

    The best of those by `ranks` is shaken so many `tries`. It stops once one ends by `enough`
    or time is over.
    """
    best: tuple[int, int, Starts] | None = None
    base: Starts = ()
    chance = Random(0)  # noqa: S311 - the same drafts every time, nothing secret
    shaken = (_shaken(base, chance) for _try in range(tries))
    for one in chain(ranks, shaken):
        starts = serial(problem, one) if one else None
        if starts is None:
            continue
        starts = to_and_fro(problem, starts)
        found = problem.finish(starts), problem.disturbance(starts), starts
        # Shaking goes on from the last that is no worse: that leads out of dead ends.
        if best is None or found[0] <= best[0]:
            base = starts
        best = found if best is None else min(best, found)
        if best[0] <= enough or is_over():
            break
    return None if best is None else best[2]


def _shaken(starts: Starts, chance: Random) -> list[float]:
    """Return ranks near the order of a schedule."""
    far, part = chance.choice(SHAKES), chance.choice((0.5, 1.0))
    return [
        start + (far * (chance.random() - 0.5) if chance.random() < part else 0.0)
        for start in starts
    ]


def ranked(problem: Problem, late: Sequence[int], *, tries: int) -> Iterator[list[float]]:
    """Yield ranks to draft by: latest start, groups one after the other, and noise on both."""
    chance = Random(0)  # noqa: S311 - the same drafts every time, nothing secret
    group = group_of(problem)
    order = list(range(max(group, default=0) + 1))
    yield list(map(float, late))
    for turn in range(tries):
        if turn:
            chance.shuffle(order)
        spread, noise = chance.choice(SPREADS), NOISE * chance.random()
        yield [
            day + spread * order[group[index]] + noise * chance.random()
            for index, day in enumerate(late)
        ]


def group_of(problem: Problem) -> list[int]:
    """Return for each task the number of its group: tasks under common spans, 0 for no span."""
    group = [0] * len(problem.tasks)
    for number, span in enumerate(problem.spans, start=1):
        members = set(span.tasks)
        merged = {group[index] for index in members} - {0}
        joined = {i for i, known in enumerate(group) if known in merged} | members
        for index in joined:
            group[index] = number
    numbers = {number: place for place, number in enumerate(sorted({0, *group}))}
    return [numbers[number] for number in group]
