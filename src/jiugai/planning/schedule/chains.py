"""Who works after whom: the order of a schedule as links, those of its crews included."""

from jiugai.planning.schedule.problem import Link, Problem, Starts


def crew_links(problem: Problem, starts: Starts) -> tuple[Link, ...]:
    """Return the links by which crews go from one task to the next in a schedule.

    Each crew goes to the task that follows its last one most closely.
    """
    found: dict[tuple[int, int], None] = {}
    for crew, number in enumerate(problem.crews):
        users = [(index, n) for index, n in problem.users(crew) if problem.tasks[index].work]
        users.sort(key=lambda user: (starts[user[0]], user[0]))
        free: list[tuple[int, int]] = [(0, -1)] * number  # since when, after which task
        for index, needed in users:
            ready = sorted((one for one in free if one[0] <= starts[index]), reverse=True)[:needed]
            for one in ready:
                free.remove(one)
                if one[1] >= 0:
                    found[one[1], index] = None
            free += [(problem.tasks[index].end(starts[index]), index)] * needed
    return tuple(Link(before, after) for before, after in found)


def in_order(problem: Problem, starts: Starts) -> Problem:
    """Return the problem in which crews keep the order of a schedule."""
    links = (*problem.links, *crew_links(problem, starts))
    return Problem(problem.tasks, links, problem.crews, problem.spans, problem.constant)


def pushed(problem: Problem, starts: Starts, index: int, start: int) -> Starts | None:
    """Return the schedule in order if a task begins no earlier than `start`.

    Nothing begins earlier than it did; None if works then find no day.
    """
    found = list(starts)
    for one in problem.order:
        day = max(found[one], start if one == index else 0)
        for link in problem.before[one]:
            day = max(day, problem.tasks[link.before].end(found[link.before]) + link.lag)
        begun = problem.tasks[one].earliest(day)
        if begun is None:
            return None
        found[one] = begun
    return tuple(found)
