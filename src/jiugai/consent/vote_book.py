"""result.xlsx: what the counters print, sign and file."""

from __future__ import annotations

from typing import Final

import polars as pl

from jiugai.consent.marks import Choice
from jiugai.consent.result import Outcome, Result
from jiugai.consent.said import (
    OPINIONS,
    alternative_told,
    ballots_told,
    metres,
    needed_told,
    publication_told,
    requirement_told,
    spare_told,
    standings,
    verdict_told,
)
from jiugai.consent.standing import FIRST_PROBLEM, TITLES, Standing
from jiugai.kernel.book import workbook
from jiugai.kernel.i18n import _, headed, listed, ngettext
from jiugai.kernel.tables import Cell, Column, Holds, Table, as_text

#: A workbook of more is slow to open; ballots.csv has all of them.
MOST_BALLOTS: Final = 20_000
_SHOWN: Final = (Choice.AGREE, Choice.OPPOSE, Choice.ABSTAIN, Choice.SPLIT)


def vote_workbook(result: Result, ballots: pl.DataFrame) -> bytes:
    """Return the workbook; the same result gives the same bytes."""
    tables = [
        outcome_table(result),
        _requirements(result),
        _alternatives(result),
        _uncounted(result, ballots),
    ]
    return workbook(_("业主表决计票结果"), _summary(result), tables, day=result.law.day)


def _summary(result: Result) -> list[tuple[str, str]]:
    law = result.law
    carried = sum(one.carried for one in result.outcomes)
    facts = [
        (_("区划"), law.place),
        (_("依据日期"), law.day.isoformat()),
        (_("名册"), _roll(result)),
        (_("表决票"), ballots_told(result)),
        (
            _("结果"),
            _("{carried} 项通过，{not_} 项未通过").format(
                carried=carried, not_=len(result.outcomes) - carried
            ),
        ),
        (_("公示"), publication_told(result)),
    ]
    facts += [
        (_(TITLES[code]), ngettext("{n} 张", n).format(n=n))
        for code, n in standings(result).items()
    ]
    facts += [(_("采用的解释"), told) for told in readings_told(result)]
    return [*facts, *((_("说明"), note) for note in result.notes)]


def _roll(result: Result) -> str:
    return ngettext(
        "{file}：{flats} 户，专有部分面积 {area} 平方米", result.roll.flats.height
    ).format(
        file=result.roll.file,
        flats=f"{result.roll.flats.height:,}",
        area=metres(result.roll.area),
    )


def readings_told(result: Result) -> list[str]:
    """Return the readings taken that the vote rests on, each with its question."""
    book = result.law.book.readings
    ids = dict.fromkeys(one.reading for out in result.outcomes for one in out.alternatives)
    return [
        _("{id}：{question}——{option}（{clause}）").format(
            id=id_,
            question=_(book[id_].question),
            option=_(book[id_].options[result.law.readings[id_]]),
            clause=book[id_].clause,
        )
        for id_ in ids
    ]


def outcome_table(result: Result) -> Table:
    """Return one line for each item of each body."""
    headings = [_("事项"), _("表决体"), _("结果"), _("总面积(m²)")]
    headings += [_("{what}面积(m²)").format(what=_(OPINIONS[choice])) for choice in _SHOWN]
    counts = [_("总人数"), *(_("{what}人数").format(what=_(OPINIONS[c])) for c in _SHOWN)]
    last = [_("各项要求"), _("还差"), _("依据")]
    columns = [
        *map(Column, headings),
        *(Column(heading, Holds.COUNT) for heading in counts),
        *map(Column, last),
    ]
    rows = [_outcome_row(one) for one in result.outcomes]
    return Table(_("结果"), tuple(columns), rows)


def _outcome_row(one: Outcome) -> list[Cell]:
    per = one.vote.per
    return [
        as_text(one.item),
        one.body,
        verdict_told(one),
        metres(sum(one.count.area)),
        *(metres(one.count.area[choice]) for choice in _SHOWN),
        sum(one.count.heads),
        *(one.count.heads[choice] for choice in _SHOWN),
        listed((requirement_told(each, per) for each in one.requirements), "；"),
        needed_told(one),
        listed(one.finding.because),
    ]


def _requirements(result: Result) -> Table:
    headings = [
        _("事项"), _("表决体"), _("比例"), _("占比"), _("精确值"), _("要求"), _("是否达到"),
        _("余缺"), _("条款"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            as_text(one.item),
            one.body,
            f"{_(each.part.heading)} / {_(each.whole.heading)}",
            each.percent,
            str(each.share),
            f"{each.op} {each.threshold}",
            _("达到") if each.met else _("未达到"),
            spare_told(each, one.vote.per),
            str(each.clause or ""),
        ]
        for one in result.outcomes
        for each in one.requirements
    ]
    return Table(_("门槛"), tuple(map(Column, headings)), rows)


def _alternatives(result: Result) -> Table:
    headings = [_("事项"), _("表决体"), _("解释"), _("问题"), _("另一选项"), _("结果"), _("条款")]
    book = result.law.book.readings
    rows: list[list[Cell]] = [
        [
            as_text(one.item),
            one.body,
            each.reading,
            _(each.question),
            headed(each.option, _(book[each.reading].options[each.option])),
            alternative_told(each),
            str(each.clause),
        ]
        for one in result.outcomes
        for each in one.alternatives
    ]
    return Table(_("另一种解释"), tuple(map(Column, headings)), rows)


def _uncounted(result: Result, ballots: pl.DataFrame) -> Table:
    """Return the ballots that somebody must look at, then those that others replaced."""
    order = pl.Series("standing", result.standing)
    doubtful = (order >= int(FIRST_PROBLEM)) | (order == int(Standing.SPLIT_LEFT_OUT))
    shown = pl.concat(
        [ballots.filter(doubtful), ballots.filter(order == int(Standing.SUPERSEDED))]
    ).head(MOST_BALLOTS)
    columns = tuple(
        Column(name, Holds.COUNT if kind.is_integer() else Holds.TEXT)
        for name, kind in shown.schema.items()
    )
    return Table(_("未计入的票"), columns, [list(row) for row in shown.iter_rows()])
