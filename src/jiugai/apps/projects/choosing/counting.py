"""What the rules choose from the answers of households, and how that is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from jiugai.apps.projects.choosing.asking import QUESTION
from jiugai.apps.projects.models import Choosing
from jiugai.apps.surveys.results.kept import picks_of
from jiugai.consent.choosing import Chosen, Election, Item, Left, Outcome, Way
from jiugai.consent.wanting import more_approvals, rule_of


def election_of(choosing: Choosing) -> Election:
    """Return items, sum and approvals; counts only, no household is named in it."""
    items = tuple(
        Item(one.name, said_of(one.title, one.building), one.cost_cents)
        for one in choosing.items.select_related("building")
    )
    names = {one.name for one in items}
    ballots: Counter[frozenset[str]] = Counter()
    for picked, voters in picks_of(choosing.survey, QUESTION):
        ballots[frozenset(picked) & names] += voters
    return Election(items, choosing.budget_cents, ballots)


def said_of(title: str, building: object) -> str:
    """Return what an item is called, with its building where it has one."""
    return f"{building} {title}" if building else title


def as_kept(election: Election) -> dict[str, Any]:
    """Return what both rules choose and why, as it is kept; money is whole cents, cut."""
    return {
        "voters": election.voters,
        "first_share": int(election.first_share),
        "ways": {way.value: _outcome(election, rule_of(way)(election)) for way in Way},
    }


def _outcome(election: Election, found: Outcome) -> dict[str, Any]:
    rule = rule_of(found.way)
    return {
        "share": int(found.share),
        "spent": found.spent,
        "chosen": [_chosen(one) for one in found.chosen],
        "left": [
            _left(one) | {"more": more_approvals(election, one.item.name, rule)}
            for one in found.left
        ],
    }


def _chosen(one: Chosen) -> dict[str, Any]:
    most = None if one.most is None else int(one.most)
    return {
        "name": one.item.name,
        "approvals": one.approvals,
        "payers": one.payers,
        "most": most,
    }


def _left(one: Left) -> dict[str, Any]:
    return {"name": one.item.name, "approvals": one.approvals, "had": int(one.had)}


def names_chosen(choosing: Choosing) -> list[str]:
    """Return what the rule that was announced chose; nothing before it is settled."""
    result: Mapping[str, Any] | None = choosing.result
    if result is None:
        return []
    return [one["name"] for one in result["ways"][choosing.rule]["chosen"]]
