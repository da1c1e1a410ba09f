"""One search over everything that has a name in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from jiugai.apps.registry.models import Building, Estate, Party, Succession
from jiugai.apps.registry.models.words import with_word
from jiugai.apps.registry.queries.succession import successor

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brings, kind by kind."""

    estates: Sequence[Estate] = ()
    former: Sequence[tuple[str, Estate]] = ()
    buildings: Sequence[Building] = ()
    parties: Sequence[Party] = ()

    def __bool__(self) -> bool:
        return bool(self.estates or self.former or self.buildings or self.parties)


def search_all(text: str) -> Found:
    """Return what fits every word; the last word may be a building of the estate named before."""
    words = text.split()
    if not words:
        return Found()
    every = Q()
    for word in words:
        every &= with_word(word)
    return Found(_estates(every), _former(text, words), _buildings(words), _parties(text))


def _estates(every: Q) -> tuple[Estate, ...]:
    """Return the first estates that fit; their ids are found in the index alone."""
    found = Estate.objects.filter(every, retired_on=None).order_by("name", "id")
    ids = [one.pk for one in found.only("pk")[:MOST]]
    by_id = Estate.objects.in_bulk(ids)
    return tuple(by_id[id_] for id_ in ids)


def _former(text: str, words: Sequence[str]) -> tuple[tuple[str, Estate], ...]:
    """Return estates that had the name or the code before."""
    old = Succession.objects.filter(former_name__contains=text.strip()).select_related("after")
    named = [(one.former_name, one.after) for one in old[:MOST]]
    coded = Estate.objects.filter(code__in=words).exclude(retired_on=None)[:MOST]
    found = [*named, *((f"{one} {one.code}", one) for one in coded)]
    living = [(name, successor(one)) for name, one in found]
    return tuple((name, one) for name, one in living if one is not None)


def _buildings(words: Sequence[str]) -> tuple[Building, ...]:
    if len(words) < len(("estate", "building")):
        return ()
    estates = Q()
    for word in words[:-1]:
        estates &= with_word(word)
    ids = list(Estate.objects.filter(estates, retired_on=None).values_list("pk", flat=True)[:200])
    found = Building.objects.filter(estate__in=ids).select_related("estate")
    mine = found.filter(Q(name__istartswith=words[-1]) | Q(code__iexact=words[-1]))
    return tuple(mine.order_by("estate_id", "code")[:MOST])


def _parties(text: str) -> tuple[Party, ...]:
    asked = Q(organisation__name__contains=text) | Q(organisation__credit_code__iexact=text)
    found = Party.objects.filter(asked, estate__retired_on=None)
    return tuple(found.select_related("organisation", "estate").order_by("id")[:MOST])
