"""Records of the system that can serve as evidence of the facts that gates read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jiugai.apps.owners.evidence import proofs_of as owners_of
from jiugai.apps.participation.evidence import notices_of, proofs_of
from jiugai.apps.projects.models import Application, Desk, Hand, MenuChoice, Review, Task
from jiugai.apps.registry.models import DangerPlan, Estate, Party, Stage
from jiugai.apps.registry.queries.danger import DANGEROUS
from jiugai.apps.surveys.evidence import proofs_of as surveys_of
from jiugai.kernel.i18n import listed

#: What the entry of a party shows.
PARTIES: Final[dict[str, dict[str, Any]]] = {
    Party.Kind.PROPERTY: {"property_settled": True},
    Party.Kind.INVESTOR: {"investor_named": True},
    Party.Kind.IMPLEMENTER: {"implementer_named": True},
}
#: Who works together at the site (BJ22 三(二)⑥), beside those who build.
BODY: Final = (
    Party.Kind.COMMITTEE,
    Party.Kind.OWNERS_BODY,
    Party.Kind.PROPERTY,
    Party.Kind.IMPLEMENTER,
)
BUILDERS: Final = frozenset({Party.Kind.DESIGNER, Party.Kind.CONTRACTOR, Party.Kind.SUPERVISOR})
#: Stages in which an estate is in the reserve pool or was in it.
RESERVED: Final = frozenset(Stage) - {Stage.LEDGER, Stage.BLOCKED}


@dataclass(frozen=True, slots=True)
class Record:
    """Something that the system knows, and the facts that it shows."""

    key: str
    text: str
    facts: dict[str, Any]

    def shows(self, fact: str, value: Any) -> bool:
        """Return whether it shows that a fact has a value."""
        return fact in self.facts and self.facts[fact] == value


def records_of(estate: Estate) -> list[Record]:
    """Return everything the system knows of an estate that can serve as evidence."""
    return [one for find in FINDERS for one in find(estate)]


def record_of(estate: Estate, key: str) -> Record | None:
    """Return a record by its key, or None where it is not, or no longer, so."""
    return next((one for one in records_of(estate) if one.key == key), None)


def _parties(estate: Estate) -> Iterator[Record]:
    current = estate.parties.current(timezone.localdate()).filter(kind__in=list(PARTIES))
    for party in current.select_related("organisation"):
        text = f"{party.get_kind_display()}：{party.organisation}"
        yield Record(f"party:{party.pk}", text, PARTIES[party.kind])


def _stage(estate: Estate) -> Iterator[Record]:
    if estate.stage in RESERVED:
        text = _("小区所处阶段：{stage}").format(stage=estate.get_stage_display())
        yield Record("stage", text, {"in_reserve": True})


def _pipes(estate: Estate) -> Iterator[Record]:
    """Pipes are surveyed where owner, kind, length and cost of each are known (三(六)⑥)."""
    pipes = list(estate.pipes.all())
    lacking = [p for p in pipes if None in (p.organisation_id, p.length_m, p.cost_cents)]
    if pipes and not lacking:
        text = ngettext(
            "管线台账：%(n)s 条，权属、长度、费用齐全",
            "管线台账：%(n)s 条，权属、长度、费用齐全",
            len(pipes),
        ) % {"n": len(pipes)}
        yield Record("pipes", text, {"pipes_surveyed": True})


def _review(estate: Estate) -> Iterator[Record]:
    """A design that passed was reviewed and found good; one that is open again was not."""
    passed = Review.objects.filter(project__estate=estate, project__closed_on=None)
    for review in passed.filter(hand=Hand.PASSED):
        opinion = review.opinions.select_related("design", "by").last()
        if opinion is not None:
            text = _("设计审查：{design}，{person} {on} 审查合格").format(
                design=opinion.design, person=opinion.by, on=opinion.on
            )
            facts = {"planner_reviewed": True, "planner_passed": True}
            yield Record(f"review:{review.pk}", text, facts)


def _body(estate: Estate) -> Iterator[Record]:
    """All who belong to the body of the site are entered, each with what it answers for."""
    own = [one for one in estate.parties.select_related("organisation") if one.until is None]
    kinds = {Party.Kind(one.kind) for one in own if one.duty}
    if kinds.issuperset(BODY) and kinds & BUILDERS:
        names = listed(one.organisation for one in own if one.duty)
        text = _("参加各方及责任：{names}").format(names=names)
        yield Record("body", text, {"site_body_formed": True, "duties_assigned": True})


def _danger(estate: Estate) -> Iterator[Record]:
    """Each dangerous building has its plan: what is done, by whom and until when."""
    buildings = list(estate.buildings.filter(DANGEROUS).select_related("danger_plan"))
    plans = [getattr(one, "danger_plan", None) for one in buildings]
    if buildings and all(map(_is_whole, plans)):
        text = ngettext(
            "危险房屋 %(n)s 栋，一楼一策、责任单位和期限齐全",
            "危险房屋 %(n)s 栋，一楼一策、责任单位和期限齐全",
            len(buildings),
        ) % {"n": len(buildings)}
        yield Record("danger", text, {"risk_list_made": True, "risk_plan_made": True})


def _is_whole(plan: DangerPlan | None) -> bool:
    return plan is not None and all((plan.route, plan.scheme, plan.responsible, plan.due_on))


def _applications(estate: Estate) -> Iterator[Record]:
    for one in Application.objects.filter(estate=estate, desk=Desk.CONFIRMED):
        text = _("申报 {number} 已经市联席会确认").format(number=one.number)
        facts = {"street_reported": True, "district_reviewed": True, "conference_confirmed": True}
        yield Record(f"application:{one.pk}", text, facts)
    for task in Task.objects.filter(project__estate=estate, project__closed_on=None):
        text = _("{on} 下达的任务：{basis}").format(on=task.on, basis=task.basis)
        yield Record(f"task:{task.pk}", text, {"task_assigned": True})


def _menu(estate: Estate) -> Iterator[Record]:
    chosen = MenuChoice.objects.filter(
        project__estate=estate, project__closed_on=None, dropped_at=None
    ).exclude(state=MenuChoice.State.UNNEEDED)
    items = chosen.values("item").distinct().count()
    if items:
        text = ngettext(
            "改造菜单：已安排 %(n)s 项内容", "改造菜单：已安排 %(n)s 项内容", items
        ) % {"n": items}
        yield Record("menu", text, {"menu_drafted": True})


def _notices(estate: Estate) -> Iterator[Record]:
    for proof in notices_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


def _votes(estate: Estate) -> Iterator[Record]:
    for proof in proofs_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


def _surveys(estate: Estate) -> Iterator[Record]:
    for proof in surveys_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


def _owners(estate: Estate) -> Iterator[Record]:
    for proof in owners_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


FINDERS: Final[tuple[Callable[[Estate], Iterator[Record]], ...]] = (
    _parties,
    _stage,
    _pipes,
    _review,
    _body,
    _danger,
    _applications,
    _menu,
    _notices,
    _votes,
    _surveys,
    _owners,
)
