"""One rule tried on a situation that is made up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.queries.why import Why, why
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Tried:
    """What a rule says of a situation, and the law that it was judged by."""

    law: Law
    why: Why


def try_rule(
    rule: Rule, facts: Mapping[str, Any], *, place: str, day: date, readings: Mapping[str, str]
) -> Tried | None:
    """Return what a rule says of some facts; None where it is not in force there on that day.

    Raises UsageError if nothing at all is in force.
    """
    law = law_for(place, day, readings)
    if rule.id not in law.rules:
        return None
    return Tried(law, why(law.judge(rule.id, facts), law, facts))
