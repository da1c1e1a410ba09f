"""What is told of whole columns, sheets and files."""

from collections.abc import Sequence
from difflib import get_close_matches

from jiugai.census.headings import BY_NAME, index, take_apart
from jiugai.census.issues import Issue, IssueKind, IssueLog, Severity
from jiugai.census.recognise import Column, Ledger, Skipped
from jiugai.census.table import Table
from jiugai.census.unclear import UnclearColumns
from jiugai.census.units import CENTS
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _


def note_columns(ledger: Ledger, log: IssueLog) -> None:
    """Note the columns that nobody reads: unknown ones, and those that lost to a plainer one."""
    lost = {column.index: fact for column, fact in ledger.also}
    for column in ledger.columns:
        if column.fact is not None:
            _note_cents(ledger, column, log)
        elif fact := lost.get(column.index):
            advice = _(
                "“{column}”（{letter} 列）也像“{fact}”，未读取；"
                "如要用这一列，请在列对照（--mapping）里指明"
            )
            _note_column(ledger, column, IssueKind.HEADING, advice, fact.heading, log)
        elif _has_cells(ledger, column):
            near = _nearest(ledger, column)
            _note_column(ledger, column, IssueKind.UNMAPPED, _unknown(near), near, log)


def _note_cents(ledger: Ledger, column: Column, log: IssueLog) -> None:
    """Note a column of money under the name that programs write, which is not in 万元."""
    if column.rank == BY_NAME and column.unit and column.unit.name == CENTS:
        advice = _("“{column}”（{letter} 列）按分计；若是万元，请把标题写成“{fact}(万元)”")
        heading = column.fact.heading if column.fact else ""
        _note_column(ledger, column, IssueKind.HEADING, advice, heading, log)


def _has_cells(ledger: Ledger, column: Column) -> bool:
    cells = ledger.sheet.column(column.index)
    start = ledger.last + 1
    return any(len(part.slice(start).drop_nulls()) for part in cells)


def _nearest(ledger: Ledger, column: Column) -> str:
    """Return the heading that may have been meant, or an empty string."""
    known = index(ledger.subject)
    names = take_apart(column.heading).keys
    near = [match for name in names for match in get_close_matches(name, known, 1, cutoff=0.75)]
    return known[near[0]].fact.heading if near else ""


def _unknown(near: str) -> str:
    if near:
        return _(
            "“{column}”（{letter} 列）没有认出，未读取；若是“{fact}”，用列对照（--mapping）指明"
        )
    return _("“{column}”（{letter} 列）没有认出，未读取；如需要，请在列对照（--mapping）里指明")


def _note_column(
    ledger: Ledger, column: Column, kind: IssueKind, advice: str, fact: str, log: IssueLog
) -> None:
    heading = column.heading or _("（无标题）")
    log.add(
        Issue(
            file=ledger.file,
            sheet=ledger.sheet.name,
            row=None,
            column=heading,
            value="",
            kind=kind,
            advice=advice.format(column=heading, letter=column.letter, fact=fact),
            severity=Severity.NOTE,
        )
    )


def note_skipped(one: Skipped, log: IssueLog) -> None:
    """Note a sheet that was not read."""
    log.add(
        Issue(
            file=one.file,
            sheet=one.sheet,
            row=None,
            column="",
            value="",
            kind=IssueKind.SHEET_SKIPPED,
            advice=_("工作表“{sheet}”未读取：{reason}").format(sheet=one.sheet, reason=one.reason),
            severity=Severity.WARNING if one.is_suspicious else Severity.NOTE,
        )
    )


def check_any(file: str, tables: Sequence[Table], skipped: Sequence[Skipped]) -> None:
    """Refuse a file in which no sheet is a ledger, or no ledger has a row.

    Raises UnclearColumns in the one case, InputError in the other, saying why.
    """
    if not tables:
        suspects = [one for one in skipped if one.is_suspicious] or list(skipped)
        reason = suspects[0].reason if suspects else _("没有工作表")
        message = _(
            "没有可读的台账：{reason}；"
            "请写明“小区编号”或“小区名称”的标题，或在列对照（--mapping）里指明各列。"
        )
        cell = suspects[0].sheet if suspects else ""
        raise UnclearColumns(message.format(reason=reason), file=file, cell=cell)
    if not any(table.counts.rows - table.counts.blank - table.counts.examples for table in tables):
        raise InputError(_("标题下面没有一行数据；请填写后再导入。"), file=file)
