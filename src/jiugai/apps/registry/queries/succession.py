"""What became of an estate that was merged into another."""

from jiugai.apps.registry.models import Estate, Succession

_LONGEST = 50


def successor(estate: Estate) -> Estate | None:
    """Return the estate in which a retired one goes on, after however many steps."""
    found, seen = estate, {estate.pk}
    for _step in range(_LONGEST):
        if found.retired_on is None:
            return found
        link = (
            Succession.objects.filter(before=found, kind=Succession.Kind.MERGE)
            .select_related("after")
            .last()
        )
        if link is None or link.after_id in seen:
            return None
        found = link.after
        seen.add(found.pk)
    return None


def of_code(code: str) -> Estate | None:
    """Return the estate with a code, or the one that it became; None if there is none."""
    found = Estate.objects.filter(code__iexact=code).order_by("retired_on", "id")
    estate = found.filter(retired_on=None).first() or found.first()
    return successor(estate) if estate else None
