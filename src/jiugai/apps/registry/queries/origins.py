"""Where a value of the register comes from: file, sheet, row, column, who and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jiugai.apps.registry.models import Source
from jiugai.apps.registry.models.kept import Kept


@dataclass(frozen=True, slots=True)
class ValueOrigin:
    """Where one value is from; a person's own entry has no file."""

    source: Source
    row: int | None
    letter: str
    heading: str

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self.source.file

    @property
    def sheet(self) -> str:
        """Return the sheet in the file; a text file has none."""
        return self.source.sheet

    @property
    def is_edit(self) -> bool:
        """Return whether a person typed it."""
        return self.source.kind == Source.Kind.EDIT

    @property
    def cell(self) -> str:
        """Return the address of the cell like F38."""
        return f"{self.letter}{self.row}" if self.letter and self.row else ""

    @property
    def by(self) -> str:
        """Return who brought it."""
        return str(self.source.by)

    @property
    def at(self) -> datetime:
        """Return when."""
        return self.source.at


def claiming_source(
    origins: Mapping[str, Any], fact: str, sources: Mapping[int, Source]
) -> int | None:
    """Return which source a fact is from: of those that say they gave it, the latest."""
    for key in sorted(origins, key=int, reverse=True):
        source = sources.get(int(key))
        listed = origins[key].get("facts")
        columns = source.columns if source else {}
        if fact in listed if listed is not None else (fact in columns or not columns):
            return int(key)
    return None


def origin_of(thing: Kept, fact: str) -> ValueOrigin | None:
    """Return where the value of a fact of an estate or building is from, None if it has none."""
    return origins_of(thing).get(fact)


def origins_of(thing: Kept) -> dict[str, ValueOrigin]:
    """Return where every known fact of an estate or building is from, in one query."""
    sources = {
        source.pk: source
        for source in Source.objects.select_related("by", "of").filter(
            pk__in=[int(key) for key in thing.origins]
        )
    }
    found: dict[str, ValueOrigin] = {}
    for fact in thing.facts:
        pk = claiming_source(thing.origins, fact, sources)
        if pk is not None and pk in sources:
            letter, heading = sources[pk].columns.get(fact, ("", ""))
            row = thing.origins[str(pk)].get("row")
            found[fact] = ValueOrigin(sources[pk], row, letter, heading)
    return found
