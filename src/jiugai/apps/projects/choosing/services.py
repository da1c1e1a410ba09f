"""What can happen to a choice by residents: prepared, settled, put into the menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.choosing.asking import form_of
from jiugai.apps.projects.choosing.counting import as_kept, election_of, names_chosen
from jiugai.apps.projects.menus.queries import items_in
from jiugai.apps.projects.menus.services import choose
from jiugai.apps.projects.models import Choosing, ChoosingItem, MenuChoice, Project
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.authoring import services as surveys
from jiugai.apps.surveys.models import Survey
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.policy.entries import MenuItem, Where, Works


@dataclass(frozen=True, slots=True)
class Priced:
    """An item as it is offered: where, for how much, and how that is known."""

    item: str
    building: Building | None
    cents: int
    source: str


@transaction.atomic
def prepare(
    *,
    project: Project,
    offered: Sequence[Priced],
    budget: int,
    source: str,
    rule: str,
    said: Mapping[str, Any],
    by: Person,
    on: date,
) -> Choosing:
    """Draft the survey in which residents choose, with items, prices, sum and rule.

    Raises Refusal if the project is closed, an item is not an optional one of the menu here, or
    fewer than two items are offered.
    """
    if project.closed_on is not None:
        raise Refusal(_("项目已结束，不能再点单。"))
    law_items = items_in(law_for(project.division, on))
    if len(offered) < 2:
        raise Refusal(_("请至少列两项，居民才有得选。"))
    more = {"per": Survey.Per.HOUSEHOLD, "is_online": True}
    (survey,) = surveys.draft(
        estates=[project.estate], purpose="other", said={**said, **more}, by=by, on=on
    )
    choosing = Choosing.objects.create(
        project=project,
        division=project.division,
        survey=survey,
        rule=Choosing.Rule(rule),
        budget_cents=budget,
        source=source,
        made_by=by,
        made_on=on,
    )
    items = [_offered(choosing, law_items.get(one.item), one) for one in offered]
    names = [one.name for one in items]
    if len(set(names)) < len(names):
        raise Refusal(_("同一项列了两次，请删去一行。"))
    ChoosingItem.objects.bulk_create(items)
    surveys.put_form(pk=survey.pk, form=form_of(choosing, items), by=by, on=on)
    record(Action.CHOOSING_PREPARED, choosing, by=by, items=names, budget=budget, rule=rule)
    return choosing


def _offered(choosing: Choosing, entry: MenuItem | None, one: Priced) -> ChoosingItem:
    if entry is None or entry.works is Works.BASIC or entry.where is Where.GOVERNANCE:
        raise Refusal(_("只能点现行菜单里基础类以外的内容；基础类应改尽改，不用选。"))
    title = say(entry.title)
    if (entry.where is Where.BUILDING) != (one.building is not None):
        raise Refusal(
            _("“{item}”是楼栋的内容，请选楼栋。").format(item=title)
            if entry.where is Where.BUILDING
            else _("“{item}”是全小区的内容，楼栋请空着。").format(item=title)
        )
    return ChoosingItem(
        choosing=choosing,
        division=choosing.division,
        name=one.item + (f".b{one.building.pk}" if one.building else ""),
        item=one.item,
        title=entry.title,
        building=one.building,
        cost_cents=one.cents,
        source=one.source,
    )


@transaction.atomic
def settle(*, pk: int, by: Person, on: date) -> Choosing:
    """Keep what the rules choose and show it to the residents.

    Raises Refusal before the survey is closed, where nobody answered, and a second time.
    """
    choosing = _locked(pk)
    if choosing.settled_on is not None:
        raise Refusal(_("结果已由{person}定下，不再改动。").format(person=choosing.settled_by))
    survey = surveys.locked(choosing.survey_id)
    if survey.state != Survey.State.CLOSED:
        raise Refusal(_("问卷截止以后才能定结果；现在还可以作答。"))
    election = election_of(choosing)
    if not election.voters:
        raise Refusal(_("没有住户作答，定不了结果。"))
    choosing.result = as_kept(election)
    choosing.settled_by, choosing.settled_on = by, on
    choosing.save(update_fields=["result", "settled_by", "settled_on"])
    if survey.announced_on is None:
        surveys.announce(pk=survey.pk, by=by, on=on)
    record(
        Action.CHOOSING_SETTLED,
        choosing,
        by=by,
        voters=election.voters,
        chosen=names_chosen(choosing),
    )
    return choosing


@transaction.atomic
def take(*, item: int, by: Person, on: date) -> MenuChoice:
    """Put an item that residents chose into the works, with what they said as its ground.

    Raises Refusal if it was not chosen, and for every reason that the menu knows.
    """
    seen = ChoosingItem.objects.get(pk=item)
    choosing = _locked(seen.choosing_id)
    won = _won(choosing, seen.name)
    if won is None:
        raise Refusal(_("“{item}”没有选上，不能按点单结果纳入。").format(item=say(seen.title)))
    lock_estate(choosing.project.estate)
    words = _("{title}（{on}）：{voters} 户参加，{n} 户赞成，按{rule}选上").format(
        title=choosing.survey.title,
        on=choosing.settled_on,
        voters=choosing.kept["voters"],
        n=won["approvals"],
        rule=choosing.get_rule_display(),
    )
    return choose(
        project=choosing.project,
        item=seen.item,
        building=seen.building,
        state=MenuChoice.State.CHOSEN,
        words=words,
        by=by,
        on=on,
    )


def _won(choosing: Choosing, name: str) -> Mapping[str, Any] | None:
    if choosing.result is None:
        return None
    chosen = choosing.kept["ways"][choosing.rule]["chosen"]
    return next((one for one in chosen if one["name"] == name), None)


def _locked(pk: int) -> Choosing:
    found = Choosing.objects.select_for_update(of=("self",), no_key=True)
    return found.select_related("project__estate", "survey", "settled_by").get(pk=pk)
