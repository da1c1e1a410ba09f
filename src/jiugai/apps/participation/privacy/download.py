"""Everything that is held of a household as one file: a page to read, data, its pictures."""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Any, Final

from django.core.files.storage import default_storage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.privacy.holding import File, Item
from jiugai.apps.participation.privacy.shown import Held, held_by
from jiugai.apps.registry.models import Household
from jiugai.apps.registry.services.documents import path_of

#: More than this is written to disk on the way.
IN_MEMORY: Final = 2**22
_ENDINGS: Final = {"image/png": ".png", "image/jpeg": ".jpg"}


@transaction.atomic
def download(*, household: Household, at: datetime) -> IO[bytes]:
    """Return a zip of everything held of a household, and write down that it was taken."""
    held = held_by(household)
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        names = {}
        for number, one in enumerate(_files(held), start=1):
            if default_storage.exists(path_of(one.sha256)) and one.sha256 not in names:
                names[one.sha256] = f"pictures/{number:03d}-{_plain(one)}"
                with default_storage.open(path_of(one.sha256)) as source:
                    packed.writestr(names[one.sha256], source.read())
        context = {"held": _shown(held, names), "household": household, "at": at}
        packed.writestr("index.html", render_to_string("participation/r/download.html", context))
        packed.writestr(
            "data.json", json.dumps(_data(held, names, at), ensure_ascii=False, indent=1)
        )
    file.seek(0)
    record(Action.PERSONAL_DOWNLOADED, household, by=None, holdings=[one.key for one in held])
    return file


def _files(held: list[Held]) -> Iterator[File]:
    for one in held:
        for item in one.items:
            yield from item.files


def _plain(file: File) -> str:
    """Return a name that is safe in every file system."""
    stem = re.sub(r"[^\w-]", "_", PurePosixPath(file.name).stem)[:40]
    return stem + _ENDINGS.get(file.kind, "")


def _shown(held: list[Held], names: dict[str, str]) -> list[tuple[Held, list[Any]]]:
    return [
        (
            one,
            [
                (item, [names[f.sha256] for f in item.files if f.sha256 in names])
                for item in one.items
            ],
        )
        for one in held
    ]


def _data(held: list[Held], names: dict[str, str], at: datetime) -> dict[str, Any]:
    return {
        "made_at": timezone.localtime(at).isoformat(timespec="seconds"),
        "held": [
            {
                "key": one.key,
                "title": str(one.holding.title),
                "purpose": str(one.holding.purpose),
                "basis": str(one.holding.basis),
                "term": one.term,
                "items": [_item(item, names) for item in one.items],
            }
            for one in held
        ],
    }


def _item(item: Item, names: dict[str, str]) -> dict[str, Any]:
    return {
        "what": item.what,
        "values": [{"name": name, "value": value} for name, value in item.values],
        "kept_until": item.until.isoformat() if item.until else None,
        "files": [names[one.sha256] for one in item.files if one.sha256 in names],
    }
