"""A first draft of a notice from what the system knows; apps above add what they know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from jiugai.apps.participation.evidence import proofs_of
from jiugai.apps.participation.models import Part
from jiugai.apps.registry.models import Estate, Party

#: Returns texts for parts of a notice of an estate.
Filler = Callable[[Estate], Mapping[Part, str]]
_FILLERS: Final[dict[str, Filler]] = {}


def fills_notice(function: Filler) -> Filler:
    """Let a function of an app above fill parts of notices; it stands in a module `noticed`."""
    _FILLERS[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def composed(estate: Estate) -> dict[str, str]:
    """Return the parts of a notice that can be written from what is known of an estate."""
    autodiscover_modules("noticed")
    found: dict[str, str] = {}
    for fill in (_own, *_FILLERS.values()):
        for part, text in fill(estate).items():
            if text:
                found[part.value] = "\n".join(filter(None, [found.get(part.value), text]))
    return found


def _own(estate: Estate) -> dict[Part, str]:
    return {
        Part.WISHES: "\n".join(proof.text for proof in proofs_of(estate)),
        Part.BODIES: _bodies(estate),
        Part.PIPES: _pipes(estate),
    }


def _bodies(estate: Estate) -> str:
    now = estate.parties.current(timezone.localdate())
    parties = now.select_related("organisation").order_by("kind", "id")
    return "\n".join(
        f"{Party.Kind(one.kind).label}：{one.organisation}"
        + (f"（{one.duty}）" if one.duty else "")
        for one in parties
    )


def _pipes(estate: Estate) -> str:
    lines = []
    for pipe in estate.pipes.all():
        length = "" if pipe.length_m is None else _("{n} 米").format(n=pipe.length_m)
        state = pipe.get_condition_display() if pipe.condition else ""
        lines.append(" ".join(filter(None, [pipe.get_kind_display(), length, state])))
    return "\n".join(lines)
