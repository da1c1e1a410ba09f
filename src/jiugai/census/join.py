"""Joining ledgers of the same estates: on their id, or else on name and district."""

from dataclasses import dataclass, field
from typing import Final

import polars as pl

from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.place import OWN
from jiugai.census.repeats import SELF, keep_first
from jiugai.census.table import ROW, Table
from jiugai.census.words import key_of, keys_of
from jiugai.kernel.i18n import _

#: The number of an estate among all, while they are put together.
ESTATE: Final = "_estate"
NAME: Final = "_name"
_KNOWN: Final = pl.Schema(
    {ESTATE: pl.UInt32(), "id": pl.String(), OWN: pl.String(), NAME: pl.String()}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its rows in the asked place; what was left out is counted."""

    table: Table
    frame: pl.DataFrame
    elsewhere: int = 0
    listed: int = 0


@dataclass(slots=True)
class Join:
    """Which row of which ledger is which estate; grows ledger by ledger, in their order."""

    log: IssueLog
    known: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=_KNOWN))
    placed: list[Placed] = field(default_factory=list)

    def add(self, placed: Placed) -> None:
        """Give each row of a ledger its estate; rows that fit several are noted and left out."""
        table, log = placed.table, self.log
        kept = keep_first(table, with_keys(placed.frame), log)
        frame, ambiguous = self._matched(table, kept.frame)
        frame, twice = self._once_each(table, frame)
        frame = self._with_new(frame)
        listed = placed.listed + kept.listed + ambiguous + twice
        self.placed.append(Placed(table, frame, placed.elsewhere, listed))

    def _matched(self, table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
        if self.known.is_empty():
            return frame.with_columns(pl.lit(None, dtype=pl.UInt32).alias(ESTATE)), 0
        by_id = self.known.filter(pl.col("id").is_not_null()).select("id", _by_id=ESTATE)
        frame = frame.join(by_id, on="id", how="left", maintain_order="left")
        free = self.known.filter(pl.col("id").is_null())
        # A row with an id joins by name only an estate that has none yet.
        own, nameless = _by_name(frame, self.known, "any"), _by_name(frame, free, "free")
        frame = frame.hstack(own).hstack(nameless)
        has_id = pl.col("id").is_not_null()
        matches = pl.when(has_id).then("free_n").otherwise("any_n")
        named = pl.when(has_id).then("free").otherwise("any")
        is_ambiguous = pl.col("_by_id").is_null() & (matches > 1)
        frame = frame.with_columns(
            pl.coalesce("_by_id", named).cast(pl.UInt32).alias(ESTATE), _ambiguous=is_ambiguous
        )
        found = frame.filter(pl.col("_ambiguous"))
        self._note_ambiguous(table, found)
        rest = frame.filter(~pl.col("_ambiguous"))
        return rest.drop("_by_id", "any", "any_n", "free", "free_n", "_ambiguous"), found.height

    def _note_ambiguous(self, table: Table, found: pl.DataFrame) -> None:
        self.log.rows(
            found.select(row=ROW, value="name"),
            file=table.file,
            sheet=table.sheet,
            kind=IssueKind.AMBIGUOUS,
            advice=_(
                "第 {row} 行“{value}”在别的台账里有几个同名小区，不知是哪个，整行未读；"
                "请写小区编号"
            ),
            severity=Severity.ERROR,
        )

    def _once_each(self, table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
        """Return the frame without rows that came to an estate which an earlier row has."""
        is_later = pl.col(ESTATE).is_not_null() & ~pl.col(ESTATE).is_first_distinct()
        later = frame.filter(is_later)
        self.log.rows(
            later.select(row=ROW, value=pl.coalesce("name", "id")),
            file=table.file,
            sheet=table.sheet,
            kind=IssueKind.CONFLICT,
            advice=_("第 {row} 行“{value}”和本表前面一行是同一个小区，整行未读；请核对后只留一行"),
            severity=Severity.ERROR,
        )
        return frame.filter(~is_later), later.height

    def _with_new(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the frame with a new estate for each row that has none, and know them all."""
        is_new = pl.col(ESTATE).is_null()
        number = self.known.height + is_new.cum_sum().cast(pl.UInt32) - 1
        frame = frame.with_columns(
            pl.when(is_new).then(number).otherwise(ESTATE).cast(pl.UInt32).alias(ESTATE)
        )
        said = frame.select(list(_KNOWN)).cast(_KNOWN)
        both = pl.concat([self.known, said]).group_by(ESTATE, maintain_order=True)
        firsts = [pl.col(name).drop_nulls().first() for name in ("id", OWN, NAME)]
        self.known = both.agg(firsts).sort(ESTATE)
        return frame


def with_keys(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with the keys by which rows are joined, and those columns themselves."""
    absent = [name for name in ("id", "name") if name not in frame.columns]
    frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    frame = frame.with_columns(keys_of(frame["name"]).alias(NAME))
    if frame["id"].null_count() == 0:
        return frame.with_columns(pl.col("id").alias(SELF))
    where = [key_of(pl.col(n)) for n in ("street", "address") if n in frame.columns]
    # Two estates of a district may share a name; street and address tell them apart.
    named = pl.concat_str([pl.col(OWN), pl.col(NAME), *where], separator="|", ignore_nulls=True)
    return frame.with_columns(
        pl.coalesce(pl.lit("i:") + pl.col("id"), pl.lit("n:") + named).alias(SELF)
    )


def _by_name(frame: pl.DataFrame, known: pl.DataFrame, label: str) -> pl.DataFrame:
    """Return for each row the estate of its name and district, and how many there are.

    Where either side does not know the district, the name alone must do.
    """
    counted = [pl.len().alias("n"), pl.col(ESTATE).first().alias("e")]
    known = known.filter(pl.col(NAME).is_not_null())
    exact = known.filter(pl.col(OWN).is_not_null()).group_by(OWN, NAME).agg(counted)
    homeless = known.filter(pl.col(OWN).is_null()).group_by(NAME).agg(counted)
    anywhere = known.group_by(NAME).agg(counted)
    rows = frame.select(OWN, NAME)
    one = rows.join(exact, on=[OWN, NAME], how="left", maintain_order="left")
    two = rows.join(homeless, on=NAME, how="left", maintain_order="left")
    three = rows.join(anywhere, on=NAME, how="left", maintain_order="left")
    table = pl.DataFrame(
        {"own": rows[OWN], **_pair(one, "1"), **_pair(two, "2"), **_pair(three, "3")}
    )
    has_own = pl.col("own").is_not_null()
    n = pl.when(has_own).then(pl.coalesce("n1", "n2")).otherwise("n3").fill_null(0)
    e = pl.when(has_own).then(pl.coalesce("e1", "e2")).otherwise("e3")
    return table.select(pl.when(n == 1).then(e).alias(label), n.alias(f"{label}_n"))


def _pair(frame: pl.DataFrame, label: str) -> dict[str, pl.Series]:
    return {f"n{label}": frame["n"], f"e{label}": frame["e"]}


def estate_ids(known: pl.DataFrame, names: pl.Series, streets: pl.Series, place: str) -> pl.Series:
    """Return a stable id for each estate: its own, or else its division and name.

    `known`, `names` and `streets` are in the order of estates.
    """
    frame = known.with_columns(name=names, street=streets)
    where = pl.col(OWN).fill_null(place) if place else pl.col(OWN)
    made = pl.concat_str([where, pl.col("name")], separator="-", ignore_nulls=True)
    longer = pl.concat_str([made, pl.col("street")], separator="-", ignore_nulls=True)
    ids = pl.coalesce("id", pl.when(made.is_duplicated()).then(longer).otherwise(made))
    frame = frame.select(ids.alias("estate_id"))
    if frame["estate_id"].n_unique() == frame.height:
        return frame["estate_id"]
    count = pl.int_range(1, pl.len() + 1).over("estate_id")
    unique = pl.when(count > 1).then(pl.format("{}~{}", "estate_id", count))
    return frame.select(unique.otherwise("estate_id").alias("estate_id"))["estate_id"]
