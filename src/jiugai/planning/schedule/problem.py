"""A scheduling problem in site days, free of names, laws and files."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Works that begin on one of `starts` and then end before the day of the same place in `ends`.

    Days count from 0; both lists ascend. `work` is the number of days really worked, on `rests`
    the task pauses with its crews kept. `crews` are pairs of kind and number.
    """

    work: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    crews: tuple[tuple[int, int], ...] = ()
    rests: frozenset[int] = field(default=frozenset())

    def end(self, start: int) -> int:
        """Return the day after the last if the task begins on a day that is one of its starts."""
        return self.ends[bisect_left(self.starts, start)]

    def earliest(self, day: int) -> int | None:
        """Return the first possible start on or after `day`, None if there is none."""
        found = bisect_left(self.starts, day)
        return self.starts[found] if found < len(self.starts) else None

    def latest(self, end: int) -> int | None:
        """Return the last possible start that ends by `end`, None if there is none."""
        found = bisect_right(self.ends, end)
        return self.starts[found - 1] if found else None

    def latest_before(self, start: int) -> int | None:
        """Return the last possible start before a day, None if there is none."""
        found = bisect_left(self.starts, start)
        return self.starts[found - 1] if found else None

    def usable(self) -> frozenset[int]:
        """Return every day on which the task could be at work."""
        found: set[int] = set()
        done = 0
        for start, end in zip(self.starts, self.ends, strict=True):
            found.update(range(max(start, done), end))
            done = end
        return frozenset(found - self.rests)


def fixed(task: Task, start: int) -> Task:
    """Return the works with one of their starts as the only one."""
    return replace(task, starts=(start,), ends=(task.end(start),))


@dataclass(frozen=True, slots=True)
class Link:
    """`after` begins `lag` days or more after `before` has ended."""

    before: int
    after: int
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first start of some tasks to their last end; each weighs `weight`."""

    tasks: tuple[int, ...]
    weight: int


Starts = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Problem:
    """Tasks with their order, the number of crews of each kind, and what weighs how much.

    `constant` is the disturbance that no order of works changes.
    """

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    crews: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    constant: int = 0

    @cached_property
    def before(self) -> tuple[tuple[Link, ...], ...]:
        """Return the links that end at each task."""
        return self._grouped(lambda link: link.after)

    @cached_property
    def after(self) -> tuple[tuple[Link, ...], ...]:
        """Return the links that begin at each task."""
        return self._grouped(lambda link: link.before)

    def _grouped(self, end: Callable[[Link], int]) -> tuple[tuple[Link, ...], ...]:
        found: list[list[Link]] = [[] for _task in self.tasks]
        for link in self.links:
            found[end(link)].append(link)
        return tuple(map(tuple, found))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Return the tasks so that each comes after all that must precede it."""
        waits = [len(links) for links in self.before]
        ready = [task for task, count in enumerate(waits) if not count]
        for task in ready:
            for link in self.after[task]:
                waits[link.after] -= 1
                if not waits[link.after]:
                    ready.append(link.after)
        return tuple(ready)

    @cached_property
    def shared_before(self) -> tuple[tuple[tuple[int, tuple[int, ...]], ...], ...]:
        """Return for each task the kinds of crew that several works before it have to share."""
        return self._shared(self.order, self.before, lambda link: link.before)

    @cached_property
    def shared_after(self) -> tuple[tuple[tuple[int, tuple[int, ...]], ...], ...]:
        """Return the same for the works that come after each task."""
        return self._shared(self.order[::-1], self.after, lambda link: link.after)

    def _shared(
        self,
        order: Sequence[int],
        links: Sequence[Sequence[Link]],
        end: Callable[[Link], int],
    ) -> tuple[tuple[tuple[int, tuple[int, ...]], ...], ...]:
        beyond: list[frozenset[int]] = [frozenset()] * len(self.tasks)
        found: list[tuple[tuple[int, tuple[int, ...]], ...]] = [()] * len(self.tasks)
        for index in order:
            near = [end(link) for link in links[index]]
            beyond[index] = frozenset(near).union(*(beyond[other] for other in near))
            if len(near) > 1:
                found[index] = tuple(self._crowded(beyond[index]))
        return tuple(found)

    def _crowded(self, members: frozenset[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield each kind of crew that some tasks need more of than there is at once."""
        by_crew: dict[int, list[int]] = {}
        for index in sorted(members):
            for crew, _number in self.tasks[index].crews:
                by_crew.setdefault(crew, []).append(index)
        for crew, users in by_crew.items():
            if len(users) > self.crews[crew]:
                yield crew, tuple(users)

    def load(self, index: int, crew: int) -> int:
        """Return how many days of one crew of a kind a task takes."""
        task = self.tasks[index]
        return sum(task.work * number for kind, number in task.crews if kind == crew)

    @cached_property
    def usable_days(self) -> tuple[tuple[int, ...], ...]:
        """Return the days of `usable` in order."""
        return tuple(tuple(sorted(days)) for days in self.usable)

    @cached_property
    def usable(self) -> tuple[frozenset[int], ...]:
        """Return for each kind of crew the days on which it could be at work."""
        return tuple(
            frozenset().union(*(self.tasks[index].usable() for index, _number in self.users(crew)))
            for crew in range(len(self.crews))
        )

    def users(self, crew: int) -> Iterator[tuple[int, int]]:
        """Yield the tasks that need a crew, and how many of it."""
        for index, task in enumerate(self.tasks):
            for kind, number in task.crews:
                if kind == crew:
                    yield index, number

    def finish(self, starts: Starts) -> int:
        """Return the day after the last day of all tasks."""
        pairs = zip(self.tasks, starts, strict=True)
        return max((task.end(start) for task, start in pairs), default=0)

    def length(self, span: Span, starts: Starts) -> int:
        """Return how many days a span covers."""
        first = min(starts[task] for task in span.tasks)
        return max(self.tasks[task].end(starts[task]) for task in span.tasks) - first

    def disturbance(self, starts: Starts) -> int:
        """Return what residents bear in all, weighted."""
        return self.constant + sum(s.weight * self.length(s, starts) for s in self.spans)

    def part(self, members: Sequence[int]) -> "Problem":
        """Return the problem of some tasks alone, with what concerns only them."""
        place = {index: number for number, index in enumerate(members)}
        return Problem(
            tuple(self.tasks[index] for index in members),
            tuple(
                Link(place[link.before], place[link.after], link.lag)
                for link in self.links
                if link.before in place and link.after in place
            ),
            self.crews,
            tuple(
                Span(tuple(place[index] for index in span.tasks), span.weight)
                for span in self.spans
                if all(index in place for index in span.tasks)
            ),
        )
