"""How many crews of each kind are busy on each day."""

from jiugai.planning.schedule.problem import Problem, Starts


class Loads:
    """The days of every crew, as works are put in and taken out."""

    def __init__(self, problem: Problem, starts: Starts = ()) -> None:
        self.problem = problem
        self.days: list[list[int]] = [[] for _crew in problem.crews]
        for index, start in enumerate(starts):
            self.put(index, start)

    def put(self, index: int, start: int, *, sign: int = 1) -> None:
        """Make the crews of a task busy, or free again with `sign` -1."""
        task = self.problem.tasks[index]
        for crew, number in task.crews:
            busy, end = self.days[crew], task.end(start)
            busy += [0] * (end - len(busy))
            for day in range(start, end):
                busy[day] += sign * number

    def last_blocked(self, index: int, start: int) -> int | None:
        """Return the last day on which the crews of a task are too busy, None if on none."""
        task = self.problem.tasks[index]
        found = -1
        for crew, number in task.crews:
            busy, free = self.days[crew], self.problem.crews[crew] - number
            for day in range(min(task.end(start), len(busy)) - 1, max(start - 1, found), -1):
                if busy[day] > free:
                    found = day
                    break
        return found if found >= 0 else None

    def first_blocked(self, index: int, start: int) -> int | None:
        """Return the first day on which they are."""
        task = self.problem.tasks[index]
        end = found = task.end(start)
        for crew, number in task.crews:
            busy, free = self.days[crew], self.problem.crews[crew] - number
            for day in range(start, min(found, len(busy))):
                if busy[day] > free:
                    found = day
                    break
        return found if found < end else None

    def first_free(self, index: int, day: int) -> int | None:
        """Return the first start from `day` on with free crews, None if there is none."""
        task = self.problem.tasks[index]
        start = task.earliest(day)
        while start is not None and (busy := self.last_blocked(index, start)) is not None:
            start = task.earliest(busy + 1)
        return start

    def last_free(self, index: int, end: int, *, least: int) -> int:
        """Return the last start with free crews that ends by `end`, `least` if none is later."""
        task = self.problem.tasks[index]
        start = task.latest(end)
        while start is not None and start > least:
            busy = self.first_blocked(index, start)
            if busy is None:
                return start
            start = task.latest(busy)
        return least

    def blocking(self, index: int, start: int) -> tuple[int, ...]:
        """Return the kinds of crew of which a task would find too few."""
        task = self.problem.tasks[index]
        return tuple(
            crew
            for crew, number in task.crews
            if any(
                busy > self.problem.crews[crew] - number
                for busy in self.days[crew][start : task.end(start)]
            )
        )
