"""Take ledgers into the register: estates and buildings with their sources, then verdicts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.services import record
from jiugai.apps.registry.facts import to_json
from jiugai.apps.registry.models import Building, Estate, Import, Source
from jiugai.apps.registry.services.assess import assess
from jiugai.census import Census, read_ledgers
from jiugai.census.outlines import find_outlines
from jiugai.kernel.quad import quad_of


@transaction.atomic
def take_in(paths: Sequence[Path], *, division: str, by: Person, day: date) -> Import:
    """Store every estate and building of some ledgers that the register does not have yet."""
    census = read_ledgers(paths, place=division, outlines=find_outlines(paths), day=day)
    done = Import.objects.create(
        division=division,
        title="、".join(path.name for path in paths),
        state=Import.State.STORED,
        by=by,
    )
    source = Source.objects.create(
        kind=Source.Kind.SHEET, division=division, of=done, file=paths[0].name, by=by
    )
    estates = Estate.objects.bulk_create(_estates(census, division, source))
    ids = {estate.code: estate for estate in estates}
    Building.objects.bulk_create(_buildings(census, ids, source))
    assess([estate.pk for estate in estates], day=day)
    record("registry.import_stored", done, by=by, estates=len(estates))
    return done


def _estates(census: Census, division: str, source: Source) -> list[Estate]:
    found: list[Estate] = []
    for row in census.estates.iter_rows(named=True):
        code = row.pop("estate_id")
        facts = to_json(row)
        lon, lat = row.get("lon"), row.get("lat")
        found.append(
            Estate(
                code=code,
                division=row.get("division") or division,
                facts=facts,
                origins={str(source.pk): {}},
                quad=quad_of(lon, lat) if lon is not None and lat is not None else None,
            )
        )
    return found


def _buildings(census: Census, estates: dict[str, Estate], source: Source) -> list[Building]:
    found: list[Building] = []
    for row in census.buildings.iter_rows(named=True):
        estate = estates[row["estate_id"]]
        facts = to_json(row)
        found.append(
            Building(
                estate=estate,
                division=estate.division,
                code=str(row.get("id") or len(found)),
                facts=facts,
                origins={str(source.pk): {}},
            )
        )
    return found
