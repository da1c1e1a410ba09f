"""Which demands are likely the same matter; a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.db import connection

from jiugai.apps.demands.likeness import LIKELY, bands_of, likeness, pairs
from jiugai.apps.demands.models import Demand, State
from jiugai.apps.registry.models import Estate

#: So many that share the most bands are held against the text itself.
CANDIDATES: Final = 200
#: So many of the estate's own latest demands are all held against it, whatever their bands.
OF_ESTATE: Final = 1000
#: From here on a demand of another estate is worth a look, too; bands find few below.
FAR: Final = 0.5
MOST: Final = 5

_BY_BANDS: Final = """
SELECT demand_id FROM demands_band WHERE band = ANY(%s)
GROUP BY demand_id ORDER BY count(*) DESC, demand_id DESC LIMIT %s"""


class Candidate(NamedTuple):
    """What is looked at of a demand before it is worth more."""

    pk: int
    text: str
    estate: int
    division: str
    matter: int | None


@dataclass(frozen=True, slots=True)
class Likely:
    """A demand that may be the same matter, and how alike the texts are."""

    demand: Demand
    share: float


def likely_repeats(
    text: str, *, estate: Estate | None = None, but: Demand | None = None, most: int = MOST
) -> list[Likely]:
    """Return demands that are likely the same matter, those of the estate first.

    Each matter is named once. All of the estate's own latest demands are compared; of the
    others in scope those that share the most bands.
    """
    asked = pairs(text)
    own = _own_matter(but)
    scored = [
        (share, one)
        for one in _candidates(text, estate)
        if one.pk not in own and (share := likeness(asked, pairs(one.text))) >= _least(one, estate)
    ]
    scored.sort(key=lambda found: _rank(found[0], found[1], estate))
    first: dict[int, tuple[float, int]] = {}
    for share, one in scored:
        first.setdefault(one.matter or one.pk, (share, one.pk))
    chosen = list(first.values())[:most]
    whole = Demand.objects.select_related("estate", "organisation").in_bulk(
        [pk for _share, pk in chosen]
    )
    return [Likely(whole[pk], share) for share, pk in chosen]


def by_bands(text: str, most: int = CANDIDATES) -> list[int]:
    """Return the demands in scope that share the most bands with a text."""
    bands = bands_of(text)
    if not bands:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_BY_BANDS, [bands, most])
        return [pk for (pk,) in cursor.fetchall()]


def _candidates(text: str, estate: Estate | None) -> Iterator[Candidate]:
    """Yield what to compare; without names and telephones, which would have to be unsealed."""
    found = Demand.objects.exclude(state=State.WITHDRAWN)
    slim = found.values_list("pk", "text", "estate", "division", "matter")
    seen = set()
    if estate is not None:
        for row in slim.filter(estate=estate).order_by("-id")[:OF_ESTATE]:
            seen.add(row[0])
            yield Candidate(*row)
    others = [pk for pk in by_bands(text) if pk not in seen]
    for row in slim.filter(pk__in=others).order_by():
        yield Candidate(*row)


def _own_matter(but: Demand | None) -> set[int]:
    if but is None:
        return set()
    first = but.matter_id or but.pk
    others = Demand.objects.filter(matter=first).values_list("pk", flat=True)
    return {first, but.pk, *others}


def _least(one: Candidate, estate: Estate | None) -> float:
    return LIKELY if estate is None or one.estate == estate.pk else FAR


def _rank(share: float, one: Candidate, estate: Estate | None) -> tuple[bool, bool, float, int]:
    """Return the place in the order: the estate's own, those of its sub-district, the others."""
    is_own = estate is not None and one.estate == estate.pk
    is_near = estate is not None and one.division == estate.division
    return (not is_own, not is_near, -share, one.pk)
