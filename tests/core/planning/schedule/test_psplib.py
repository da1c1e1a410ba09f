"""Files of PSPLIB are read, and published optima are met."""

from pathlib import Path

import pytest
import yaml

from jiugai.kernel.errors import InputError
from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.problem import Link, Problem
from jiugai.planning.schedule.psplib import plain_task, read_psplib
from jiugai.planning.schedule.search import Search

INSTANCES = sorted(Path(__file__).with_name("psplib").glob("*.yaml"))
FILE = """
file with basedata            : sample
jobs (incl. supersource/sink ):  4
RESOURCES
  - renewable                 :  1   R
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
  1      1     0       0
  2      1     3       2
  3      1     4       2
  4      1     0       0
RESOURCEAVAILABILITIES:
  R 1
    3
"""


def instance(path):
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    horizon = sum(job[0] for job in found["jobs"])
    tasks = tuple(plain_task(days, crews, horizon) for days, crews, _after in found["jobs"])
    links = tuple(
        Link(number, after - 1) for number, job in enumerate(found["jobs"]) for after in job[2]
    )
    return Problem(tasks, links, tuple(found["crews"])), horizon, found["optimum"]


@pytest.mark.slow
@pytest.mark.parametrize("path", INSTANCES, ids=lambda path: path.stem)
def test_a_published_optimum_is_met_and_proven(path):
    problem, horizon, optimum = instance(path)

    (stage,) = Search(problem, seconds=120).run(Aim(), horizon=horizon).stages

    assert (stage.value, stage.bound) == (optimum, optimum)


def test_jobs_crews_and_order_are_read(tmp_path):
    path = tmp_path / "sample.sm"
    path.write_text(FILE, encoding="utf-8")
    problem = read_psplib(path)

    assert [task.work for task in problem.tasks] == [0, 3, 4, 0]
    assert problem.crews == (3,)
    assert Search(problem, seconds=1).run(Aim(), horizon=7).stages[0].value == 7


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    3\n", "    1\n"),
        ("  2      1     3       2", "  2      1     3"),
        ("   2        1          1           4", "   2        1          2           4"),
        ("   4        1          0", "   4        1          1           1"),
        ("RESOURCEAVAILABILITIES", "OTHERS"),
        ("  2      1     3", "  2      2     3"),
    ],
)
def test_an_unsound_file_is_refused_in_a_sentence(tmp_path, old, new):
    path = tmp_path / "sample.sm"
    path.write_text(FILE.replace(old, new), encoding="utf-8")

    with pytest.raises(InputError, match=r"sample\.sm"):
        read_psplib(path)
