"""The schedule as a constraint model: starts, ends, crews, spans."""

from collections.abc import Callable, Collection, Sequence

from ortools.sat.python import cp_model

from jiugai.planning.schedule.problem import Problem, Starts, Task
from jiugai.planning.schedule.reach import Reach

Expr = cp_model.LinearExpr | int


class Model:
    """The constraints of a problem for one latest finish.

    With `around`, only the tasks in `free` are open and the others lie as in that schedule.
    """

    def __init__(
        self,
        problem: Problem,
        within: Reach,
        finish: int,
        *,
        around: Starts = (),
        free: Collection[int] | None = None,
    ) -> None:
        self.problem = problem
        self.within = within
        self.top = finish
        self.free = range(len(problem.tasks)) if free is None else free
        self.cp = cp_model.CpModel()
        fixed = around or tuple(task.starts[0] for task in problem.tasks)
        self._fixed_begin = fixed
        self._fixed_end = tuple(map(Task.end, problem.tasks, fixed))
        self.begin: list[Expr] = list(fixed)
        self.end: list[Expr] = list(self._fixed_end)
        self._begins: dict[int, cp_model.IntVar] = {}
        self.bars: dict[int, cp_model.IntervalVar] = {}
        self._ends: dict[int, cp_model.IntVar] = {}
        for index in sorted(self.free):
            self._task(index)
        self._links()
        for crew, number in enumerate(problem.crews):
            self._crew(list(problem.users(crew)), number)
        self.finish = self._finish()
        self._lengths: list[Expr] = []

    def _task(self, index: int) -> None:
        """Add a task; its length depends on the start only where it may have to pause."""
        task, first, last = (
            self.problem.tasks[index],
            self.within.first[index],
            self.within.last[index],
        )
        by_length: dict[int, list[int]] = {}
        for start, until in zip(task.starts, task.ends, strict=True):
            if first <= start <= last:
                by_length.setdefault(until - start, []).append(start)
        begin = self._among([day for days in by_length.values() for day in days])
        self.begin[index] = self._begins[index] = begin
        if len(by_length) == 1:
            (length,) = by_length
            self.end[index] = begin + length
            self.bars[index] = self.cp.new_fixed_size_interval_var(begin, length, "")
            return
        size, end = self._among(list(by_length)), self._among(task.ends)
        cases = []
        for length, starts in by_length.items():
            case = self.cp.new_bool_var("")
            domain = cp_model.Domain.from_values(starts)
            self.cp.add_linear_expression_in_domain(begin, domain).only_enforce_if(case)
            self.cp.add(size == length).only_enforce_if(case)
            cases.append(case)
        self.cp.add_exactly_one(cases)
        self.end[index] = self._ends[index] = end
        self.bars[index] = self.cp.new_interval_var(begin, size, end, "")

    def _among(self, days: Sequence[int]) -> cp_model.IntVar:
        return self.cp.new_int_var_from_domain(cp_model.Domain.from_values(days), "")

    def _links(self) -> None:
        for link in self.problem.links:
            if link.before in self.free or link.after in self.free:
                self.cp.add(self.begin[link.after] >= self.end[link.before] + link.lag)

    def _crew(self, users: Sequence[tuple[int, int]], crews: int) -> None:
        users = [user for user in users if self.problem.tasks[user[0]].work]
        numbers = [number for _index, number in users]
        if sum(numbers) <= crews or not any(index in self.free for index, _number in users):
            return
        bars = [self.bars.get(index) or self._fixed(index) for index, _number in users]
        if all(2 * number > crews for number in numbers):
            self.cp.add_no_overlap(bars)
        else:
            self.cp.add_cumulative(bars, numbers, crews)

    def _fixed(self, index: int) -> cp_model.IntervalVar:
        begin, end = self._fixed_begin[index], self._fixed_end[index]
        return self.cp.new_fixed_size_interval_var(begin, end - begin, "")

    def _finish(self) -> cp_model.IntVar:
        finish = self.cp.new_int_var(0, self.top, "finish")
        last = [index for index, links in enumerate(self.problem.after) if not links]
        for index in last:
            if index in self.free:
                self.cp.add(finish >= self.end[index])
        fixed = [self._fixed_end[index] for index in last if index not in self.free]
        self.cp.add(finish >= max(fixed, default=0))
        return finish

    def lengths(self) -> list[Expr]:
        """Return the lengths of the spans."""
        if not self._lengths:
            self._lengths = [self._span(number) for number in range(len(self.problem.spans))]
        return self._lengths

    def _span(self, number: int) -> Expr:
        span = self.problem.spans[number]
        if not any(index in self.free for index in span.tasks):
            first = min(self._fixed_begin[index] for index in span.tasks)
            return max(self._fixed_end[index] for index in span.tasks) - first
        low, high = (self.cp.new_int_var(0, self.top, "") for _end in range(2))
        self.cp.add_min_equality(low, [self.begin[index] for index in span.tasks])
        self.cp.add_max_equality(high, [self.end[index] for index in span.tasks])
        length = self.cp.new_int_var(0, self.top, "")
        self.cp.add(length == high - low)
        return length

    def disturbance(self) -> Expr:
        """Return the disturbance that depends on the order of works."""
        weights = [span.weight for span in self.problem.spans]
        return cp_model.LinearExpr.weighted_sum(self.lengths(), weights)

    def changes(self, kept: Starts) -> list[Expr]:
        """Return for each task with a start in `kept` whether it begins on another day."""
        found: list[Expr] = []
        for index in range(len(self.begin)):
            if kept[index] < 0:
                continue
            if index not in self.free:
                found.append(int(self._fixed_begin[index] != kept[index]))
                continue
            same = self.cp.new_bool_var("")
            self.cp.add(self.begin[index] == kept[index]).only_enforce_if(same)
            found.append(1 - same)
        return found

    def hint(self, starts: Starts) -> None:
        """Tell the solver where to look first."""
        for index, begin in self._begins.items():
            self.cp.add_hint(begin, starts[index])
        for index, end in self._ends.items():
            self.cp.add_hint(end, self.problem.tasks[index].end(starts[index]))

    def starts(self, value: Callable[[Expr], int]) -> Starts:
        """Return the starts that the solver found, by its function from variable to value."""
        return tuple(
            value(self._begins[index]) if index in self._begins else fixed
            for index, fixed in enumerate(self._fixed_begin)
        )
