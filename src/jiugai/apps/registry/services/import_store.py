"""Store an import: everything in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import polars as pl
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Estate, Import, Source
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.import_compare import (
    Compared,
    compare_buildings,
    compare_estates,
)
from jiugai.apps.registry.services.import_differ import TABLES
from jiugai.apps.registry.services.import_insert import (
    encoded_estates,
    insert_buildings,
    insert_estates,
    with_new_ids,
)
from jiugai.apps.registry.services.import_reading import ROW, TABLE, Reading, reading_of
from jiugai.apps.registry.services.import_rows import AT, estate_origins, with_search
from jiugai.apps.registry.services.import_update import keep_conflicts, update
from jiugai.kernel.ahead import ahead
from jiugai.kernel.errors import Refusal
from jiugai.policy.vocabulary import Building
from jiugai.policy.vocabulary import Estate as EstateFacts

Tell = Callable[[int, int, str], None]
#: One import is stored at a time; the second sees what the first did.
LOCK: Final = 7102
STEPS: Final = 5
#: New estates go to the database in pieces of so many; the next is made ready meanwhile.
PIECE: Final = 20_000


@transaction.atomic
def store(pk: int, *, by: Person, on: date, tell: Tell) -> Import:
    """Put what an import read into the register; what it contradicts waits for a person.

    Raises Refusal if it is not about to be stored, or an id is taken in a place not seen.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    one = Import.objects.select_for_update(of=("self",)).get(pk=pk)
    if one.state not in (Import.State.PREVIEW, Import.State.STORING):
        raise Refusal(_("这次导入还没有到入库这一步，或已经入库。"))
    reading = reading_of(one)
    tell(0, STEPS, _("与台账库比对"))
    try:
        one.counts = one.counts | {"stored": _store(one, reading, by, on, tell)}
    except IntegrityError as error:
        raise Refusal(
            _("有小区编号已在您看不到的街道登记，未入库；请由区级人员导入，或改正编号。")
        ) from error
    one.state, one.stored_at, one.message = Import.State.STORED, timezone.now(), ""
    one.save(update_fields=["state", "stored_at", "counts", "message"])
    record(Action.IMPORT_STORED, one, by=by, **one.counts["stored"])
    return one


def _store(one: Import, reading: Reading, by: Person, on: date, tell: Tell) -> dict[str, Any]:
    estates = compare_estates(one, reading)
    sources = _sources(one, reading.about["tables"], by)
    # In the order of lists, they lie beside their neighbours on disk and in every index.
    rows = with_new_ids(estates.rows.sort("division", "name"), TABLES[EstateFacts])
    tell(1, STEPS, _("写入小区"))
    origins = estate_origins(reading, [source.pk for source in sources])

    def whole(piece: pl.DataFrame) -> memoryview:
        return encoded_estates(with_search(piece).with_columns(origins=origins.gather(piece[AT])))

    for piece in ahead(whole, rows.filter("is_new").iter_slices(PIECE)):
        insert_estates(piece, one)
    update(estates, one, sources)
    buildings, below = _store_buildings(one, reading, rows, by, tell)
    tell(3, STEPS, _("保存冲突"))
    divisions = _divisions(estates, buildings)
    conflicts = keep_conflicts(estates, sources, divisions)
    conflicts += keep_conflicts(buildings, below, divisions)
    tell(4, STEPS, _("按政策判定"))
    touched = rows.filter("is_new")["id"].to_list() + _touched(estates) + _owners(buildings)
    assess(sorted(set(touched)), day=on)
    return {
        "estate": estates.counts(),
        "building": buildings.counts(),
        "conflicts": conflicts,
        "assessed": len(set(touched)),
    }


def _store_buildings(
    one: Import, reading: Reading, estates: pl.DataFrame, by: Person, tell: Tell
) -> tuple[Compared, Sequence[Source]]:
    tell(2, STEPS, _("写入楼栋"))
    buildings = compare_buildings(one, reading, estates)
    below = _sources(one, reading.about["building_tables"], by)
    rows = with_new_ids(buildings.rows, TABLES[Building]).filter("is_new")
    named = pl.col(TABLE).replace_strict(
        {number: source.pk for number, source in enumerate(below)}, return_dtype=pl.String
    )
    origins = pl.concat_str(
        pl.lit('{"'), named, pl.lit('":{"row":'), pl.col(ROW).cast(pl.String), pl.lit("}}")
    )
    if rows.height:
        insert_buildings(rows.with_columns(origins=origins), one)
    update(buildings, one, below)
    return buildings, below


def _sources(one: Import, tables: Sequence[dict[str, Any]], by: Person) -> list[Source]:
    """Return a source for each sheet that gave values."""
    return [
        Source.objects.create(
            kind=Source.Kind.SHEET,
            division=one.division,
            of=one,
            file=table["file"],
            sheet=table["sheet"],
            columns=table["columns"],
            by=by,
        )
        for table in tables
    ]


def _touched(compared: Compared) -> list[int]:
    return [one.thing for one in compared.differences if compared.lines.takes(one)]


def _owners(buildings: Compared) -> list[int]:
    """Return the estates whose buildings are new or changed."""
    changed = _touched(buildings)
    rows = buildings.rows.filter(pl.col("id").is_null() | pl.col("id").is_in(changed))
    return rows["estate"].unique().to_list()


def _divisions(*several: Compared) -> dict[int, str]:
    """Return the division of every estate that something disputes."""
    wanted = {one.thing for one in several[0].differences}
    wanted |= set(several[1].rows["estate"].to_list()) if several[1].differences else set()
    return dict(Estate.objects.filter(pk__in=wanted).values_list("pk", "division"))
