"""The best schedule within the time: first the finish, then what residents bear."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ortools.sat.python import cp_model

from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.bounds import least_changes, least_disturbance
from jiugai.planning.schedule.draft import best_draft, ranked, tightened
from jiugai.planning.schedule.model import Model
from jiugai.planning.schedule.problem import Problem, Starts
from jiugai.planning.schedule.proof import Proof
from jiugai.planning.schedule.reach import Reach, earliest, latest, least_finish, reach
from jiugai.planning.schedule.rounds import Rounds
from jiugai.planning.schedule.stages import Goal, Solution, Stage, Stop
from jiugai.planning.schedule.watch import Tell, Watch

#: How many first schedules are drafted per second allowed, at most, and in which part of it.
DRAFTS: Final = 20
MOST_DRAFTS: Final = 1000
DRAFTS_PART: Final = 0.35
#: The share of all work for the finish, where drafts and bounds leave it open: for whether works
#: can end by a day, and when that is not settled for any better finish.
TARGET_SHARE: Final = 0.12
FINISH_SHARE: Final = 0.25
#: Above so many tasks the whole is not looked at at once.
WHOLE: Final = 250


class Search:
    """A search that can be followed, and stopped from another thread."""

    def __init__(self, problem: Problem, *, seconds: float, tell: Tell | None = None) -> None:
        self.problem = problem
        self.watch = Watch(seconds, tell or (lambda _stage, _seconds: None))

    @property
    def is_small(self) -> bool:
        """Return whether the solver can look at the whole at once with hope."""
        return len(self.problem.tasks) <= WHOLE

    def stop(self) -> None:
        """End the search soon; what was found until then is kept."""
        self.watch.stop()

    def run(self, second: Aim, *, horizon: int, known: Starts = ()) -> Solution | None:
        """Return the best schedule found that ends by `horizon`, None if none is found.

        The finish comes first, then `second`. `known` is a schedule to begin from.
        """
        starts = known or self._drafted(horizon)
        if not starts:
            return None
        # With nothing to look for behind it, the finish takes all the work.
        share = FINISH_SHARE if second != Aim() else 1.0
        finish, starts = self._finish(starts, share)
        stages = [finish]
        if second != Aim():
            stage, starts = self._second(second, starts, finish, horizon)
            # Works may now end sooner; with a weight of its own the finish is part of the stage.
            finish = Stage(finish.goal, self.problem.finish(starts), finish.bound)
            stages = [stage] if second.finish else [finish, stage]
        return Solution(starts, tuple(stages), self._why(stages), self.watch.spent)

    def _why(self, stages: Sequence[Stage]) -> Stop:
        if all(stage.is_proven for stage in stages):
            return Stop.PROVEN
        if self.watch.is_asked:
            return Stop.ASKED
        return Stop.TIME if self.watch.is_late or self.watch.was_cut else Stop.WORK

    def _drafted(self, horizon: int) -> Starts:
        late = latest(self.problem, horizon)
        if None in late or None in earliest(self.problem):
            return ()
        first = best_draft(self.problem, ranked(self.problem, _known(late), tries=0))
        if first is None:
            return ()
        # The last days that a finish like this allows tell better what is urgent.
        finish = self.problem.finish(first)
        late = latest(self.problem, finish)
        tries = min(MOST_DRAFTS, int(DRAFTS * self.watch.seconds))
        found = best_draft(
            self.problem,
            ranked(self.problem, _known(late), tries=tries // 8),
            enough=least_finish(self.problem, finish),
            tries=tries,
            is_over=lambda: self.watch.is_past(DRAFTS_PART),
        )
        return first if found is None or self.problem.finish(found) > finish else found

    def _finish(self, starts: Starts, share: float) -> tuple[Stage, Starts]:
        value = self.problem.finish(starts)
        stage = Stage(Goal.FINISH, value, least_finish(self.problem, value))
        self.watch.tell(stage)
        if not self.is_small:
            return stage, starts
        if not stage.is_proven:
            stage, starts = self._by(stage, starts, stage.bound, doubting=False)
        while not stage.is_proven and not self.watch.is_over:
            before, middle = stage, (stage.bound + stage.value) // 2
            stage, starts = self._by(stage, starts, middle, doubting=True)
            if stage == before:
                return self._shorter(stage, starts, share)
        return stage, starts

    def _by(
        self, stage: Stage, starts: Starts, top: int, *, doubting: bool
    ) -> tuple[Stage, Starts]:
        """Ask whether works can end by a day; that is sooner settled than when they can."""
        within = reach(self.problem, top)
        if within is None:
            return Stage(stage.goal, stage.value, top + 1), starts
        model = Model(self.problem, within, top)
        answer = self.watch.solve(model.cp, share=TARGET_SHARE, doubting=doubting)
        if answer.is_impossible:
            stage = Stage(stage.goal, stage.value, top + 1)
        elif answer.is_found:
            starts = model.starts(answer.solver.value)
            stage = Stage(stage.goal, self.problem.finish(starts), stage.bound)
        self.watch.tell(stage)
        return stage, starts

    def _shorter(self, stage: Stage, starts: Starts, share: float) -> tuple[Stage, Starts]:
        """Return the earliest finish that can be found in a share of the time."""
        within = reach(self.problem, stage.value)
        if within is None or self.watch.is_over:
            return stage, starts
        model = Model(self.problem, within, stage.value)
        model.cp.add(model.finish >= stage.bound)
        aim = Aim(finish=1)
        aim.minimise(model)
        model.hint(starts)
        told = _Told(stage, self.watch)
        answer = self.watch.solve(model.cp, share=share, told=told)
        if not answer.is_found:
            return stage, starts
        starts = model.starts(answer.solver.value)
        value = self.problem.finish(starts)
        stage = Stage(stage.goal, value, max(stage.bound, min(answer.bound, value)))
        self.watch.tell(stage)
        return stage, starts

    def _second(
        self, aim: Aim, starts: Starts, finish: Stage, horizon: int
    ) -> tuple[Stage, Starts]:
        starts = tightened(self.problem, starts) if not aim.change else starts
        top = self._top(aim, starts, finish, horizon)
        within = reach(self.problem, top)
        if within is None:
            raise ValueError("A schedule was found where none can be.")
        stage = Stage(
            _goal(aim),
            aim.cost(self.problem, starts),
            self._bound(aim, within, finish, top),
        )
        self.watch.tell(stage)
        if stage.is_proven or self.watch.is_over:
            return stage, starts
        if not self.is_small:
            return self._pushed(aim, within, top, finish, stage, starts)
        rounds = Rounds(
            self.problem, aim, within, top, lambda better, _starts: self.watch.tell(better)
        )
        proof = Proof(self.problem, aim, within, top, known=starts)
        proof.begin(self.watch)
        stage, starts = rounds.run(stage, starts, self.watch, is_done=lambda: proof.is_done)
        return self._proven(proof, aim, stage, starts)

    def _pushed(
        self, aim: Aim, within: Reach, top: int, finish: Stage, stage: Stage, starts: Starts
    ) -> tuple[Stage, Starts]:
        """Return what rounds make of many tasks, with works drawn to an earlier finish, too."""
        draw = 0 if aim.finish else sum(span.weight for span in self.problem.spans)
        drawn = replace(aim, finish=aim.finish + draw)
        bound = stage.bound + draw * finish.bound
        whole = Stage(stage.goal, drawn.cost(self.problem, starts), bound)

        def better(_whole: Stage, made: Starts) -> None:
            # Both goals are told, not the sum that draws them on.
            if not aim.finish:
                self.watch.tell(Stage(finish.goal, self.problem.finish(made), finish.bound))
            self.watch.tell(Stage(stage.goal, aim.cost(self.problem, made), stage.bound))

        rounds = Rounds(self.problem, drawn, within, top, better)
        _whole, starts = rounds.run(whole, starts, self.watch, is_done=lambda: False)
        return Stage(stage.goal, aim.cost(self.problem, starts), stage.bound), starts

    def _proven(
        self, proof: Proof, aim: Aim, stage: Stage, starts: Starts
    ) -> tuple[Stage, Starts]:
        """Return what the proof and the rounds reached together."""
        answer = proof.end(now=stage.is_proven or self.watch.is_over)
        made = proof.starts()
        if answer is None or not made:
            return stage, starts
        value = aim.cost(self.problem, made)
        # A proven schedule is taken even if the rounds have another as good: it is the same
        # every time, however far the rounds have come.
        if answer.is_best or value < stage.value:
            starts = made
        stage = Stage(stage.goal, min(value, stage.value), max(stage.bound, answer.bound))
        self.watch.tell(stage)
        return stage, starts

    def _top(self, aim: Aim, starts: Starts, finish: Stage, horizon: int) -> int:
        """Return the latest finish that can be worth its weight."""
        if not aim.finish:
            return finish.value
        spare = aim.disturbance * (self.problem.disturbance(starts) - self.problem.constant)
        return min(horizon, finish.value + spare // aim.finish)

    def _bound(self, aim: Aim, within: Reach, finish: Stage, top: int) -> int:
        bound = aim.finish * finish.bound + aim.change * least_changes(self.problem, within, aim)
        if aim.disturbance:
            least = least_disturbance(self.problem, within, top, self.watch)
            bound += aim.disturbance * least
        return bound


def _goal(aim: Aim) -> Goal:
    if aim.change:
        return Goal.CHANGES
    return Goal.BOTH if aim.finish else Goal.DISTURBANCE


def _known(days: Sequence[int | None]) -> list[int]:
    return [day or 0 for day in days]


class _Told(cp_model.CpSolverSolutionCallback):
    """Tells of every better schedule that the solver finds."""

    def __init__(self, stage: Stage, watch: Watch) -> None:
        super().__init__()
        self.stage = stage
        self.watch = watch

    def on_solution_callback(self) -> None:
        """Tell the value and the bound."""
        bound = max(self.stage.bound, round(self.best_objective_bound))
        self.watch.tell(Stage(self.stage.goal, round(self.objective_value), bound))
