"""What facts of a gate are about: the estate, one of its buildings, or the works."""

from collections.abc import Sequence
from typing import TypeAlias

from django.utils.translation import gettext as _

from jiugai.apps.projects.gates.asked import facts_of_gate, name_of
from jiugai.apps.projects.models import Evidence, Project, Works
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.models import Building, Estate
from jiugai.kernel.errors import Refusal
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary import Building as BuildingFacts
from jiugai.policy.vocabulary.fact import Fact

Thing: TypeAlias = Estate | Building | Works


def locked_thing(project: Project, rule: Rule, building: Building | None) -> Thing:
    """Return what a gate's facts are kept with, locked; who else works on the estate waits.

    Raises Refusal if the estate is no longer listed or the building is not one of its own.
    """
    estate = lock_estate(project.estate)
    if building is not None:
        return _locked_building(estate, building)
    if rule.subject in (Estate.subject, BuildingFacts):
        return estate
    Works.objects.get_or_create(project=project, defaults={"division": project.division})
    return Works.objects.select_for_update(of=("self",)).get(pk=project.pk)


def _locked_building(estate: Estate, building: Building) -> Building:
    locked = Building.objects.select_for_update(of=("self",)).get(pk=building.pk)
    if locked.estate_id != estate.pk:
        raise Refusal(_("这栋楼不属于本项目的小区，请从本小区的楼栋中选。"))
    return locked


def thing_of(evidence: Evidence) -> Thing:
    """Return what a piece of evidence speaks of."""
    if evidence.building is not None:
        return evidence.building
    works = Works.objects.filter(pk=evidence.project_id, origins__has_key=str(evidence.source_id))
    return works.first() or evidence.project.estate


def locked_again(evidence: Evidence) -> Thing:
    """Return what a piece of evidence speaks of, locked; the estate is locked before it."""
    thing = thing_of(evidence)
    estate = lock_estate(evidence.project.estate)
    match thing:
        case Building():
            return _locked_building(estate, thing)
        case Works():
            return Works.objects.select_for_update(of=("self",)).get(pk=thing.pk)
        case Estate():
            return estate


def facts_about(law: Law, rule: Rule, *, of_building: bool) -> Sequence[Fact]:
    """Return the facts of a gate that are kept with the building, or with estate or works."""
    wanted = "building" if of_building else name_of(rule.subject)
    if rule.subject is BuildingFacts:
        wanted = "building"
    return [fact for fact in facts_of_gate(law, rule) if fact.subject == wanted]


def needs_buildings(law: Law, rule: Rule) -> bool:
    """Return whether a gate looks at the buildings one by one."""
    return rule.subject is not BuildingFacts and bool(facts_about(law, rule, of_building=True))
