"""The buildings that a plan is without, with the rule and what was taken off, as a sheet."""

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.planning.classes import CLASSES, class_title
from jiugai.planning.output.figures import everybody
from jiugai.planning.plan import Plan
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.pool.dropped import Basis, Dropped, basis_title

Cell = str | int | float | None


def building_table(plan: Plan) -> tuple[list[str], list[list[Cell]]]:
    """Return the headings and a line per building, by estate."""
    years = {one.estate.id: one.year for one in plan.chosen}
    headings = [_("编号"), _("小区"), _("小区列入年度"), _("楼栋"), _("减去户数")]
    headings += [_("减去{works}（万元）").format(works=class_title(works)) for works in CLASSES]
    headings += [_("减去的依据"), _("不符合的规则"), _("条款")]
    estates = sorted(everybody(plan), key=lambda one: one.id)
    return headings, [
        _line(estate, building, years.get(estate.id))
        for estate in estates
        for building in estate.dropped
    ]


def _line(estate: Candidate, one: Dropped, year: int | None) -> list[Cell]:
    costs = [None if cents is None else cents / CENTS_PER_WAN for cents in one.costs]
    return [
        estate.id,
        estate.name,
        year,
        one.name,
        one.households,
        *costs,
        listed(basis_title(basis) for basis in Basis if basis in one.bases),
        one.standing.title,
        one.standing.clauses,
    ]
