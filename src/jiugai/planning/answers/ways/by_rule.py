"""The way into a plan for an estate that a rule, a blank or the office keeps out of the choice."""

from collections.abc import Sequence

from jiugai.kernel.i18n import _, listed, noted
from jiugai.planning.pool.candidates import Candidate, LeftOut, Why
from jiugai.planning.pool.dropped import COSTS
from jiugai.planning.pool.remarks import underivable_sentence
from jiugai.planning.pool.standing import Standing
from jiugai.policy.naming import fact_name


def by_rule(out: LeftOut, years: Sequence[int]) -> str:
    """Return what must come first, "" for an estate that others only outbid.

    Why the estate is out, with its clauses, is in the reason already; `years` are those of the
    plan.
    """
    one = out.estate
    match out.why:
        case Why.EVIDENCE:
            return listed(map(_missing, one.unproven), "；")
        case Why.NO_COST:
            return _cost(one)
        case Why.WINDOW:
            return _window(one, years)
        case Why.SCOPE | Why.BUILDINGS | Why.BEGUN | Why.EXCLUDED:
            return _plainly(out.why)
        case Why.CAPACITY | Why.DEMANDS | Why.MONEY:
            return ""


def _plainly(why: Why) -> str:
    return {
        Why.SCOPE: _("规则明确不纳入：情况改变、台账改正之前，自筹、评分都不能使它列入"),
        Why.BUILDINGS: _("至少一栋楼不再被规则排除（情况改变、台账改正）后即可参加编排"),
        Why.BEGUN: _("已在上一份计划中开工，不必再列入"),
        Why.EXCLUDED: _("取消排除后即可参加编排"),
    }[why]


def _missing(rule: Standing) -> str:
    return _("补报{missing}后即可参加编排（规则 {rule}，依据 {clauses}）").format(
        missing=rule.missing_headings, rule=rule.rule, clauses=rule.clauses
    )


def _cost(one: Candidate) -> str:
    blank = [name for name, cents in zip(COSTS, one.gross, strict=True) if cents is None]
    if not blank:
        return _("留下的楼栋有投资可列后即可参加编排")
    wanted = blank[:1] if blank[0] == COSTS[0] else blank
    said = _("补填{costs}后即可参加编排").format(costs=listed(map(fact_name, wanted)))
    return listed([said, underivable_sentence(one)] if one.underivable else [said], "；")


def _window(one: Candidate, years: Sequence[int]) -> str:
    if one.shut:
        gates = listed(noted(gate.title, gate.clauses) for gate in one.shut)
        return _("先满足{gates}即可参加编排").format(gates=gates)
    return _("把可选年份改到 {first}–{last} 年之内即可参加编排").format(
        first=years[0], last=years[-1]
    )
