"""Small problems are solved like by trying everything; every schedule keeps what it must."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.chains import crew_links, in_order, pushed
from jiugai.planning.schedule.draft import best_draft, pushed_late, ranked, tightened
from jiugai.planning.schedule.loads import Loads
from jiugai.planning.schedule.problem import Link, Problem, Span
from jiugai.planning.schedule.reach import latest, least_finish, reach
from jiugai.planning.schedule.search import Search
from jiugai.planning.schedule.site_days import task
from jiugai.planning.schedule.stages import Goal, Stop

HORIZON = 14


@st.composite
def problems(draw):
    """Return three or four tasks with seasons, rests, crews and an order."""
    count = draw(st.integers(2, 4))
    tasks = tuple(
        task(
            draw(st.integers(1, 3)),
            HORIZON,
            rests=frozenset(draw(st.sets(st.integers(0, 6), max_size=2))),
            banned=frozenset(draw(st.sets(st.integers(2, 5), max_size=2))),
            pauses=draw(st.booleans()),
            crews=((draw(st.integers(0, 1)), 1),),
        )
        for _task in range(count)
    )
    links = tuple(
        Link(before, after, draw(st.integers(0, 1)))
        for before in range(count)
        for after in range(before + 1, count)
        if draw(st.booleans())
    )
    spans = (Span(tuple(range(count)), 2), Span((0, count - 1), 3))
    return Problem(tasks, links, (1, draw(st.integers(1, 2))), spans, 5)


def is_sound(problem, starts):
    """Return whether a schedule keeps order and crews."""
    ends = [one.end(start) for one, start in zip(problem.tasks, starts, strict=True)]
    if any(starts[k.after] < ends[k.before] + k.lag for k in problem.links):
        return False
    loads = Loads(problem, starts)
    return all(
        max(days, default=0) <= number
        for days, number in zip(loads.days, problem.crews, strict=True)
    )


def by_trying(problem):
    """Return the least finish and the least disturbance with it, None if nothing is possible."""
    every = product(*(one.starts for one in problem.tasks))
    found = [(problem.finish(s), problem.disturbance(s)) for s in every if is_sound(problem, s)]
    return min(found, default=None)


@pytest.mark.slow
@settings(max_examples=60)
@given(problems())
def test_small_problems_equal_trying_everything(problem):
    expected = by_trying(problem)

    solution = Search(problem, seconds=20).run(Aim(disturbance=1), horizon=HORIZON)

    if solution is None:  # a first schedule may not be found where room is scarce
        assert expected is None or expected[0] >= HORIZON - 3
        return
    assert is_sound(problem, solution.starts)
    assert solution.stop is Stop.PROVEN
    assert tuple(stage.value for stage in solution.stages) == expected


@settings(max_examples=30)
@given(problems())
def test_no_schedule_ends_before_the_bound(problem):
    expected = by_trying(problem) if len(problem.tasks) < 4 else None
    if expected is not None:
        assert least_finish(problem, HORIZON) <= expected[0]


@given(problems())
def test_a_draft_and_what_is_made_of_it_are_sound(problem):
    late = [day or 0 for day in latest(problem, HORIZON)]
    starts = best_draft(problem, ranked(problem, late, tries=3), tries=3)
    if starts is None:
        return

    assert is_sound(problem, starts)
    for made in (tightened(problem, starts), pushed_late(problem, starts, keep_last=False)):
        assert is_sound(problem, made)
        assert problem.finish(made) <= problem.finish(starts)


@given(problems(), st.integers(0, 3), st.integers(0, 3))
def test_a_delay_in_order_is_sound_and_nothing_moves_forward(problem, index, days):
    late = [day or 0 for day in latest(problem, HORIZON)]
    starts = best_draft(problem, ranked(problem, late, tries=2))
    if starts is None:
        return
    index %= len(starts)
    ordered = in_order(problem, starts)

    moved = pushed(ordered, starts, index, starts[index] + days)

    assert pushed(ordered, starts, index, starts[index]) == starts
    if moved is not None:
        assert is_sound(problem, moved)
        assert all(after >= before for before, after in zip(starts, moved, strict=True))
        assert moved[index] >= starts[index] + days


def one_crew(*works, banned=frozenset()):
    tasks = tuple(task(work, 60, banned=banned, crews=((0, 1),)) for work in works)
    return Problem(tasks, (), (1,), (Span(tuple(range(len(works))), 1),))


def test_the_crew_bound_passes_over_a_season():
    problem = one_crew(4, 4, 4, banned=frozenset(range(6, 20)))

    assert least_finish(problem, 60) == 26 + 0 * reach(problem, 60).first[0]


def test_the_same_problem_gives_the_same_schedule():
    problem = one_crew(3, 2, 4, 1)
    runs = {Search(problem, seconds=5).run(Aim(disturbance=1), horizon=60).starts for _ in "ab"}

    assert len(runs) == 1


def test_a_crew_goes_to_what_follows_most_closely():
    problem = one_crew(2, 2, 2)

    assert crew_links(problem, (0, 2, 4)) == (Link(0, 1), Link(1, 2))


def test_a_search_that_is_stopped_keeps_what_it_has():
    problem = one_crew(3, 2, 4, 1)
    search = Search(problem, seconds=30)
    search.stop()

    solution = search.run(Aim(disturbance=1), horizon=60)

    assert is_sound(problem, solution.starts)


def test_progress_is_told():
    told = []
    problem = one_crew(3, 2)
    Search(problem, seconds=2, tell=lambda stage, _s: told.append(stage.goal)).run(
        Aim(disturbance=1), horizon=60
    )

    assert set(told) == {Goal.FINISH, Goal.DISTURBANCE}
