"""Ledgers written by tests, and the import of them without waiting for a worker."""

import io
from datetime import date

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services import import_read, import_store, import_undo
from jiugai.apps.registry.services.import_files import Handed
from jiugai.apps.registry.services.take_in import silent
from tests.apps.conftest import DISTRICT

DAY = date(2026, 6, 1)
LEDGER = """小区编号,小区名称,区县,街道,建成年代,户数,建筑面积(㎡)
A1,玉兰里,示范区,甲街道,1984,120,9000.5
A2,海棠里,示范区,甲街道,1991,80,7000
A3,丁香里,示范区,乙街道,1979,60,5000
"""
BUILDINGS = """小区编号,小区名称,楼栋编号,层数,户数
A1,玉兰里,1,6,60
A1,玉兰里,2,6,60
A2,海棠里,1,5,80
"""


def begun(
    people,
    text=LEDGER,
    *,
    name="2025年台账.csv",
    by="district_officer",
    division=DISTRICT,
    more=(),
):
    """Return an import of a text that is kept but not read yet."""
    files = [Handed(name, io.BytesIO(text.encode()))]
    files += [Handed(other, io.BytesIO(content.encode())) for other, content in more]
    return import_read.begin(files=files, division=division, by=people[by])


def read(one):
    """Read an import again."""
    return import_read.read(one.pk, on=DAY, tell=silent)


def store(one, people, by="district_officer"):
    """Store an import that was read."""
    Import.objects.filter(pk=one.pk).update(state=Import.State.PREVIEW)
    return import_store.store(one.pk, by=people[by], on=DAY, tell=silent)


def stored(people, text=LEDGER, **more):
    """Return an import of a text that is in the register."""
    with scope(DISTRICT):
        one = begun(people, text, **more)
        read(one)
        return store(one, people)


def undone(one, people):
    """Take an import back."""
    return import_undo.undo(one.pk, by=people["district_officer"], on=DAY, tell=silent)
