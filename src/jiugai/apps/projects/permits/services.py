"""Write down what is known of the works, and that they were filed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.recompute import Why, recompute
from jiugai.apps.projects.gates.supply import Said, supply
from jiugai.apps.projects.models import Cause, Evidence, Project, Works
from jiugai.apps.projects.permits.filing import filing_of
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.services.edit import ChangedMeanwhile, apply_values, read_values
from jiugai.kernel.errors import Refusal


@transaction.atomic
def fill_works(
    *, project: Project, facts: Mapping[str, str], version: int, by: Person, on: date
) -> Works:
    """Write down facts of a project's works as texts say; gates and routes follow.

    Raises Unfit if a value does not fit, ChangedMeanwhile if somebody else changed them since,
    and Refusal if nothing would change or the project is closed.
    """
    lock_estate(project.estate)
    found = Project.objects.select_related("estate").get(pk=project.pk)
    if found.closed_on is not None:
        raise Refusal(_("项目已结束，工程情况不再改。"))
    Works.objects.get_or_create(project=found, defaults={"division": found.division})
    works = Works.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if works.version != version:
        raise ChangedMeanwhile({name: works.facts.get(name) for name in facts})
    values = read_values(Works.subject, facts)
    changed = {name: value for name, value in values.items() if works.facts.get(name) != value}
    if not changed:
        raise Refusal(_("和原来一样，没有要保存的改动。"))
    before = {name: works.facts.get(name) for name in changed}
    apply_values(works, changed, by=by, reason=_("工程情况"))
    recompute([found.pk], day=on, why=Why(Cause.FACTS, by))
    record(
        Action.WORKS_FILLED,
        found,
        by=by,
        changes={name: [before[name], changed[name]] for name in changed},
    )
    return works


@transaction.atomic
def file_works(
    *,
    project: Project,
    fact: str,
    words: str,
    said_on: date,
    file: File[Any] | None,
    by: Person,
    on: date,
) -> Evidence:
    """Write down that the works were filed with an office, on a day, by a paper.

    Raises Refusal if the place asks for no such filing, or the paper will not do.
    """
    filing = filing_of(project, day=on)
    if filing is None or fact not in {one.fact.name for one in filing.entries}:
        raise Refusal(_("今天的规定没有要求向这个部门报备。"))
    said = Said(
        kind=Evidence.Kind.FILE, facts={fact: "yes"}, said_on=said_on, words=words, file=file
    )
    return supply(project=project, rule=filing.rule.id, said=said, by=by, on=on)
