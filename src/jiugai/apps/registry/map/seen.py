"""What the map shows at the moment, as layers of other apps are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from jiugai.apps.registry.map.drawing import Drawing
from jiugai.apps.registry.queries.estates import Wanted

#: What the list does not ask but the map does.
OWN = ("by", "within", "wall", "page", "ring")
#: The names of what a layer of another app asks begin with its own and this.
MARK = "-"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The estates that fit, their picture, and the words of the address.

    `filters` choose estates, as in the list; `added` is what layers of other apps ask.
    """

    wanted: Wanted
    drawing: Drawing | None
    by: str
    filters: Pairs
    added: Pairs

    @property
    def query(self) -> str:
        """Return the filters as the list takes them."""
        return urlencode(self.filters)

    @property
    def here(self) -> str:
        """Return what leads to the same selection and layers, whatever the colours."""
        return urlencode([*self.filters, *self.added])

    @property
    def kept(self) -> Pairs:
        """Return what a form of a layer has to send along beside its own fields."""
        return (*self.filters, ("by", self.by))

    def asked(self, layer: str) -> dict[str, str]:
        """Return what a layer asks, by the names that it knows; empty where it is not shown."""
        begin = layer + MARK
        return {k.removeprefix(begin): value for k, value in self.added if k.startswith(begin)}

    def without(self, layer: str) -> str:
        """Return what leads to this page without a layer."""
        others = [one for one in self.added if not one[0].startswith(layer + MARK)]
        return urlencode([*self.filters, *others, ("by", self.by)])


def asked_of(query: QueryDict) -> tuple[Pairs, Pairs]:
    """Return the filters of estates in an address, and what layers of other apps ask."""
    pairs = [(name, one) for name, found in query.lists() for one in found if one]
    return (
        _pairs(one for one in pairs if one[0] not in OWN and MARK not in one[0]),
        _pairs(one for one in pairs if MARK in one[0]),
    )


def _pairs(found: Iterable[tuple[str, str]]) -> Pairs:
    return tuple(found)
