"""What owners' records prove of an estate; gates take it as records of the system."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.owners.bodies.standing import standing_of
from jiugai.apps.owners.models import PropertyService
from jiugai.apps.owners.service.facts import register_of, words_of
from jiugai.apps.participation.evidence import Proof
from jiugai.apps.registry.models import Estate


def proofs_of(estate: Estate) -> Iterator[Proof]:
    """Yield what the body in office and the service that is given show."""
    standing = standing_of(estate)
    if standing.body is not None:
        body = standing.body
        text = standing.words
        if body.filed_on is not None:
            text = _("{words}，{on} 备案，备案号 {number}").format(
                words=text, on=body.filed_on, number=body.filing_number
            )
        yield Proof(f"body:{body.pk}", text, {"owners_body": standing.fact})
    service = PropertyService.objects.filter(estate=estate, ended_on=None).first()
    if service is not None:
        values = register_of(estate, on=timezone.localdate())
        facts = {name: value for name, value in values.items() if value}
        if facts:
            yield Proof(f"service:{service.pk}", words_of(service), facts)
