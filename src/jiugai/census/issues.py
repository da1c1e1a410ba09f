"""What is doubtful in a ledger: every row or cell its owner should look at, and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter
from typing import Any, Final, overload

import polars as pl

from jiugai.kernel.i18n import _


class Severity(StrEnum):
    """An error keeps a row or value out, a warning asks to look, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class IssueKind(StrEnum):
    """What is the matter with a row, a cell, a column or a sheet."""

    # Cells
    UNREADABLE = "unreadable"
    OUT_OF_RANGE = "out_of_range"
    DOUBTFUL = "doubtful"
    APPROXIMATE = "approximate"
    SEVERAL = "several"  # several values in one cell, of which one was taken
    SERIAL = "serial"  # an Excel day number where a day belongs
    FORMULA = "formula"
    BROKEN_TEXT = "broken_text"
    MERGED = "merged"
    PRECISION = "precision"
    # Rows
    BLANK = "blank"
    ELSEWHERE = "elsewhere"  # outside the place that was asked for
    NO_KEY = "no_key"
    FOOTER = "footer"
    REMARK = "remark"
    EXAMPLE = "example"
    REPEATED_HEADING = "repeated_heading"
    SHIFTED = "shifted"
    QUOTES = "quotes"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"  # a building whose estate is in no ledger
    # Several rows or ledgers
    POSSIBLE_DUPLICATE = "possible_duplicate"
    UNKNOWN_DIVISION = "unknown_division"
    NO_DIVISION = "no_division"
    # Places
    SWAPPED = "swapped"
    OUTSIDE_DISTRICT = "outside_district"
    DATUM = "datum"
    # Columns and sheets
    HEADING = "heading"
    UNMAPPED = "unmapped"
    SHEET_SKIPPED = "sheet_skipped"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that needs its owner's attention, in words they can act on.

    `row` is the number the spreadsheet shows, None where a whole column or sheet is meant;
    `column` is the heading as written; `cell` its address like F38.
    """

    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    kind: IssueKind
    advice: str
    severity: Severity = Severity.WARNING
    cell: str = ""


SCHEMA: Final = pl.Schema(
    {
        "file": pl.String(),
        "sheet": pl.String(),
        "row": pl.Int64(),
        "column": pl.String(),
        "value": pl.String(),
        "kind": pl.String(),
        "advice": pl.String(),
        "severity": pl.String(),
        "cell": pl.String(),
    }
)
_LONGEST_VALUE: Final = 120
# Stands for the row number in advice that is worded once for many rows.
_ROW: Final = "\x00"


class Issues(Sequence[Issue]):
    """All issues of a census, by file, sheet and row; `frame` has one row for each."""

    __slots__ = ("frame",)

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __len__(self) -> int:
        return self.frame.height

    def __iter__(self) -> Iterator[Issue]:
        return (_issue(row) for row in self.frame.iter_rows(named=True))

    @overload
    def __getitem__(self, index: int) -> Issue: ...
    @overload
    def __getitem__(self, index: slice) -> "Issues": ...
    def __getitem__(self, index: int | slice) -> "Issue | Issues":
        if isinstance(index, slice):
            return Issues(self.frame[index])
        return _issue(self.frame.row(index, named=True))

    def of(self, *kinds: IssueKind) -> "Issues":
        """Return the issues of some kinds."""
        return Issues(self.frame.filter(pl.col("kind").is_in([str(kind) for kind in kinds])))

    def at_least(self, severity: Severity) -> "Issues":
        """Return the issues of a severity or worse."""
        order = list(Severity)
        wanted = [str(level) for level in order[: order.index(severity) + 1]]
        return Issues(self.frame.filter(pl.col("severity").is_in(wanted)))

    def counts(self) -> dict[IssueKind, int]:
        """Return how many issues there are of each kind, the most frequent first."""
        found = self.frame["kind"].value_counts().sort("count", "kind", descending=[True, False])
        return {IssueKind(kind): count for kind, count in found.iter_rows()}


@dataclass(slots=True)
class IssueLog:
    """Gathers issues while ledgers are read."""

    frames: list[pl.DataFrame] = field(default_factory=list)
    singles: list[Issue] = field(default_factory=list)

    def add(self, issue: Issue) -> None:
        """Note one issue."""
        self.singles.append(issue)

    def rows(
        self,
        found: pl.DataFrame,
        *,
        file: str,
        sheet: str,
        kind: IssueKind,
        advice: str,
        severity: Severity,
        column: str = "",
        letter: str = "",
    ) -> None:
        """Note many rows at once; `found` has `row` and may have `value` and names in `advice`.

        `advice` is formatted with `row`, `column`, `value` and every other column of `found`.
        """
        if found.is_empty():
            return
        if "value" not in found.columns:
            found = found.with_columns(value=pl.lit(""))
        self._keep(
            found.select("row", _shortened("value"), advice=_worded(advice, found, column)),
            file=file,
            sheet=sheet,
            column=column,
            letter=letter,
            kind=kind,
            severity=severity,
        )

    def cells(
        self, found: pl.DataFrame, *, file: str, sheet: str, column: str, letter: str
    ) -> None:
        """Note doubtful cells of one column.

        `found` has `row`, `value`, `kind`, `severity` and `remedy`; equal values are worded once.
        """
        if found.is_empty():
            return
        found = found.with_columns(_shortened("value"))
        words = found.select("value", "remedy").unique(maintain_order=True)
        said = [said_of_cell(_ROW, column, value, remedy) for value, remedy in words.iter_rows()]
        worded = words.with_columns(advice=pl.Series(said, dtype=pl.String))
        found = found.join(worded, on=["value", "remedy"], how="left", maintain_order="left")
        number = pl.col("row").cast(pl.String)
        advice = pl.col("advice").str.replace_all(_ROW, number, literal=True)
        self._keep(
            found.select("row", "value", "kind", "severity", advice=advice),
            file=file,
            sheet=sheet,
            column=column,
            letter=letter,
        )

    def forget(self, file: str, sheet: str, rows: pl.Series) -> None:
        """Drop what was noted of some rows of a sheet, because they are nobody's concern."""
        gone = set(rows)
        is_there = (pl.col("file") == file) & (pl.col("sheet") == sheet)
        is_gone = is_there & pl.col("row").is_in(rows.cast(pl.Int64).implode())
        self.frames = [frame.filter(~is_gone.fill_null(value=False)) for frame in self.frames]
        self.singles = [
            one
            for one in self.singles
            if (one.file, one.sheet) != (file, sheet) or one.row not in gone
        ]

    def _keep(self, found: pl.DataFrame, *, letter: str, **fixed: str) -> None:
        cell = pl.lit(letter) + pl.col("row").cast(pl.String) if letter else pl.lit("")
        found = found.with_columns(
            pl.col("row").cast(pl.Int64),
            cell=cell,
            **{name: pl.lit(str(value)) for name, value in fixed.items()},
        )
        self.frames.append(found.select(list(SCHEMA)).cast(SCHEMA))

    def issues(self, files: Sequence[str]) -> Issues:
        """Return everything noted, in the order of files, then sheets and rows as found."""
        ours = pl.DataFrame([_record(issue) for issue in self.singles], schema=SCHEMA)
        everything = pl.concat([ours, *self.frames])
        order = pl.DataFrame(
            {"file": list(files), "_order": range(len(files))},
            schema={"file": pl.String, "_order": pl.Int64},
        )
        sheets = everything.select("file", "sheet").unique(maintain_order=True)
        sheets = sheets.with_row_index("_sheet")
        return Issues(
            everything.join(order, on="file", how="left", maintain_order="left")
            .join(sheets, on=["file", "sheet"], how="left", maintain_order="left")
            .sort("_order", "_sheet", "row", maintain_order=True, nulls_last=False)
            .drop("_order", "_sheet")
        )


def said_of_cell(row: object, column: str, value: str, remedy: str) -> str:
    """Return advice on a cell: where, what it says, what to do."""
    return _("第 {row} 行“{column}”写的是“{value}”，{remedy}").format(
        row=row, column=column, value=value, remedy=remedy
    )


def shortened(value: str) -> str:
    """Return a value short enough to print, without what printing trips over."""
    value = value.replace("\x00", "").strip()
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"


def _shortened(name: str) -> pl.Expr:
    text = pl.col(name).fill_null("").str.replace_all(_ROW, "", literal=True).str.strip_chars()
    cut = text.str.slice(0, _LONGEST_VALUE - 1) + "…"
    return pl.when(text.str.len_chars() > _LONGEST_VALUE).then(cut).otherwise(text).alias(name)


def _worded(advice: str, found: pl.DataFrame, column: str) -> pl.Expr:
    """Return the advice of every row of `found`, worded for all at once."""
    pieces: list[pl.Expr] = []
    for literal, name, _spec, _conversion in Formatter().parse(advice):
        pieces.append(pl.lit(literal))
        if name == "column":
            pieces.append(pl.lit(column))
        elif name is not None:
            is_text = found.schema[name] == pl.String
            pieces.append(_shortened(name) if is_text else pl.col(name).cast(pl.String))
    return pl.concat_str(pieces)


def _record(issue: Issue) -> dict[str, object]:
    return {name: getattr(issue, name) for name in SCHEMA}


def _issue(row: Mapping[str, Any]) -> Issue:
    fields = dict(row) | {"kind": IssueKind(row["kind"]), "severity": Severity(row["severity"])}
    return Issue(**fields)
