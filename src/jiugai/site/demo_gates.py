"""Gates of the made-up projects: evidence of every kind, some withdrawn, some overridden."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any, Final

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.gates.override import override
from jiugai.apps.projects.gates.parts.cover import Covering, cover
from jiugai.apps.projects.gates.parts.queries import part_gate, parts_by_item
from jiugai.apps.projects.gates.supply import Said, supply
from jiugai.apps.projects.gates.withdraw import withdraw
from jiugai.apps.projects.menus.services import choose, choose_basic
from jiugai.apps.projects.models import Evidence, MenuChoice, Project
from jiugai.apps.registry.models import Building, Estate, Source, Stage

#: What is known of an estate at a stage: with which chance each fact holds.
LIKELY: Final = {
    Stage.RESERVE: 0.45,
    Stage.PLAN: 0.8,
    Stage.WORKS: 0.95,
    Stage.ACCEPTANCE: 0.97,
    Stage.STEWARDSHIP: 0.99,
    Stage.BLOCKED: 0.5,
}
FACTS: Final = (
    "residents_asked",
    "asked_before_approval",
    "site_body_formed",
    "planner_reviewed",
    "planner_passed",
    "notice_complete",
    "design_published",
    "in_reserve",
    "pipes_surveyed",
    "scheme_made",
    "service_standard_settled",
    "works_coordinated",
    "pipe_owners_contacted",
    "duties_assigned",
    "vulnerable_surveyed",
    "surroundings_surveyed",
    "risk_list_made",
    "risk_plan_made",
    "in_database",
    "menu_drafted",
    "menu_settled",
    "investor_named",
    "implementer_named",
)
#: A fact that is not shown yet is sometimes known not to hold.
KNOWN_NO: Final = 0.35
SHOWN: Final = 6  # projects with evidence that was handed in one by one


def fill_facts(projects: list[Project], *, by: Person) -> None:
    """Give the facts of gates to estates and buildings, the same every time."""
    chance = Random(67)  # noqa: S311 - the same district for everyone
    source = Source.objects.create(
        kind=Source.Kind.EDIT, division=by.division, reason="示范数据（虚构）", by=by
    )
    estates = [one.estate for one in projects]
    for estate in estates:
        facts = dict(_facts(estate, chance))
        estate.facts |= facts
        estate.origins[str(source.pk)] = {"facts": sorted(facts)}
    Estate.objects.bulk_update(estates, ["facts", "origins"])
    _guards(estates, chance)


def show_gates(projects: list[Project], *, clerk: Person, officer: Person, day: date) -> None:
    """Hand in evidence for the first gate of some projects, withdraw some, override one."""
    own = [one for one in projects if one.division.startswith(clerk.division)]
    asked = [one for one in own if "residents_asked" not in one.estate.facts]
    for number, project in enumerate(asked[:SHOWN]):
        _evidence(project, number, clerk, officer, day)
    _menu(asked[0], clerk, day)
    _agreed(asked[0], clerk, day)


def _agreed(project: Project, clerk: Person, day: date) -> None:
    """Show the consensus on most parts of the works; some still lack it."""
    gate = part_gate(project, "bj22.consensus.part", day=day)
    if gate is None:
        return
    items = [one.item.id for one in parts_by_item(project, gate, day=day)]
    said = Covering(
        kind=Evidence.Kind.STATEMENT,
        items=items[: len(items) * 2 // 3],
        facts={"consensus_reached": "yes"},
        said_on=day,
        words="小区议事会逐项表决，涉及住户均已同意（虚构）",
        speaker="社区书记（虚构）",
        capacity="社区党组织",
    )
    cover(project=project, rule=gate.id, said=said, by=clerk, on=day)


def _menu(project: Project, clerk: Person, day: date) -> None:
    """Choose every basic item and, by residents' will, an optional one."""
    choose_basic(project=project, document="xc18", by=clerk, on=day)
    choose(
        project=project,
        item="xc18.menu.parking",
        state=MenuChoice.State.CHOSEN,
        words="小区议事会 5 月 12 日表决，38 名代表中 33 人同意",
        by=clerk,
        on=day,
    )


def _facts(estate: Estate, chance: Random) -> Iterator[tuple[str, Any]]:
    likely = LIKELY[Stage(estate.stage)]
    for name in FACTS:
        if name in estate.facts:
            continue
        if chance.random() < likely:
            yield name, True
        elif chance.random() < KNOWN_NO:
            yield name, False
    if chance.random() < likely:
        yield "open_objections", 0 if chance.random() < likely else chance.randint(1, 9)


def _guards(estates: list[Estate], chance: Random) -> None:
    """Let the residents of buildings with guards agree or refuse."""
    found = Building.objects.filter(estate__in=estates, facts__has_guards=True)
    buildings = list(found.order_by("id"))
    for building in buildings:
        refused = chance.random() < 0.15
        building.facts |= {"guard_consent": not refused, "guard_refused": refused}
    Building.objects.bulk_update(buildings, ["facts"])


def _evidence(project: Project, number: int, clerk: Person, officer: Person, day: date) -> None:
    """Open, shut again or override the first gate of a project."""
    rule = "bj22.gate.asked"
    if number == 0:
        override(
            project=project,
            rule=rule,
            reason="汛期前须先做屋面排险，区联席会同意边做边补征求意见",
            by=officer,
            on=day,
        )
        return
    said = Said(
        kind=Evidence.Kind.STATEMENT,
        facts={"residents_asked": "yes"},
        said_on=day,
        words=f"已入户征求意见 {180 + number * 7} 户，意见汇总已公开",
        speaker="社区居委会主任（虚构）",
        capacity="社区居委会",
    )
    found = supply(project=project, rule=rule, said=said, by=clerk, on=day)
    if number == 1:
        withdraw(pk=found.pk, why="汇总表缺两个楼门，重做后再交", by=clerk, on=day)
