"""Show the consensus on parts of the works by evidence; the gate follows by its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.parts.queries import Part, part_gate, parts_of
from jiugai.apps.projects.gates.parts.records import PartRecord, part_record
from jiugai.apps.projects.gates.supply import follow_evidence
from jiugai.apps.projects.models import Cause, Evidence, PartProof, Project
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Source
from jiugai.apps.registry.services.documents import add_document
from jiugai.apps.registry.services.edit import read_values
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary import Component

Kind = Evidence.Kind


@dataclass(frozen=True, slots=True)
class Covering:
    """What somebody hands in on parts: what it is, of which items and building, and the facts.

    Without a building it speaks of the chosen items wherever they are done. A record says by
    itself whether residents agreed.
    """

    kind: Evidence.Kind
    items: Sequence[str]
    facts: Mapping[str, str]
    said_on: date
    building: int | None = None
    words: str = ""
    speaker: str = ""
    capacity: str = ""
    record: str = ""
    file: File[Any] | None = field(default=None, compare=False)


@transaction.atomic
def cover(*, project: Project, rule: str, said: Covering, by: Person, on: date) -> Evidence:
    """Keep evidence for chosen parts of a project's works.

    Raises Refusal if the project is closed, no such gate is asked, nothing that was chosen is
    meant, or the evidence is not what it says; Unfit if a value does not fit.
    """
    gate = part_gate(project, rule, day=on)
    if gate is None:
        raise Refusal(_("今天的规定里没有这道门槛；请看项目页上现行的门槛。"))
    lock_estate(project.estate)
    project = Project.objects.select_related("estate").get(pk=project.pk)
    if project.closed_on is not None:
        raise Refusal(_("项目已结束，不再收证据。"))
    found = _record(project, said, on)
    parts = _meant(project, gate, said, found, on)
    values = {"consensus_reached": found.is_agreed} if found else _values(said)
    evidence = _kept(project, gate, replace(said, words=_words(said, found)), by)
    PartProof.objects.bulk_create(
        PartProof(
            evidence=evidence,
            project=project,
            division=project.division,
            building=one.building,
            item=one.item.id,
            facts=values,
        )
        for one in parts
    )
    follow_evidence(evidence, Cause.EVIDENCE, by=by, on=on)
    record(
        Action.EVIDENCE_SUPPLIED,
        project,
        by=by,
        reason=evidence.words[:300],
        rule=rule,
        evidence=evidence.pk,
        kind=evidence.kind,
        parts=[[one.item.id, one.building.pk if one.building else None] for one in parts],
        facts=values,
        sha256=evidence.document.sha256 if evidence.document else "",
    )
    return evidence


def _record(project: Project, said: Covering, on: date) -> PartRecord | None:
    if said.said_on > on:
        raise Refusal(_("日期不能晚于今天。"))
    if said.kind is Kind.STATEMENT and not (said.words.strip() and said.speaker.strip()):
        raise Refusal(_("请写明谁陈述、陈述了什么。"))
    if said.kind is not Kind.RECORD:
        return None
    found = part_record(project.estate, said.record, day=on)
    if found is None:
        raise Refusal(_("系统里没有这条记录，或已被改动；请重新选择。"))
    return found


def _meant(
    project: Project, gate: Rule, said: Covering, found: PartRecord | None, on: date
) -> list[Part]:
    """Return the parts that are meant; a record that is silent on one is refused."""
    law = law_for(project.division, on)
    parts = [
        one
        for one in parts_of(project, gate, law)
        if one.item.id in said.items and said.building in (None, one.key[1])
    ]
    if not parts:
        raise Refusal(_("请至少选一项已纳入本次工程的改造内容。"))
    silent = [one for one in parts if found is not None and not found.speaks_of(*one.key)]
    if silent:
        names = dict.fromkeys(say(one.item.title) for one in silent)
        raise Refusal(
            _("这条记录没有问到“{items}”，或不是这栋楼的；请去掉这些内容，或改用文件。").format(
                items=listed(names)
            )
        )
    return parts


def _values(said: Covering) -> dict[str, Any]:
    texts = {name: text for name, text in said.facts.items() if text.strip()}
    values = {n: v for n, v in read_values(Component, texts).items() if v is not None}
    if not values:
        raise Refusal(_("请至少选一项事实，说明这份证据证明了什么。"))
    return values


def _words(said: Covering, found: PartRecord | None) -> str:
    return said.words.strip() or (found.text if found else "")


def _kept(project: Project, gate: Rule, said: Covering, by: Person) -> Evidence:
    document = None
    if said.kind is Kind.FILE:
        document = add_document(estate=project.estate, file=said.file, title=said.words, by=by)
    words = (said.words or str(document or ""))[:500]
    source = Source.objects.create(
        kind=Source.Kind.PROOF, division=project.division, reason=words[:300], by=by
    )
    return Evidence.objects.create(
        project=project,
        division=project.division,
        rule=gate.id,
        kind=said.kind,
        document=document,
        record=said.record if said.kind is Kind.RECORD else "",
        words=words,
        speaker=said.speaker.strip()[:60],
        capacity=said.capacity.strip()[:60],
        said_on=said.said_on,
        by=by,
        source=source,
    )
