"""Basic before optional: what an item of a menu needs before it may be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.projects.menus.queries import Line, Menu, State, items_in, menus_for
from jiugai.apps.projects.models import MenuChoice
from jiugai.apps.registry.models import Building
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.entries import MenuItem, Works
from jiugai.policy.law import Law
from jiugai.policy.leaves import facts_below
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary import Project as WorksFacts

#: How an item says that it needs the basic items of its text.
BASIC: Final = ".basic"
#: So many of the items that come first are named.
NAMED: Final = 5


def check_needs(
    law: Law,
    item: MenuItem,
    choices: Sequence[MenuChoice],
    building: Building | None,
    *,
    agreed: bool,
) -> None:
    """Raise Refusal, with the clause, if an item may not be chosen beside these choices.

    An item for a building needs the basic items of this building and of the estate's public
    area; one for the estate needs those of the public area.
    """
    for need in item.needs:
        if need.endswith(BASIC):
            _check_basic(law, item, choices, building, agreed=agreed)
        elif not _is_settled(need, choices, building):
            needed = items_in(law).get(need)
            raise Refusal(
                _("“{item}”要和“{needed}”一起做，请先选“{needed}”（{clause}）。").format(
                    item=say(item.title),
                    needed=say(needed.title) if needed else need,
                    clause=item.clause,
                )
            )


def _check_basic(
    law: Law,
    item: MenuItem,
    choices: Sequence[MenuChoice],
    building: Building | None,
    *,
    agreed: bool,
) -> None:
    lines = basic_lines(law, item.clause.document, choices, building)
    facts = {"basic_state": basic_state(lines), "optional_agreed": agreed}
    for rule in _rules_on_basics(law, item.clause.document):
        if law.judge(rule.id, facts).verdict is not Verdict.MET:
            raise Refusal(_words(item, rule, lines))


def _words(item: MenuItem, rule: Rule, lines: Sequence[Line]) -> str:
    missing = [say(line.item.title) for line in lines if not line.state]
    named = _("、").join(missing[:5]) + (
        _("等 {n} 项").format(n=len(missing)) if missing[5:] else ""
    )
    return _("“{item}”要在基础类之后：还没有安排{missing}（{clause}）。").format(
        item=say(item.title), missing=named or "–", clause=rule.clause
    )


def basic_lines(
    law: Law, document: str, choices: Iterable[MenuChoice], building: Building | None
) -> list[Line]:
    """Return the basic items that come before others of a text, for a building or an estate."""
    listed = list(choices)
    menus: list[Menu] = menus_for(law, listed, None)
    if building is not None:
        menus += menus_for(law, listed, building)
    return [line for menu in menus if menu.document.id == document for line in menu.basic]


def basic_state(lines: Sequence[Line]) -> str:
    """Return how far the basic items are, in the words of the rule (基础类实施情况)."""
    states = {line.state for line in lines}
    if states <= {State.DONE, State.UNNEEDED}:
        return "done"
    if "" not in states:
        return "together"
    return "partial" if states & {State.DONE, State.CHOSEN} else "none"


def _rules_on_basics(law: Law, document: str) -> list[Rule]:
    return [
        rule
        for rule in law.rules_on(WorksFacts)
        if rule.document == document and WorksFacts.basic_state in facts_below(law.bound[rule.id])
    ]


def _is_settled(item: str, choices: Iterable[MenuChoice], building: Building | None) -> bool:
    whose = building.pk if building else None
    settled = {State.CHOSEN, State.DONE}
    return any(
        one.item == item and one.building_id in (whose, None) and one.state in settled
        for one in choices
    )


def check_rest(
    law: Law, choices: Sequence[MenuChoice], buildings: Mapping[int | None, Building | None]
) -> None:
    """Raise Refusal if a choice could not be made beside the others that remain."""
    items = items_in(law)
    for one in choices:
        item = items.get(one.item)
        is_more = item is not None and item.works is not Works.BASIC
        if item is not None and is_more and one.state == State.CHOSEN:
            check_needs(law, item, choices, buildings[one.building_id], agreed=True)
