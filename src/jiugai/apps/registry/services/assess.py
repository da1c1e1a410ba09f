"""Judge estates of the register under the law of a day, and keep what came of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from jiugai.apps.registry.law import key_for, law_by
from jiugai.apps.registry.models import Assessment, Estate
from jiugai.apps.registry.queries.findings import facts_of
from jiugai.apps.registry.services.followers import follow
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.overall import overall_of
from jiugai.policy.rule import Topic

#: Up to so many estates are judged one by one; more are quicker all at once.
FEW: Final = 50


def assess(ids: Sequence[int], *, day: date) -> int:
    """Judge some estates again, and all that rests on them; return how many."""
    count = _assess_few(ids, day) if len(ids) <= FEW else _assess_many(ids, day)
    follow(ids, day=day)
    return count


def _assess_many(ids: Sequence[int], day: date) -> int:
    from jiugai.apps.registry.services.assess_many import assess_many  # Ibis loads for long

    return assess_many(ids, day=day)


def _assess_few(ids: Sequence[int], day: date) -> int:
    estates = Estate.objects.filter(pk__in=ids).prefetch_related("buildings")
    made = [_assessment(estate, day) for estate in estates.iterator(chunk_size=2000)]
    Assessment.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["estate"],
        update_fields=[
            "division",
            "day",
            "digest",
            "readings",
            "overall",
            "met",
            "not_met",
            "unknown",
            "missing",
        ],
    )
    return len(made)


def _assessment(estate: Estate, day: date) -> Assessment:
    key = key_for(estate.division, day)
    law = law_by(key)
    findings = law.judge_all(facts_of(estate))
    sorted_ = by_verdict(findings)
    return Assessment(
        estate=estate,
        division=estate.division,
        day=day,
        digest=law.book.digest,
        readings=dict(key.readings),
        overall=overall_of(
            findings[rule.id].verdict for rule in law.rules_on(topics=[Topic.SCOPE])
        ),
        met=sorted_[Verdict.MET],
        not_met=sorted_[Verdict.NOT_MET],
        unknown=sorted_[Verdict.UNKNOWN],
        missing=sorted({fact for one in findings.values() for fact in one.missing}),
    )


def by_verdict(findings: Mapping[str, Finding]) -> dict[Verdict, list[str]]:
    """Return the rules of some findings by their verdict, sorted."""
    found: dict[Verdict, list[str]] = defaultdict(list)
    for rule, finding in sorted(findings.items()):
        found[finding.verdict].append(rule)
    return found
