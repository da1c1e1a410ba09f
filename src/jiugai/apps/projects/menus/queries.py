"""The menus of the texts in force, with what was chosen of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jiugai.apps.projects.gates.asked import building_gates
from jiugai.apps.projects.models import MenuChoice, Project
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.entries import MenuItem, Where, Works
from jiugai.policy.law import Law
from jiugai.policy.rulebook import Document

State = MenuChoice.State


@dataclass(frozen=True, slots=True)
class Line:
    """An item of a menu, and what was decided about it."""

    item: MenuItem
    choice: MenuChoice | None

    @property
    def state(self) -> str:
        """Return what was decided, nothing where nobody did."""
        return self.choice.state if self.choice else ""


@dataclass(frozen=True, slots=True)
class Menu:
    """The items of one document for an estate as a whole or for one building."""

    document: Document
    lines: Sequence[Line]

    @property
    def basic(self) -> Sequence[Line]:
        """Return the basic items, which must be done."""
        return [line for line in self.lines if line.item.works is Works.BASIC]

    @property
    def more(self) -> Sequence[Line]:
        """Return the items that come after the basic ones."""
        return [line for line in self.lines if line.item.works is not Works.BASIC]

    @property
    def open_basic(self) -> int:
        """Return how many basic items nobody decided about."""
        return sum(not line.state for line in self.basic)

    @property
    def chosen_count(self) -> int:
        """Return how many items are part of the works."""
        return sum(line.state == State.CHOSEN for line in self.lines)


@dataclass(frozen=True, slots=True)
class BuildingMenus:
    """A building with its menus, and the rule that keeps it out of the plan, if one does."""

    building: Building
    menus: Sequence[Menu]
    out: Finding | None

    @property
    def open_basic(self) -> int:
        """Return how many basic items nobody decided about."""
        return sum(menu.open_basic for menu in self.menus)

    @property
    def chosen_count(self) -> int:
        """Return how many items are part of the works."""
        return sum(menu.chosen_count for menu in self.menus)


@dataclass(frozen=True, slots=True)
class ProjectMenus:
    """The menus of a project: for the estate as a whole, and building by building."""

    menus: Sequence[Menu]
    buildings: Sequence[BuildingMenus]

    @property
    def undecided(self) -> set[str]:
        """Return the documents of which basic items are open that may be done."""
        below = [menu for one in self.buildings if one.out is None for menu in one.menus]
        return {menu.document.id for menu in (*self.menus, *below) if menu.open_basic}


def items_in(law: Law) -> dict[str, MenuItem]:
    """Return every menu item in force by id."""
    return {item.id: item for document in law.documents for item in document.menu}


def choices_of(project: Project) -> list[MenuChoice]:
    """Return what holds of a project's choices."""
    live = project.menu.filter(dropped_at=None)
    return list(live.select_related("by", "document", "building"))


def menus_of(project: Project, *, day: date) -> ProjectMenus:
    """Return the menus of a project with what was chosen."""
    law = law_for(project.division, day)
    choices = choices_of(project)
    return ProjectMenus(
        menus_for(law, choices, None),
        [
            BuildingMenus(one, menus_for(law, choices, one), out_of_plan(law, one))
            for one in project.estate.buildings.order_by("id")
        ],
    )


def building_menus(project: Project, building: Building, *, day: date) -> BuildingMenus:
    """Return the menus of one building with what was chosen."""
    law = law_for(project.division, day)
    menus = menus_for(law, choices_of(project), building)
    return BuildingMenus(building, menus, out_of_plan(law, building))


def menus_for(law: Law, choices: Iterable[MenuChoice], building: Building | None) -> list[Menu]:
    """Return the menus in force for an estate as a whole, or for one of its buildings."""
    whose = building.pk if building else None
    own = {one.item: one for one in choices if one.building_id == whose}
    menus = [
        Menu(document, [Line(item, own.get(item.id)) for item in _items(document, building)])
        for document in law.documents
    ]
    return [menu for menu in menus if menu.lines]


def _items(document: Document, building: Building | None) -> list[MenuItem]:
    of_building = building is not None
    return [item for item in document.menu if (item.where is Where.BUILDING) == of_building]


def out_of_plan(law: Law, building: Building) -> Finding | None:
    """Return the finding that keeps a building out of the year's plan (三(五)④), or None."""
    findings = (law.judge(rule.id, building.known) for rule in building_gates(law))
    return next((one for one in findings if one.verdict is Verdict.NOT_MET), None)
