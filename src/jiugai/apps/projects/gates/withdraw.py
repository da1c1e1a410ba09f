"""Withdraw evidence: what it gave is taken back, and gates shut by their rules."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.supply import follow_evidence
from jiugai.apps.projects.gates.things import Thing, locked_again, thing_of
from jiugai.apps.projects.models import Cause, Claim, Evidence
from jiugai.apps.registry.models import Source
from jiugai.apps.registry.queries.origins import claiming_source
from jiugai.apps.registry.services.edit import apply_values
from jiugai.kernel.errors import Refusal
from jiugai.policy.vocabulary.fact import Fact
from jiugai.policy.wording import shown


@transaction.atomic
def withdraw(*, pk: int, why: str, by: Person, on: date) -> Evidence:
    """Withdraw evidence; each fact goes back to what still supports it, or becomes unknown.

    A fact to which another source gave a value since stays as it is. Raises Refusal without a
    reason or if it was withdrawn already.
    """
    seen = Evidence.objects.select_related("project__estate").get(pk=pk)
    thing = locked_again(seen)
    evidence = Evidence.objects.select_for_update(of=("self",)).get(pk=pk)
    if evidence.withdrawn_at is not None:
        raise Refusal(
            _("这份证据已由{person}撤回：{why}").format(
                person=evidence.withdrawn_by, why=evidence.withdrawn_why
            )
        )
    if not why.strip():
        raise Refusal(_("请写明撤回的理由。"))
    evidence.withdrawn_at, evidence.withdrawn_by = timezone.now(), by
    evidence.withdrawn_why = why.strip()[:300]
    evidence.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    changes = _take_back(evidence, thing, by)
    follow_evidence(evidence, Cause.WITHDRAWAL, by=by, on=on)
    record(
        Action.EVIDENCE_WITHDRAWN,
        seen.project,
        by=by,
        reason=evidence.withdrawn_why,
        rule=evidence.rule,
        evidence=evidence.pk,
        thing=str(thing),
        changes=changes,
    )
    return evidence


@dataclass(frozen=True, slots=True)
class Effect:
    """What withdrawing would do to a fact; unchanged where another source speaks of it now."""

    fact: Fact
    now: str
    then: str
    is_changed: bool


def effects_of(evidence: Evidence) -> list[Effect]:
    """Return what becomes of each fact that evidence supports once it is withdrawn."""
    thing = thing_of(evidence)
    sources = Source.objects.in_bulk([int(key) for key in thing.origins])
    return [_effect(claim, thing, sources) for claim in evidence.claims.all()]


def _effect(claim: Claim, thing: Thing, sources: dict[int, Source]) -> Effect:
    fact = type(thing).subject.fact(claim.fact)
    giver = claiming_source(thing.origins, claim.fact, sources)
    now = thing.facts.get(claim.fact)
    then = _standing(claim)[0] if giver == claim.evidence.source_id else now
    return Effect(fact, shown(fact, now), shown(fact, then), now != then)


def _take_back(evidence: Evidence, thing: Thing, by: Person) -> dict[str, list[Any]]:
    sources = Source.objects.in_bulk([int(key) for key in thing.origins])
    changes = {}
    for claim in evidence.claims.all():
        giver = claiming_source(thing.origins, claim.fact, sources)
        if giver != evidence.source_id:
            continue  # another source speaks of it now
        value, source = _standing(claim)
        changes[claim.fact] = [thing.facts.get(claim.fact), value]
        apply_values(thing, {claim.fact: value}, source=source, by=by, reason=_reason(evidence))
    return changes


def _standing(claim: Claim) -> tuple[Any, Source | None]:
    """Return what holds without a claim: other evidence that still stands, or what was before."""
    about = claim.evidence
    others = Claim.objects.filter(
        fact=claim.fact,
        evidence__project=about.project_id,
        evidence__building=about.building_id,
        evidence__withdrawn_at=None,
    ).exclude(evidence=about)
    others = others.select_related("evidence__source").order_by("-evidence_id")
    if (other := others.first()) is not None:
        return other.value, other.evidence.source
    return _before(claim)


def _before(claim: Claim) -> tuple[Any, Source | None]:
    """Return the value before a claim; what came from evidence that was withdrawn is skipped."""
    while True:
        source = claim.came_from
        if source is None or source.kind != Source.Kind.PROOF:
            return claim.before, source
        earlier = Claim.objects.filter(evidence__source=source, fact=claim.fact).first()
        if earlier is None or earlier.evidence.is_live:
            return claim.before, source
        claim = earlier


def _reason(evidence: Evidence) -> str:
    return _("撤回证据：{why}").format(why=evidence.withdrawn_why)
