"""What a schedule keeps: cures first, seasons of the place, quiet days, and its reasons."""

from dataclasses import replace
from datetime import date

import pytest

from jiugai.kernel.errors import Refusal
from jiugai.kernel.money import Cents
from jiugai.planning.schedule.bans import Ground, bans_at
from jiugai.planning.schedule.quiet import Kind, Stretch, declared_on
from jiugai.planning.schedule.slips import Prices, Slips
from jiugai.planning.schedule.trades import default_choices
from jiugai.planning.schedule.why import Cause
from jiugai.policy.law import law_of
from tests.core.planning.schedule.build import (
    BEIJING,
    DAY,
    KAIFENG,
    days,
    line,
    scheduled,
    site,
)

YEAR = [date.fromordinal(date(2026, 1, 1).toordinal() + n) for n in range(365)]
ROOF = (line("1号楼", "搭脚手架", "300"), line("1号楼", "屋面防水", "1500"))


def roofs(place, **more):
    law = law_of(place, DAY, readings=more.pop("readings", None))
    seasons = list(default_choices().seasons.values())
    return bans_at(law, seasons, YEAR, declared=more.pop("declared", {}))


def test_beijing_and_kaifeng_avoid_different_days_on_different_grounds():
    (beijing,), (kaifeng,) = roofs(BEIJING).of["roof"], roofs(KAIFENG).of["roof"]

    assert (beijing.since, beijing.until) == (date(2026, 6, 1), date(2026, 9, 15))
    assert beijing.ground is Ground.RULE
    assert str(beijing.clauses[0]) == "BJ22 五(二)③"
    assert (kaifeng.since, kaifeng.until) == (date(2026, 5, 15), date(2026, 9, 30))
    assert kaifeng.ground is Ground.DATES
    assert str(kaifeng.clauses[0]) == "HNFC 27①"


def test_what_no_text_says_is_marked_as_a_choice():
    found = roofs(KAIFENG).of["render"]

    assert {ban.ground for ban in found} == {Ground.CHOICE}
    assert "不是条文" in found[0].source


def test_a_reading_under_which_days_are_not_known_is_said():
    found = roofs(BEIJING, readings={"bj22.winter": "winter_works"})

    assert found.of["render"] == ()
    assert "届时请核对" in found.notes[0]


def test_a_flood_season_that_was_declared_earlier_counts():
    early = Stretch(date(2026, 5, 25), date(2026, 5, 31), Kind.FLOOD, "")
    found = roofs(BEIJING, declared=declared_on([early], cold_days=5))

    assert found.of["roof"][0].since == date(2026, 5, 25)


def test_every_cure_of_an_estate_comes_before_other_works():
    made = days(scheduled(line("1号楼", "护栏拆除"), line("2号楼", "上水")))

    assert made["2号楼/供水管道"][0] > made["1号楼/拆除外窗护栏"][1]


def test_cures_may_be_asked_of_each_building_only():
    choices = replace(default_choices(), cures_everywhere=False)
    made = days(scheduled(line("1号楼", "护栏拆除"), line("2号楼", "上水"), choices=choices))

    assert made["2号楼/供水管道"][0] == date(2026, 3, 16)


def test_a_roof_waits_for_the_end_of_the_rain_and_says_so():
    made = scheduled(*ROOF, start=date(2026, 5, 25))
    roof = next(one for one in made.lines if one.activity.title == "屋面防水")

    assert roof.first == date(2026, 9, 16)
    season = next(one for one in roof.reasons if one.cause is Cause.SEASON)
    assert "BJ22 五(二)③" in str(season.ban)


def test_no_noise_on_quiet_days_and_no_works_on_holidays():
    stretches = (
        Stretch(date(2026, 3, 17), date(2026, 3, 18), Kind.QUIET, "考试"),
        Stretch(date(2026, 3, 20), date(2026, 3, 21), Kind.CLOSED, "放假"),
    )
    lines = (line("1号楼", "上水", 工期="3"), line("1号楼", "弱电", 工期="3"))
    made = days(scheduled(*lines, stretches=stretches))

    # The 22nd is a Sunday: noisy works have the 16th, 19th and 23rd, quiet ones three in a row.
    assert made["1号楼/供水管道"] == (date(2026, 3, 16), date(2026, 3, 23))
    assert made["1号楼/弱电和光纤"] == (date(2026, 3, 16), date(2026, 3, 18))


def test_one_crew_is_at_one_place_and_says_where():
    made = scheduled(line("1号楼", "上水", 工期="4"), line("2号楼", "上水", 工期="4"))
    second = max(made.lines, key=lambda one: one.first)

    assert second.first == date(2026, 3, 20)
    assert second.reasons[0].cause is Cause.CREW
    assert second.reasons[0].crew == "水暖队"


def test_the_critical_path_leads_from_the_first_day_to_the_last():
    made = scheduled(line("1号楼", "上水", 工期="4"), line("1号楼", "楼道粉刷", 工期="5"))

    assert [made.lines[index].activity.title for index in made.path] == [
        "供水管道",
        "楼道粉刷和扶手",
    ]
    assert all(made.lines[index].is_critical for index in made.path)


def test_a_float_is_what_can_slip_without_a_later_finish():
    made = scheduled(line("1号楼", "上水", 工期="2"), line("1号楼", "室外管网", "10", 工期="9"))
    slack = {one.activity.title: one.slack for one in made.lines}

    assert slack["室外管网"] == 0
    assert slack["供水管道"] > 0


def test_a_delay_into_the_rain_costs_the_whole_season():
    made = scheduled(*ROOF, start=date(2026, 5, 11))
    scaffold = next(one for one in made.lines if one.activity.title == "搭脚手架")

    assert scaffold.slip.late > 90
    index, ban = scaffold.slip.stopped[0]
    assert made.lines[index].activity.title == "屋面防水"
    assert ban.season == "roof"


def test_a_delay_is_priced_by_days_and_scaffolds():
    made = scheduled(*ROOF, start=date(2026, 5, 11))
    slips = Slips(made.project, made.starts)
    scaffold = next(one for one in made.lines if one.activity.title == "搭脚手架")

    plain = slips.slip(scaffold.index, 7, Prices(Cents(100), Cents(0)))
    assert plain.cost == 100 * plain.late
    assert slips.slip(scaffold.index, 7, Prices(Cents(0), Cents(10))).cost > 0


def test_a_deadline_that_cannot_be_met_says_by_how_much_and_why():
    with pytest.raises(Refusal, match=r"2026-06-30.*晚 \d+ 天.*屋面防水：雨期") as refused:
        scheduled(*ROOF, start=date(2026, 5, 25), deadline=date(2026, 6, 30))

    assert "BJ22" in str(refused.value)


def test_a_crew_that_is_too_small_for_a_deadline_is_named():
    lines = [line(f"{n}号楼", "上水", 工期="10") for n in range(1, 5)]
    with pytest.raises(Refusal, match="水暖队只有 1 支"):
        scheduled(*lines, deadline=date(2026, 4, 11))


def test_works_begin_where_they_are_asked_to():
    made = scheduled(
        line("1号楼", "上水", 固定开工="2026-04-01"), line("2号楼", "弱电", 最早开工="2026-05-06")
    )

    assert days(made)["1号楼/供水管道"][0] == date(2026, 4, 1)
    assert days(made)["2号楼/弱电和光纤"][0] == date(2026, 5, 6)
    assert {reason.cause for one in made.lines for reason in one.reasons} == {Cause.ASKED}


def test_windows_carry_what_must_be_kept_in_beijing_only():
    lines = (line("1号楼", "搭脚手架", "300"), line("1号楼", "外窗"))
    kept = {
        place: next(a.duties for a in site(*lines, place=place).activities if "窗" in a.title)
        for place in (BEIJING, KAIFENG)
    }

    assert any("BJ22 四(三)④" in duty for duty in kept[BEIJING])
    assert kept[KAIFENG] == ()
