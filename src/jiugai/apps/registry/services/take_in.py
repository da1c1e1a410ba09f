"""Take ledgers in without the screens: read, compared and stored as the screens would."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from django.db import transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.import_files import Handed
from jiugai.apps.registry.services.import_read import begin, read
from jiugai.apps.registry.services.import_store import store
from jiugai.census.outlines import find_outlines
from jiugai.kernel.errors import InputError


def silent(_done: int, _of: int = 0, _message: str = "") -> None:
    """Tell nobody how far it is."""


@transaction.atomic
def take_in(paths: Sequence[Path], *, division: str, by: Person, day: date) -> Import:
    """Store every estate and building of some ledgers, doubtful cells as they are.

    Outlines of districts that lie beside them are used, too.

    Raises InputError if they cannot be read, Refusal if one is no ledger.
    """
    given = [*paths, *find_outlines(paths)]
    with ExitStack() as stack:
        files = [Handed(path.name, stack.enter_context(path.open("rb"))) for path in given]
        one = begin(files=files, division=division, by=by)
    one = read(one.pk, on=day, tell=silent)
    if one.state == Import.State.FAILED:
        raise InputError(one.message)
    one.state = Import.State.PREVIEW
    one.save(update_fields=["state"])
    return store(one.pk, by=by, on=day, tell=silent)
