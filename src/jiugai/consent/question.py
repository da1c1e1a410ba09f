"""What was put to the vote, to whom, and by which rules of procedure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jiugai.consent.electorate import Body
from jiugai.consent.thresholds import Matter
from jiugai.consent.validity import Window
from jiugai.policy.law import Law


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked.

    `matter` is that of every item without its own in `by_item`; without it, only the items
    of `by_item` were put. `decided` is the day of the decision; `other_law` is the law that
    the other reading of a vote across a change of law would apply, if it began earlier.
    """

    matter: Matter | None = None
    by_item: Mapping[str, Matter] = field(default_factory=dict)
    body: Body = Body.ESTATE
    window: Window = field(default_factory=Window)
    proxy_limit: int | None = None
    decided: date | None = None
    other_law: Law | None = None
