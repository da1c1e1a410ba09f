"""A reading held against the register: what is new, changed, unchanged, conflicting or gone."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.copied import copy_out
from jiugai.apps.registry.services.import_differ import (
    TABLES,
    Difference,
    Lines,
    differences,
    lines_of,
)
from jiugai.apps.registry.services.import_match import match_buildings, match_estates
from jiugai.apps.registry.services.import_reading import Reading, reading_of
from jiugai.apps.registry.services.import_rows import AT, building_rows, estate_rows
from jiugai.policy.vocabulary import Building, Estate
from jiugai.policy.vocabulary.fact import Subject

_DIFFERENCES: Final = {
    "thing": pl.String(),
    AT: pl.UInt32(),
    "id": pl.Int64(),
    "fact": pl.String(),
    "old": pl.String(),
    "new": pl.String(),
    "source": pl.Int64(),
    "table": pl.Int16(),
    "row": pl.Int64(),
    "takes": pl.Boolean(),
}


@dataclass(frozen=True)
class Compared:
    """The rows of one subject with `id`, and where they differ; `outside` is who was left out."""

    subject: type[Subject]
    rows: pl.DataFrame
    differences: list[Difference]
    lines: Lines
    outside: int = 0

    @property
    def new(self) -> pl.DataFrame:
        """Return the rows that the register does not know."""
        return self.rows.filter(pl.col("id").is_null())

    def counts(self) -> dict[str, int]:
        """Return how many rows are new, changed, unchanged and conflicting."""
        taken = {one.at for one in self.differences if self.lines.takes(one)}
        disputed = {one.at for one in self.differences if not self.lines.takes(one)}
        new = self.rows["id"].null_count()
        return {
            "new": new,
            "changed": len(taken),
            "conflicting": len(disputed),
            "unchanged": self.rows.height - new - len(taken | disputed),
            "outside": self.outside,
        }


def compare_estates(one: Import, reading: Reading) -> Compared:
    """Hold the estates of a reading against the register."""
    rows, outside = estate_rows(reading, division=one.division)
    rows = match_estates(rows)
    lines = lines_of(reading.about["tables"], one.replaces)
    matched = rows.filter(pl.col("id").is_not_null())
    found = list(differences(Estate, matched, reading, lines))
    return Compared(Estate, rows, found, lines, outside)


def compare_buildings(one: Import, reading: Reading, estates: pl.DataFrame) -> Compared:
    """Hold the buildings of a reading against the register; every row of `estates` has an id."""
    rows = match_buildings(building_rows(reading), estates)
    lines = lines_of(reading.about["building_tables"], one.replaces)
    matched = rows.filter(pl.col("id").is_not_null())
    return Compared(Building, rows, list(differences(Building, matched, reading, lines)), lines)


def gone_from(estates: Compared, one: Import) -> pl.DataFrame:
    """Return the estates that a former edition of these ledgers had and this one has not."""
    former = sorted(set().union(*estates.lines.same))
    known = estates.rows["id"].drop_nulls().to_list()
    return copy_out(
        f"SELECT id, code, name FROM {TABLES[Estate]}"  # noqa: S608 - a name of ours
        " WHERE origins ?| {}::text[] AND retired_on IS NULL AND NOT id = ANY({}::bigint[])",
        [[str(pk) for pk in former], known],
        {"id": pl.Int64(), "code": pl.String(), "name": pl.String()},
    )


def preview(one: Import, reading: Reading) -> dict[str, Any]:
    """Compare and keep beside the reading what the preview shows; return the counts."""
    estates = compare_estates(one, reading)
    numbered = with_ids(estates.rows)
    buildings = compare_buildings(one, reading, numbered)
    gone = gone_from(estates, one)
    reading.keep("gone", gone)
    reading.keep("compared_estates", estates.rows.select(AT, "code", "name", "id"))
    reading.keep("differences", _framed([estates, buildings]))
    return {
        "estate": estates.counts() | {"gone": gone.height},
        "building": buildings.counts(),
    }


def with_ids(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows in which those without an id have one that the register never gives."""
    mark = -1 - pl.col(AT).cast(pl.Int64)
    return rows.with_columns(id=pl.coalesce(pl.col("id").cast(pl.Int64), mark))


def _framed(several: Iterable[Compared]) -> pl.DataFrame:
    rows = [
        {
            "thing": compared.subject.__name__.lower(),
            AT: one.at,
            "id": one.thing,
            "fact": one.fact,
            "old": None if one.old is None else json.dumps(one.old, ensure_ascii=False),
            "new": json.dumps(one.new, ensure_ascii=False),
            "source": one.source,
            "table": one.table,
            "row": one.row,
            "takes": compared.lines.takes(one),
        }
        for compared in several
        for one in compared.differences
    ]
    return pl.DataFrame(rows, schema=_DIFFERENCES)


@transaction.atomic
def compare_again(pk: int, *, tell: Callable[[int, int, str], None]) -> Import:
    """Hold an import that was read against the register as it is now."""
    one = Import.objects.select_for_update(of=("self",)).get(pk=pk)
    tell(0, 1, _("与台账库比对"))
    one.counts = one.counts | {"compared": preview(one, reading_of(one))}
    one.state = Import.State.PREVIEW
    one.save(update_fields=["counts", "state"])
    return one
