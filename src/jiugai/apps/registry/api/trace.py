"""How the verdicts on an estate changed as the law did, on the facts as they are now."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jiugai.apps.registry.law import days_of_law, law_for
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.findings import facts_of
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.policy.overall import overall_of
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebook import rulebook


def trace_of(estate: Estate, *, first: date, last: date, rule: str) -> dict[str, Any]:
    """Return the verdicts on `first`, then each day of the law on which any came out otherwise."""
    turning = days_of_law(estate.division)
    days = [first, *(day for day in turning if first < day <= last)]
    return {"estate": estate.pk, "steps": list(_steps(estate, days, rule))}


def _steps(estate: Estate, days: list[date], rule: str) -> Iterator[dict[str, Any]]:
    facts, before = facts_of(estate), dict[str, str]()
    for day in days:
        overall, now = _judged(estate, day, facts)
        asked = {*before, *now} if not rule else {rule} & {*before, *now}
        changed = sorted(id_ for id_ in asked if before.get(id_) != now.get(id_))
        if changed:
            yield {
                "day": day.isoformat(),
                "overall": overall,
                "changes": [_change(id_, before, now) for id_ in changed],
            }
        before = now


def _judged(
    estate: Estate, day: date, facts: Mapping[str, Any]
) -> tuple[str | None, dict[str, str]]:
    """Return the overall answer and every verdict on a day; nothing where no law binds."""
    try:
        law = law_for(estate.division, day)
    except UsageError:
        return None, {}
    found = {id_: one.verdict for id_, one in law.judge_all(facts).items()}
    scope = [found[one.id] for one in law.rules_on(topics=[Topic.SCOPE])]
    return overall_of(scope).value, {id_: verdict.value for id_, verdict in found.items()}


def _change(id_: str, before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, Any]:
    rule: Rule = rulebook().rules[id_]
    return {
        "rule": id_,
        "title": _(rule.title),
        "clause": {"document": rule.clause.document, "clause": rule.clause.number},
        "before": before.get(id_),
        "after": now.get(id_),
    }
