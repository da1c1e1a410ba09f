"""What votes prove of an estate; gates take it as records of the system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Estate


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that residents did, and the facts of the estate that it shows."""

    key: str
    text: str
    facts: dict[str, Any]


def proofs_of(estate: Estate) -> Iterator[Proof]:
    """Yield what published votes of the whole estate on its works show: resolved, or not."""
    votes = Vote.objects.filter(
        estate=estate,
        state=Vote.State.PUBLISHED,
        body=Vote.Body.ESTATE,
        building=None,
        is_on_works=True,
    )
    for vote in votes.select_related("result").order_by("-published_on"):
        carried = vote.result.is_carried
        outcome = _("通过") if carried else _("未通过")
        text = _("业主表决“{question}”：{outcome}，{on} 公示").format(
            question=vote.question, outcome=outcome, on=vote.published_on
        )
        yield Proof(f"vote:{vote.pk}", text, {"works_resolved": carried})
