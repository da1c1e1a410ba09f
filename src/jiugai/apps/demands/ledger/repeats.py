"""Which demands are likely the same matter; a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

from jiugai.apps.demands.likeness import LIKELY, bands_of, likeness, pairs
from jiugai.apps.demands.models import Demand, State
from jiugai.apps.registry.models import Estate

#: So many that share the most bands are held against the text itself.
CANDIDATES: Final = 60
#: So many of the estate's own latest demands are looked through whatever their bands.
OF_ESTATE: Final = 300
#: From here on a demand of another sub-district is worth a look, too.
FAR: Final = 0.5
MOST: Final = 5

_BY_BANDS: Final = """
SELECT demand_id FROM demands_band WHERE band = ANY(%s)
GROUP BY demand_id ORDER BY count(*) DESC, demand_id DESC LIMIT %s"""


@dataclass(frozen=True, slots=True)
class Likely:
    """A demand that may be the same matter, and how alike the texts are."""

    demand: Demand
    share: float
    is_near: bool


def likely_repeats(
    text: str, *, estate: Estate | None = None, but: Demand | None = None, most: int = MOST
) -> list[Likely]:
    """Return demands that are likely the same matter, those of the estate first.

    Each matter is named once. The bands are those of the whole division in scope; of the
    estate's own latest demands every one is compared.
    """
    asked = pairs(text)
    ids = {*by_bands(text), *_of_estate(estate)} - _own_matter(but)
    found = (
        Demand.objects.filter(pk__in=ids)
        .exclude(state=State.WITHDRAWN)
        .select_related("estate", "organisation")
    )
    scored = [_likely(one, likeness(asked, pairs(one.text)), estate) for one in found]
    worth = [one for one in scored if one.share >= (LIKELY if one.is_near else FAR)]
    return _one_a_matter(sorted(worth, key=lambda one: _rank(one, estate)))[:most]


def by_bands(text: str, most: int = CANDIDATES) -> list[int]:
    """Return the demands in scope that share the most bands with a text."""
    bands = bands_of(text)
    if not bands:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_BY_BANDS, [bands, most])
        return [pk for (pk,) in cursor.fetchall()]


def _of_estate(estate: Estate | None) -> Sequence[int]:
    if estate is None:
        return []
    latest = Demand.objects.filter(estate=estate).order_by("-id")
    return list(latest.values_list("pk", flat=True)[:OF_ESTATE])


def _own_matter(but: Demand | None) -> set[int]:
    if but is None:
        return set()
    first = but.matter_id or but.pk
    others = Demand.objects.filter(matter=first).values_list("pk", flat=True)
    return {first, but.pk, *others}


def _likely(one: Demand, share: float, estate: Estate | None) -> Likely:
    is_near = estate is None or one.division == estate.division
    return Likely(one, share, is_near)


def _rank(one: Likely, estate: Estate | None) -> tuple[bool, bool, float, int]:
    is_own = estate is not None and one.demand.estate_id == estate.pk
    return (not is_own, not one.is_near, -one.share, one.demand.pk)


def _one_a_matter(found: Sequence[Likely]) -> list[Likely]:
    seen: dict[int, Likely] = {}
    for one in found:
        seen.setdefault(one.demand.matter_id or one.demand.pk, one)
    return list(seen.values())
