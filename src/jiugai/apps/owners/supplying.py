"""Put into the register what owners' records show; rules and gates are judged again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import Estate, Source
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values


def supply(
    estate: Estate, values: Mapping[str, Any], *, words: str, by: Person, on: date
) -> dict[str, Any]:
    """Set what changed of some facts of an estate, with a proof as their source; return it.

    The estate is judged anew in any case: what rests on a record may have changed without a fact.
    """
    locked = Estate.objects.select_for_update(of=("self",)).get(pk=estate.pk)
    changed = {name: value for name, value in values.items() if locked.facts.get(name) != value}
    if changed:
        source = Source.objects.create(
            kind=Source.Kind.PROOF, division=locked.division, reason=words[:300], by=by
        )
        apply_values(locked, changed, source=source)
    assess([locked.pk], day=on)
    return changed
