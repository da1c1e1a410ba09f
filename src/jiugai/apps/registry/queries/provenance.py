"""Where the values of a thing come from: file, sheet, row, who and when."""

from collections.abc import Iterator
from typing import Any

from jiugai.apps.registry.models import Source
from jiugai.apps.registry.models.kept import Kept


def origins_of(thing: Kept) -> list[dict[str, Any]]:
    """Return each source of a thing with the facts that it gives."""
    sources = Source.objects.select_related("by").in_bulk([int(key) for key in thing.origins])
    return list(_origins(thing, sources))


def _origins(thing: Kept, sources: dict[int, Source]) -> Iterator[dict[str, Any]]:
    for key, place in thing.origins.items():
        source = sources.get(int(key))
        if source is None:  # brought by somebody whose division is not within this scope
            continue
        yield {
            "source": source.pk,
            "kind": source.kind,
            "file": source.file,
            "sheet": source.sheet,
            "row": place.get("row"),
            "facts": sorted(place.get("facts") or _given(thing, source)),
            "by": source.by.name,
            "at": source.at,
            "reason": source.reason,
        }


def _given(thing: Kept, source: Source) -> list[str]:
    """Return the facts of all columns of a source, or all facts where it names no columns."""
    return [name for name in thing.facts if not source.columns or name in source.columns]
