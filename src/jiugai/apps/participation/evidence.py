"""What votes and notices prove of an estate; gates take it as records of the system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.participation.models import Notice, Vote
from jiugai.apps.registry.models import Estate


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that residents did, and the facts of the estate that it shows."""

    key: str
    text: str
    facts: dict[str, Any]


def notices_of(estate: Estate) -> Iterator[Proof]:
    """Yield what notices of an estate show that are up or have been: every part was said."""
    up = Notice.objects.filter(estate=estate).exclude(state=Notice.State.DRAFT)
    for notice in up:
        text = _("公示“{title}”：{on} 起 {days} 天").format(
            title=notice.title, on=notice.put_up_on, days=notice.days
        )
        yield Proof(
            f"notice:{notice.pk}", text, {"notice_complete": True, "design_published": True}
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What owners decided together on works: of the whole estate, or of one building."""

    key: str
    text: str
    is_carried: bool
    building: int | None


def part_proofs_of(estate: Estate) -> Iterator[Decision]:
    """Yield published votes on works, with the building that each speaks of, if it does."""
    votes = Vote.objects.filter(
        estate=estate, state=Vote.State.PUBLISHED, unit=None, is_on_works=True
    )
    for vote in votes.select_related("result", "building").order_by("-published_on"):
        where = vote.building_id
        yield Decision(f"vote:{vote.pk}", _told(vote), vote.result.is_carried, where)


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
        yield Proof(f"vote:{vote.pk}", _told(vote), {"works_resolved": vote.result.is_carried})


def _told(vote: Vote) -> str:
    outcome = _("通过") if vote.result.is_carried else _("未通过")
    words = _("业主表决“{question}”：{outcome}，{on} 公示").format(
        question=vote.question, outcome=outcome, on=vote.published_on
    )
    return f"{vote.building} {words}" if vote.building else words
