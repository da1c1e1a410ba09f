"""Begin an import and read its files, again after every correction."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.import_columns import known_headings, remembered
from jiugai.apps.registry.services.import_compare import preview
from jiugai.apps.registry.services.import_files import Handed, Lent, keep_files, lent
from jiugai.apps.registry.services.import_naming import seen_in
from jiugai.apps.registry.services.import_reading import forget_reading, keep_reading
from jiugai.apps.registry.services.ready import load_meanwhile
from jiugai.census import Cell, Census, Corrections, UnclearColumns, read_ledgers
from jiugai.census.mapping import Mapping as Columns
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import listed

Tell = Callable[[int, int, str], None]
STEPS = 3


@transaction.atomic
def begin(*, files: Sequence[Handed], division: str, by: Person) -> Import:
    """Keep some files as an import that is to be read.

    Raises Refusal if one is too large or no ledger.
    """
    kept = keep_files(files)
    ledgers = [file["name"] for file in kept if file["role"] == "ledger"]
    one = Import.objects.create(division=division, title=listed(ledgers)[:200], files=kept, by=by)
    record(Action.IMPORT_STARTED, one, by=by, files=kept)
    return one


@transaction.atomic
def read(pk: int, *, on: date, tell: Tell) -> Import:
    """Read the files of an import, hold them against the register and keep what came of it.

    Files that cannot be read are no error here: the import says why.
    """
    one = Import.objects.select_for_update(of=("self",)).get(pk=pk)
    former = one.reading
    load_meanwhile()
    tell(0, STEPS, _("读取台账"))
    try:
        with lent(one) as files:
            census = _census(one, files, on)
            tell(1, STEPS, _("保存读取结果"))
            reading = keep_reading(one, census)
    except InputError as error:
        one.state, one.message = Import.State.FAILED, str(error)[:500]
        one.counts = {"seen": seen_in(one, error)} if isinstance(error, UnclearColumns) else {}
        one.save(update_fields=["state", "message", "counts"])
        return one
    tell(2, STEPS, _("与台账库比对"))
    one.counts = {"issues": _counts(census), "compared": preview(one, reading)}
    one.mapping, one.message = reading.about["mapping"], ""
    one.state = Import.State.CELLS if former else Import.State.COLUMNS
    one.save(update_fields=["state", "message", "mapping", "counts", "reading"])
    transaction.on_commit(lambda: forget_reading(one, former))
    return one


def _census(one: Import, files: Lent, on: date) -> Census:
    """Read with the columns that were said, else with those that the office said before."""
    said = Columns.from_yaml(one.mapping) if one.mapping else None

    def once(mapping: Columns | None) -> Census:
        return read_ledgers(
            files.ledgers,
            place=one.division[:DISTRICT],
            mapping=mapping,
            outlines=files.outlines,
            day=on,
            corrections=corrections(one.fixes),
        )

    try:
        census = once(said)
    except UnclearColumns as error:
        if said is not None:
            raise
        census = _by_the_office(one, once, error)
    if said is None and (known := remembered(census.mapping, by=one.by, division=one.division)):
        return once(known)
    return census


def _by_the_office(
    one: Import, once: Callable[[Columns], Census], error: UnclearColumns
) -> Census:
    """Read with the headings that the office named before; raises what was wrong without them."""
    for known in known_headings(by=one.by, division=one.division):
        with suppress(UnclearColumns):
            return once(known)
    raise error


def corrections(fixes: Mapping[str, str]) -> Corrections:
    """Return what people typed for some cells as the core takes it."""
    return Corrections({cell_of(key): value for key, value in fixes.items()})


def cell_of(key: str) -> Cell:
    """Return the cell that a key `file|sheet|address` names; a sheet may have a bar, too."""
    file, _bar, rest = key.partition("|")
    sheet, _bar, address = rest.rpartition("|")
    return Cell(file, sheet, address)


def key_of_cell(file: str, sheet: str, address: str) -> str:
    """Return the key of a cell among the fixes of an import."""
    return f"{file}|{sheet}|{address}"


def _counts(census: Census) -> dict[str, Any]:
    return {
        "all": len(census.issues),
        "kinds": {str(kind): count for kind, count in census.issues.counts().items()},
    }
