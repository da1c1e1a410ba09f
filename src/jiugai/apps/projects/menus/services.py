"""What can happen to a menu: an item is chosen, settled otherwise, or dropped again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.recompute import Why, recompute
from jiugai.apps.projects.menus.needs import check_needs, check_rest
from jiugai.apps.projects.menus.queries import (
    State,
    choices_of,
    items_in,
    menus_of,
    out_of_plan,
)
from jiugai.apps.projects.models import Cause, MenuChoice, Project
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building, Document
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.policy.entries import MenuItem, Where
from jiugai.policy.law import Law


@transaction.atomic
def choose(
    *,
    project: Project,
    item: str,
    state: MenuChoice.State,
    by: Person,
    on: date,
    building: Building | None = None,
    words: str = "",
    file: File[Any] | None = None,
) -> MenuChoice:
    """Decide about an item of a menu, in place of what was decided before.

    Raises Refusal, with the clause, if the item is not in force here, its building is kept out
    of the plan, residents' will lacks, or the basic items are not settled.
    """
    project = _locked(project)
    law = law_for(project.division, on)
    entry = items_in(law).get(item)
    if entry is None:
        raise Refusal(_("现行菜单里没有这一项，请从菜单中选。"))
    _check_place(project, entry, building)
    choices = choices_of(project)
    whose = building.pk if building else None
    former = next((c for c in choices if (c.item, c.building_id) == (item, whose)), None)
    others = [one for one in choices if one is not former]
    if state is State.UNNEEDED:
        _check_why(words)
    else:
        _check_choice(law, entry, others, building, words=words, file=file, state=state)
    if former is not None:
        _drop(former, _("改为“{state}”").format(state=State(state).label), by)
    document = _kept(project, file, words, by)
    made = MenuChoice.objects.create(
        project=project,
        division=project.division,
        building=building,
        item=item,
        state=state,
        words=words.strip()[:300],
        document=document,
        by=by,
    )
    check_rest(law, [*others, made], _places(project))
    _follow(project, by, on)
    record(
        Action.MENU_CHOSEN,
        project,
        by=by,
        reason=made.words,
        item=item,
        building=str(building or ""),
        state=state.value,
    )
    return made


@transaction.atomic
def drop(*, pk: int, why: str, by: Person, on: date) -> MenuChoice:
    """Take a choice back; raises Refusal without a reason, or where others rest on it."""
    seen = MenuChoice.objects.select_related("project__estate").get(pk=pk)
    project = _locked(seen.project)
    choice = MenuChoice.objects.select_for_update(of=("self",)).get(pk=pk)
    if choice.dropped_at is not None:
        raise Refusal(_("这一项已由{person}移出。").format(person=choice.dropped_by))
    if not why.strip():
        raise Refusal(_("请写明移出的理由。"))
    rest = [one for one in choices_of(project) if one.pk != pk]
    check_rest(law_for(project.division, on), rest, _places(project))
    _drop(choice, why.strip()[:300], by)
    _follow(project, by, on)
    record(Action.MENU_DROPPED, project, by=by, reason=choice.dropped_why, item=choice.item)
    return choice


@transaction.atomic
def choose_basic(*, project: Project, document: str, by: Person, on: date) -> int:
    """Choose every basic item of a text that nobody decided about; return how many.

    Buildings that a rule keeps out of the plan are left out. Raises Refusal if none is left.
    """
    project = _locked(project)
    found = menus_of(project, day=on)
    places = [(None, found.menus)] + [
        (one.building, one.menus) for one in found.buildings if one.out is None
    ]
    made = [
        MenuChoice(
            project=project,
            division=project.division,
            building=building,
            item=line.item.id,
            state=State.CHOSEN,
            by=by,
        )
        for building, menus in places
        for menu in menus
        if menu.document.id == document
        for line in menu.basic
        if not line.state
    ]
    if not made:
        raise Refusal(_("基础类都已安排，没有要纳入的。"))
    MenuChoice.objects.bulk_create(made)
    _follow(project, by, on)
    record(Action.MENU_CHOSEN, project, by=by, document=document, count=len(made))
    return len(made)


def _follow(project: Project, by: Person, on: date) -> None:
    """Work out the gates again: each chosen part needs the consensus of whom it concerns."""
    recompute([project.pk], day=on, why=Why(Cause.MENU, by))


def _locked(project: Project) -> Project:
    lock_estate(project.estate)
    found = Project.objects.select_related("estate").get(pk=project.pk)
    if found.closed_on is not None:
        raise Refusal(_("项目已结束，改造内容不能再改。"))
    return found


def _check_place(project: Project, entry: MenuItem, building: Building | None) -> None:
    if (entry.where is Where.BUILDING) != (building is not None):
        raise Refusal(_("“{item}”不在这里安排。").format(item=say(entry.title)))
    if building is not None and building.estate_id != project.estate_id:
        raise Refusal(_("这栋楼不属于本项目的小区，请从本小区的楼栋中选。"))


def _check_why(words: str) -> None:
    if not words.strip():
        raise Refusal(_("请写明为什么不适用。"))


def _check_choice(
    law: Law,
    entry: MenuItem,
    others: list[MenuChoice],
    building: Building | None,
    *,
    words: str,
    file: File[Any] | None,
    state: MenuChoice.State,
) -> None:
    agreed = bool(words.strip() or file)
    if entry.by_will and not agreed:
        raise Refusal(
            _("“{item}”由居民意愿决定，请写明意愿依据或上传文件（{clause}）。").format(
                item=say(entry.title), clause=entry.clause
            )
        )
    out = out_of_plan(law, building) if building else None
    if out is not None and state is State.CHOSEN and not entry.cure:
        raise Refusal(
            _("本楼不列入年度改造任务计划：{rule}不符合（{clause}）。可以先做治理类内容。").format(
                rule=say(out.rule.title), clause=out.rule.clause
            )
        )
    check_needs(law, entry, others, building, agreed=agreed)


def _kept(project: Project, file: File[Any] | None, words: str, by: Person) -> Document | None:
    if file is None:
        return None
    return add_document(estate=project.estate, file=file, title=words[:120], by=by)


def _drop(choice: MenuChoice, why: str, by: Person) -> None:
    choice.dropped_at, choice.dropped_by, choice.dropped_why = timezone.now(), by, why
    choice.save(update_fields=["dropped_at", "dropped_by", "dropped_why"])


def _places(project: Project) -> dict[int | None, Building | None]:
    """Return the buildings by id, and None for the estate as a whole."""
    found: dict[int | None, Building | None] = {None: None}
    return found | {one.pk: one for one in project.estate.buildings.all()}
