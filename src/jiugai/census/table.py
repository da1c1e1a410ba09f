"""A ledger as a table: one row for each row read, one column for each fact."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from jiugai.census.cells.column import Reader, broken_texts, read_column
from jiugai.census.cells.readers import DTYPES, mixed_shares, reader_for, share_spelling
from jiugai.census.cells.shares import Bare
from jiugai.census.cells.texts import MOST_DIGITS, read_texts
from jiugai.census.contradictions import note_contradictions
from jiugai.census.derive import DERIVATIONS
from jiugai.census.issues import Issue, IssueKind, IssueLog, Severity
from jiugai.census.layout import KEYS
from jiugai.census.merges import unmerge
from jiugai.census.recognise import Column, Ledger
from jiugai.census.rows import Counts, no_key_advice, sort_rows
from jiugai.census.sheet import RawColumn
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Building, Estate, Fact, Kind, Subject

#: The row number that the spreadsheet shows.
ROW: Final = "_row"
_IDS: Final = (Estate.id, Building.id, Building.estate_id)
_SCIENTIFIC: Final = r"^\d(\.\d+)?[eE]\+\d+$"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a column of a table comes from; `derived` if it follows from what the cell says."""

    letter: str
    heading: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a ledger says: `frame` has the sheet's row number and a column for each fact."""

    file: str
    sheet: str
    subject: type[Subject]
    frame: pl.DataFrame
    origins: Mapping[str, Origin]
    counts: Counts

    @property
    def where(self) -> str:
        """Return the name of the ledger as issues say it."""
        return f"{self.file} {self.sheet}".strip()


def read_table(ledger: Ledger, log: IssueLog) -> Table:
    """Return what a ledger says, with every doubt in `log`."""
    ledger = unmerge(ledger, log)
    positions, counts = sort_rows(ledger, log)
    reading = _Reading(ledger, positions, log)
    columns: dict[str, pl.Series] = {ROW: positions + ledger.sheet.first_row}
    origins: dict[str, Origin] = {}
    for column in ledger.columns:
        if column.fact is not None:
            name = column.fact.name  # of a building's estate only names no building has are read
            columns[name] = reading.column(column, column.fact)
            origins[name] = Origin(column.letter, column.heading)
    note_contradictions(ledger, positions, columns, log)
    frame = pl.DataFrame(columns)
    if ledger.subject is Estate:
        _derive(reading, columns, origins)
        frame, counts = _with_keys_only(pl.DataFrame(columns), ledger, counts, log)
    return Table(ledger.file, ledger.sheet.name, ledger.subject, frame, origins, counts)


def _with_keys_only(
    frame: pl.DataFrame, ledger: Ledger, counts: Counts, log: IssueLog
) -> tuple[pl.DataFrame, Counts]:
    """Return the rows that still have an id or name once these are read."""
    keys = [fact.name for fact in KEYS[Estate] if fact.name in frame.columns]
    says_something = pl.col(keys).str.contains(r"[\p{L}\p{N}]").fill_null(value=False)
    has_key = frame.select(pl.any_horizontal(says_something))
    known = frame.filter(has_key.to_series())
    if known.height == frame.height:
        return frame, counts
    lost = frame.filter(~has_key.to_series())
    log.rows(
        lost.select(row=ROW),
        file=ledger.file,
        sheet=ledger.sheet.name,
        kind=IssueKind.NO_KEY,
        advice=no_key_advice(),
        severity=Severity.ERROR,
    )
    moved = lost.height
    return known, replace(counts, listed=counts.listed + moved, read=counts.read - moved)


def _derive(
    reading: "_Reading", columns: dict[str, pl.Series], origins: dict[str, Origin]
) -> None:
    for derivation in DERIVATIONS:
        column = reading.ledger.column_of(derivation.source)
        name = derivation.target.name
        if column is None or name in columns:
            continue
        reader = Reader(DTYPES[derivation.target.kind], derivation.read)
        columns[name] = read_column(reading.raw(column), reader).values
        origins[name] = Origin(column.letter, column.heading, derived=True)
    _without_nobody(columns, origins)


def _without_nobody(columns: dict[str, pl.Series], origins: Mapping[str, Origin]) -> None:
    """Take out of the column of firms what is none, like 无 or 单位自管."""
    company, settled = Estate.property_company.name, Estate.property_settled.name
    if company in columns and origins[settled].derived:
        columns[company] = columns[company].set(~columns[settled].fill_null(value=False), None)


class _Reading:
    """Reads the columns of one ledger and words the doubts about its cells."""

    def __init__(self, ledger: Ledger, positions: pl.Series, log: IssueLog) -> None:
        self.ledger = ledger
        self.positions = positions
        self.log = log

    def raw(self, column: Column) -> RawColumn:
        return self.ledger.sheet.column(column.index).take(self.positions)

    def column(self, column: Column, fact: Fact) -> pl.Series:
        """Return the values of a column."""
        raw = self.raw(column)
        self._note_flaws(column)
        if fact.kind is Kind.TEXT:
            return self._texts(column, fact, raw)
        parsed = read_column(raw, reader_for(fact, column.unit, raw))
        if fact.kind is Kind.SHARE:
            self._note_fractions(column, raw)
            self._note_mixed(column, raw)
        doubts = parsed.doubts.with_columns(row=self._rows(parsed.doubts["at"]))
        self._note(column, doubts)
        return parsed.values

    def _texts(self, column: Column, fact: Fact, raw: RawColumn) -> pl.Series:
        remedy = _("有读不出的字符；请核对原件并改正")
        self._note_at(column, raw, broken_texts(raw), IssueKind.BROKEN_TEXT, remedy)
        values = read_texts(raw.shown(), fact)
        if fact in _IDS:
            values = self._ids(column, raw, values)
        return values

    def _ids(self, column: Column, raw: RawColumn, values: pl.Series) -> pl.Series:
        """Return ids without those that the spreadsheet shortened."""
        remedy = _("编号已被表格软件截短；请把该列改为文本格式后重新填写")
        cut = values.str.contains(_SCIENTIFIC).fill_null(value=False)
        long = (raw.numbers.abs() >= 10.0**MOST_DIGITS).fill_null(value=False)
        self._note_at(column, raw, (cut | long).arg_true(), IssueKind.PRECISION, remedy)
        return values.set(cut | long, None)

    def _note_flaws(self, column: Column) -> None:
        """Note the cells of the column that the spreadsheet could not compute."""
        shown = {
            row: text
            for (row, index), text in self.ledger.sheet.flaws.items()
            if index == column.index and row > self.ledger.last
        }
        rows = sorted(shown)
        found = pl.DataFrame(
            {"row": rows, "value": [shown[row] for row in rows]},
            schema={"row": pl.Int64, "value": pl.String},
        ).with_columns(pl.col("row") + self.ledger.sheet.first_row)
        self._note(
            column,
            found.with_columns(
                kind=pl.lit(IssueKind.FORMULA),
                severity=pl.lit(Severity.WARNING),
                remedy=pl.lit(_("公式没有算出值；请在表格软件中打开、重算并保存")),
            ),
        )

    def _note_fractions(self, column: Column, raw: RawColumn) -> None:
        spelling = share_spelling(column.unit, raw)
        has_sign = column.unit is not None and column.unit.name == "%"
        if has_sign and spelling is Bare.FRACTION and raw.numbers.max():
            advice = _("“{column}”一列的数都不大于 1，按小数计（0.85 即 85%）").format(
                column=column.heading
            )
            self._note_column(column, "", IssueKind.HEADING, advice, Severity.NOTE)

    def _note_mixed(self, column: Column, raw: RawColumn) -> None:
        """Note a column of which some numbers are fractions and some per cents."""
        if mixed := mixed_shares(column.unit, raw):
            fraction, per_cent = mixed
            advice = _(
                "“{column}”一列有的写小数（如 {fraction}），有的写百分数（如 {per_cent}）："
                "不大于 1 的按小数计（1 即 100%），大于 1 的按百分数计；请核对并统一写法"
            ).format(column=column.heading, fraction=fraction, per_cent=per_cent)
            value = f"{fraction} / {per_cent}"
            self._note_column(column, value, IssueKind.DOUBTFUL, advice, Severity.WARNING)

    def _note_column(
        self, column: Column, value: str, kind: IssueKind, advice: str, severity: Severity
    ) -> None:
        self.log.add(
            Issue(
                file=self.ledger.file,
                sheet=self.ledger.sheet.name,
                row=None,
                column=column.heading,
                value=value,
                kind=kind,
                advice=advice,
                severity=severity,
            )
        )

    def _note_at(
        self, column: Column, raw: RawColumn, at: pl.Series, kind: IssueKind, remedy: str
    ) -> None:
        found = pl.DataFrame({"row": self._rows(at), "value": raw.shown().gather(at)})
        self._note(
            column,
            found.with_columns(
                kind=pl.lit(kind), severity=pl.lit(Severity.WARNING), remedy=pl.lit(remedy)
            ),
        )

    def _note(self, column: Column, found: pl.DataFrame) -> None:
        self.log.cells(
            found,
            file=self.ledger.file,
            sheet=self.ledger.sheet.name,
            column=column.heading,
            letter=column.letter,
        )

    def _rows(self, at: pl.Series) -> pl.Series:
        return self.positions.gather(at) + self.ledger.sheet.first_row
