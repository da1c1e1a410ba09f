"""Small sites to schedule, and lists as clerks write them."""

from datetime import date

from jiugai.kernel.sheets import Cell
from jiugai.planning.schedule.project import Given, project
from jiugai.planning.schedule.schedule import Terms, make_schedule
from jiugai.planning.schedule.trades import default_choices
from jiugai.planning.schedule.works import read_works
from jiugai.policy.law import law_of

START = date(2026, 3, 16)
DAY = date(2026, 3, 1)
BEIJING, KAIFENG = "110102", "410202"
CREWS = {trade.crew: 1 for trade in default_choices().trades.values()}
HEADINGS = "小区 楼栋 户数 工种 工程量 单位 工期 最早开工 固定开工 紧前".split()


def rows(*lines):
    """Return rows as a sheet gives them; each line maps headings to texts."""
    table = [HEADINGS, *([str(line.get(name, "")) for name in HEADINGS] for line in lines)]
    return [
        tuple(Cell(text, f"{chr(ord('A') + column)}{number}") for column, text in enumerate(row))
        for number, row in enumerate(table, start=1)
    ]


def line(building, trade, quantity="", **more):
    """Return one line of a works list."""
    return {"楼栋": building, "户数": "40", "工种": trade, "工程量": quantity} | more


def works_of(*lines, choices=None, titles=None):
    return read_works(rows(*lines), "工程.csv", choices or default_choices(), titles=titles or {})


def site(
    *lines, place=BEIJING, crews=None, stretches=(), deadline=None, choices=None, start=START
):
    """Return the project of some lines."""
    choices = choices or default_choices()
    given = Given(
        works_of(*lines, choices=choices),
        CREWS if crews is None else crews,
        tuple(stretches),
        start,
        deadline,
        "工程.csv",
    )
    return project(given, law_of(place, DAY), choices)


def scheduled(*lines, seconds=2.0, delay=7, **more):
    """Return the schedule of some lines."""
    return make_schedule(site(*lines, **more), Terms(seconds, delay))


def days(made):
    """Return first and last day of each activity by its id."""
    return {one.activity.id: (one.first, one.last) for one in made.lines}
