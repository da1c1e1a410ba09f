"""Supply evidence: its values go into the register as a source of their own, and gates follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.asked import building_gates, gates_of
from jiugai.apps.projects.gates.recompute import Why, recompute
from jiugai.apps.projects.gates.records import Record, record_of
from jiugai.apps.projects.gates.things import Thing, facts_about, locked_thing
from jiugai.apps.projects.models import Cause, Claim, Evidence, Project
from jiugai.apps.registry.facts import known_facts
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building, Estate, Source
from jiugai.apps.registry.queries.origins import claiming_source
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.documents import add_document
from jiugai.apps.registry.services.edit import ChangedMeanwhile, apply_values, read_values
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed
from jiugai.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody hands in as evidence: what it is, and the facts it supports, as texts.

    `version` is that of the thing as the person saw it.
    """

    kind: Evidence.Kind
    facts: Mapping[str, str]
    said_on: date
    words: str = ""
    speaker: str = ""
    capacity: str = ""
    record: str = ""
    file: File[Any] | None = field(default=None, compare=False)
    version: int | None = None


@transaction.atomic
def supply(
    *,
    project: Project,
    rule: str,
    said: Said,
    by: Person,
    on: date,
    building: Building | None = None,
) -> Evidence:
    """Keep evidence for facts that a gate reads; the gate follows by its rule.

    Raises Refusal if the project is closed, the evidence is not what it says, supports nothing
    that the gate reads, or somebody else put another value there meanwhile; Unfit if a value
    does not fit.
    """
    gate = asked_gate(project, rule, on)
    thing = locked_thing(project, gate, building)
    project = Project.objects.select_related("estate").get(pk=project.pk)  # as it is under lock
    if project.closed_on is not None:
        raise Refusal(_("项目已结束，不再收证据。"))
    values = _values(project, gate, thing, said, on)
    found = _checked(project, thing, values, said, on)
    document = None
    if said.kind is Evidence.Kind.FILE:
        document = add_document(estate=project.estate, file=said.file, title=said.words, by=by)
    words = said.words.strip() or (found.text if found else str(document or ""))
    evidence = Evidence.objects.create(
        project=project,
        division=project.division,
        rule=rule,
        building=building,
        kind=said.kind,
        document=document,
        record=said.record if said.kind is Evidence.Kind.RECORD else "",
        words=words[:500],
        speaker=said.speaker.strip()[:60],
        capacity=said.capacity.strip()[:60],
        said_on=said.said_on,
        by=by,
        source=_source(thing, words, by),
    )
    _claim(evidence, thing, values)
    apply_values(thing, values, source=evidence.source)
    follow_evidence(evidence, Cause.EVIDENCE, by=by, on=on)
    record(
        Action.EVIDENCE_SUPPLIED,
        project,
        by=by,
        reason=evidence.words[:300],
        rule=rule,
        evidence=evidence.pk,
        kind=evidence.kind,
        thing=str(thing),
        facts=values,
        sha256=document.sha256 if document else "",
    )
    return evidence


def asked_gate(project: Project, rule: str, on: date) -> Rule:
    """Return a gate by its rule; raises Refusal if the law of the day does not ask it."""
    law = law_for(project.division, on)
    gates = {one.id: one for one in (*gates_of(law), *building_gates(law))}
    if rule not in gates:
        raise Refusal(_("今天的规定里没有这道门槛；请看项目页上现行的门槛。"))
    return gates[rule]


def follow_evidence(evidence: Evidence, cause: Cause, *, by: Person, on: date) -> None:
    """Work out the gates of the project by the new facts, and judge the estate again."""
    recompute([evidence.project_id], day=on, why=Why(cause, by, evidence))
    assess([evidence.project.estate_id], day=on)


def _values(project: Project, gate: Rule, thing: Thing, said: Said, on: date) -> dict[str, Any]:
    law = law_for(project.division, on)
    readable = facts_about(law, gate, of_building=isinstance(thing, Building))
    names = {fact.name for fact in readable}
    texts = {name: text for name, text in said.facts.items() if text.strip()}
    if not texts:
        raise Refusal(_("请至少选一项事实，说明这份证据证明了什么。"))
    if strange := sorted(set(texts) - names):
        raise Refusal(
            _("这道门槛不看“{facts}”，请在相应的门槛处补证据。").format(
                facts=_headings(thing, strange)
            )
        )
    return {
        name: value
        for name, value in read_values(type(thing).subject, texts).items()
        if value is not None
    }


def _checked(
    project: Project, thing: Thing, values: Mapping[str, Any], said: Said, on: date
) -> Record | None:
    if said.said_on > on:
        raise Refusal(_("日期不能晚于今天。"))
    changed = {
        n: thing.facts.get(n) for n in values if thing.facts.get(n) not in (None, values[n])
    }
    if said.version is not None and said.version != thing.version and changed:
        raise ChangedMeanwhile(changed)
    if said.kind is Evidence.Kind.RECORD:
        return _checked_record(project.estate, thing, values, said.record)
    is_statement = said.kind is Evidence.Kind.STATEMENT
    if is_statement and not (said.words.strip() and said.speaker.strip()):
        raise Refusal(_("请写明谁陈述、陈述了什么。"))
    return None


def _checked_record(estate: Estate, thing: Thing, values: Mapping[str, Any], key: str) -> Record:
    found = record_of(estate, key)
    if found is None:
        raise Refusal(_("系统里没有这条记录，或已被改动；请重新选择。"))
    if other := [name for name, value in values.items() if not found.shows(name, value)]:
        raise Refusal(
            _("这条记录证明不了“{facts}”；请改用文件或签名陈述。").format(
                facts=_headings(thing, other)
            )
        )
    return found


def _headings(thing: Thing, names: Sequence[str]) -> str:
    """Return what people call facts of a thing; a name that it does not have stays."""
    known = known_facts(type(thing).subject)
    return listed(say(known[name].heading) if name in known else name for name in names)


def _source(thing: Thing, words: str, by: Person) -> Source:
    return Source.objects.create(
        kind=Source.Kind.PROOF, division=thing.division, reason=words[:300], by=by
    )


def _claim(evidence: Evidence, thing: Thing, values: Mapping[str, Any]) -> None:
    sources = Source.objects.in_bulk([int(key) for key in thing.origins])
    Claim.objects.bulk_create(
        Claim(
            evidence=evidence,
            division=evidence.division,
            fact=name,
            value=value,
            before=thing.facts.get(name),
            came_from_id=_giver(thing, name, sources),
        )
        for name, value in values.items()
    )


def _giver(thing: Thing, fact: str, sources: Mapping[int, Source]) -> int | None:
    """Return the source that gives the value of a fact now, if one can be seen."""
    if fact not in thing.facts:
        return None
    found = claiming_source(thing.origins, fact, sources)
    return found if found in sources else None


def supported(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """Return by fact the evidence that supports it, withdrawn evidence left out."""
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.is_live:
            for claim in one.claims.all():
                found.setdefault(claim.fact, []).append(one)
    return found
