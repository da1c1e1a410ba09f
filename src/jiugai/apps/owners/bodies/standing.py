"""Which body speaks for the owners of an estate now."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.owners.models import OwnersBody
from jiugai.apps.registry.models import Estate

Kind = OwnersBody.Kind
#: Bodies that speak for owners, the first before the others; groups only prepare.
SPEAKING: Final = (Kind.COMMITTEE, Kind.COUNCIL, Kind.DELIBERATION)
#: Bodies that act for owners towards a company (BPM 63①, P14 附件1(11)②).
SIGNING: Final = (Kind.COMMITTEE, Kind.COUNCIL)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register says of owners' bodies, and why; the body itself where there is one."""

    fact: str
    words: str
    body: OwnersBody | None


def standing_of(estate: Estate) -> Standing:
    """Return which body an estate has; the names are those of the vocabulary."""
    running = {one.kind: one for one in OwnersBody.objects.filter(estate=estate, ended_on=None)}
    for kind in SPEAKING:
        if body := running.get(kind):
            words = _("业主组织台账：{body}，{on} 成立").format(body=body, on=body.formed_on)
            return Standing(str(kind), words, body)
    return Standing("none", _("业主组织台账：现在没有业主组织"), None)


def signing_body(estate: Estate) -> OwnersBody | None:
    """Return the committee or council that signs for the owners, or None."""
    found = OwnersBody.objects.filter(estate=estate, ended_on=None, kind__in=SIGNING)
    return min(found, key=lambda one: SIGNING.index(Kind(one.kind)), default=None)
