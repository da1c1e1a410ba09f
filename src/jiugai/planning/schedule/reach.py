"""What order, seasons and crews alone say about the earliest and latest days, and the finish."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from jiugai.planning.schedule.problem import Problem


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last possible start of every task for one finish."""

    first: tuple[int, ...]
    last: tuple[int, ...]


def earliest(problem: Problem) -> tuple[int | None, ...]:
    """Return the first start of each task, None where order and seasons leave none.

    Where several works before a task share a crew, it cannot begin before the crew has done all.
    """
    first: list[int | None] = [None] * len(problem.tasks)
    for index in problem.order:
        day = 0
        for link in problem.before[index]:
            begun = first[link.before]
            if begun is None:
                break
            day = max(day, problem.tasks[link.before].end(begun) + link.lag)
        else:
            for crew, users in problem.shared_before[index]:
                day = max(day, _done(problem, crew, [(first[one] or 0, one) for one in users]))
            first[index] = problem.tasks[index].earliest(day)
    return tuple(first)


def _done(problem: Problem, crew: int, jobs: list[tuple[int, int]]) -> int:
    """Return the day before which a kind of crew cannot have done jobs with their first days."""
    days, number = problem.usable_days[crew], problem.crews[crew]
    load, done = 0, 0
    for first, index in sorted(jobs, reverse=True):
        load += problem.load(index, crew)
        place = bisect_left(days, first) - (-load // number) - 1
        done = max(done, days[min(place, len(days) - 1)] + 1)
    return done


def latest(problem: Problem, finish: int) -> tuple[int | None, ...]:
    """Return the last start of each task that still lets everything end by `finish`."""
    last: list[int | None] = [None] * len(problem.tasks)
    for index in reversed(problem.order):
        end = finish
        for link in problem.after[index]:
            begun = last[link.after]
            if begun is None:
                break
            end = min(end, begun - link.lag)
        else:
            for crew, users in problem.shared_after[index]:
                ends = [(problem.tasks[one].end(last[one] or 0), one) for one in users]
                end = min(end, _begun(problem, crew, ends))
            last[index] = problem.tasks[index].latest(end)
    return tuple(last)


def _begun(problem: Problem, crew: int, jobs: list[tuple[int, int]]) -> int:
    """Return the day after which a kind of crew cannot begin jobs with the ends they have."""
    days, number = problem.usable_days[crew], problem.crews[crew]
    load, begun = 0, days[-1]
    for end, index in sorted(jobs):
        load += problem.load(index, crew)
        place = bisect_left(days, end) + (-load // number)
        begun = min(begun, days[place] if place >= 0 else -1)
    return begun


def reach(problem: Problem, finish: int) -> Reach | None:
    """Return between which starts tasks can lie, None if `finish` is out of reach."""
    first, last = [], []
    for early, late in zip(earliest(problem), latest(problem, finish), strict=True):
        if early is None or late is None or early > late:
            return None
        first.append(early)
        last.append(late)
    return Reach(tuple(first), tuple(last))


def overloaded(problem: Problem, within: Reach) -> int | None:
    """Return a crew that has more to do in some stretch of days than it can, None if none has."""
    for crew, number in enumerate(problem.crews):
        users = list(problem.users(crew))
        if users and _too_much(problem, within, users, number, problem.usable_days[crew]):
            return crew
    return None


def _too_much(
    problem: Problem,
    within: Reach,
    users: Sequence[tuple[int, int]],
    crews: int,
    usable: Sequence[int],
) -> bool:
    """Return whether tasks that must lie between two days need more than all crews can give."""
    jobs = sorted(
        (
            bisect_left(usable, problem.tasks[index].end(within.last[index])),
            bisect_left(usable, within.first[index]),
            problem.tasks[index].work * number,
        )
        for index, number in users
    )
    for since in {first for _end, first, _work in jobs}:
        load = 0
        for end, first, work in jobs:
            if first >= since:
                load += work
                if load > crews * (end - since):
                    return True
    return False


def least_finish(problem: Problem, most: int) -> int:
    """Return a finish that nothing can beat, at most `most`, by halving.

    A finish is out of reach if a task has no day left or a crew too much to do: what holds
    for one finish holds for every earlier one.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        within = reach(problem, middle)
        if within is None or overloaded(problem, within) is not None:
            low = middle + 1
        else:
            high = middle
    return low
