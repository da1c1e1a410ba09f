"""Why a rule says what it says, as a tree that other systems can read."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.api.policies import readings_in
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.findings import findings_on
from jiugai.kernel.source import Clause
from jiugai.policy.case import Finding, Trace, number_used
from jiugai.policy.law import Law
from jiugai.policy.leaves import facts_read
from jiugai.policy.overall import overall_of
from jiugai.policy.rule import Topic
from jiugai.policy.uses import readings_named
from jiugai.policy.wording import describe


def verdicts_on(estate: Estate, *, day: date) -> dict[str, Any]:
    """Return what every rule in force on a day says of an estate, with its reasons."""
    law, findings = findings_on(estate, day=day)
    scope = [rule.id for rule in law.rules_on(topics=[Topic.SCOPE])]
    return {
        "estate": estate.pk,
        "day": day.isoformat(),
        "digest": law.book.digest,
        "chosen": readings_in(law),
        "overall": overall_of(findings[rule].verdict for rule in scope).value,
        "verdicts": [_said(finding, law) for finding in findings.values()],
    }


def _said(finding: Finding, law: Law) -> dict[str, Any]:
    rule = finding.rule
    return {
        "rule": rule.id,
        "title": _(rule.title),
        "means": _(rule.means),
        "topic": rule.topic.value,
        "verdict": finding.verdict.value,
        "because": [_cited(clause) for clause in finding.because],
        "missing": list(finding.missing),
        "readings": {id_: law.readings[id_] for id_ in readings_named(rule, law.book)},
        "why": _tree(finding.trace),
    }


def _cited(clause: Clause) -> dict[str, str]:
    return {"document": clause.document, "clause": clause.number}


def _tree(trace: Trace) -> dict[str, Any]:
    used = number_used(trace.condition)
    clause = trace.condition.clause or (used.clause if used else None)
    known = {fact.name: trace.facts.get(fact.name) for fact in facts_read(trace.condition)}
    return {
        "says": describe(trace.condition),
        "truth": trace.truth,
        "clause": _cited(clause) if clause else None,
        "facts": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in known.items()
        },
        "parts": [_tree(part) for part in trace.parts],
    }
