"""After a stop: what has begun stays, little changes, and the outcome says what."""

from datetime import date

import pytest

from jiugai.kernel.errors import InputError, UsageError
from jiugai.planning.schedule.again import Pause, parse_pause, read_last, resumed
from jiugai.planning.schedule.output import schedule_json
from jiugai.planning.schedule.schedule import Terms, make_again
from tests.core.planning.schedule.build import days, line, scheduled, site

LINES = (
    line("1号楼", "上水", 工期="6"),
    line("2号楼", "上水", 工期="6"),
    line("3号楼", "弱电", 工期="6"),
)


@pytest.fixture
def last(tmp_path):
    path = tmp_path / "schedule.json"
    path.write_text(schedule_json(scheduled(*LINES)), encoding="utf-8")
    return path


def again(last, *pauses):
    return make_again(resumed(site(*LINES), read_last(last), pauses), Terms(2.0))


def test_lost_days_come_at_the_end_and_others_stay(last):
    before = days(scheduled(*LINES))
    first = min(("1号楼/供水管道", "2号楼/供水管道"), key=lambda one: before[one][0])
    made = again(last, Pause(first, date(2026, 3, 18), date(2026, 3, 19)))

    assert days(made)[first] == (date(2026, 3, 16), date(2026, 3, 24))
    assert days(made)["3号楼/弱电和光纤"] == before["3号楼/弱电和光纤"]
    assert len(made.changed) == 1


def test_a_stop_of_everything_moves_what_follows(last):
    made = again(last, Pause("全部", date(2026, 3, 18), date(2026, 3, 21)))

    assert made.last_day == date(2026, 4, 2)
    assert {stage.is_proven for stage in made.solution.stages} == {True}


def test_a_stop_that_names_nothing_is_refused(last):
    with pytest.raises(InputError, match="9号楼"):
        again(last, Pause("9号楼", date(2026, 3, 18), date(2026, 3, 19)))


def test_a_stop_is_read_from_text():
    assert parse_pause("1号楼/外墙保温=2026-07-01..2026-07-10") == Pause(
        "1号楼/外墙保温", date(2026, 7, 1), date(2026, 7, 10)
    )


@pytest.mark.parametrize(
    "text",
    ["1号楼", "1号楼=2026-07-01", "1号楼=2026-02-30..2026-03-01", "a=2026-07-10..2026-07-01"],
)
def test_a_stop_in_a_wrong_form_is_refused(text):
    with pytest.raises(UsageError, match=r"应写成|不存在"):
        parse_pause(text)


@pytest.mark.parametrize("text", ["", "{}", '{"activities": [{"id": 1}]}', "[]"])
def test_another_file_is_refused(tmp_path, text):
    path = tmp_path / "schedule.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"schedule\.json"):
        read_last(path)
