"""Which estates nobody gave a cost, and the refusal where that is all of them."""

from collections.abc import Sequence
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed, ngettext, noted
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool, Why
from jiugai.planning.pool.remarks import cost_headings

#: So many are named in a sentence; the file has them all.
NAMED: Final = 5


def without_cost(left_out: Sequence[LeftOut]) -> list[LeftOut]:
    """Return the estates that are out because the cost of their works is not known."""
    return [out for out in left_out if out.why is Why.NO_COST]


def named(estates: Sequence[Candidate]) -> str:
    """Return the names of the first estates, as a sentence lists them."""
    names = listed(noted(one.name, one.id) for one in estates[:NAMED])
    return _("{names} 等").format(names=names) if len(estates) > NAMED else names


def refuse_without_costs(pool: Pool) -> None:
    """Refuse to plan a register of which no estate has a cost.

    Raises InputError if nobody has one, and at least one estate is out for that reason.
    """
    missing = [out.estate for out in without_cost(pool.left_out)]
    everybody = [*pool.candidates, *(out.estate for out in pool.left_out)]
    if not missing or any(cents is not None for one in everybody for cents in one.gross):
        return
    if any(one.underivable for one in missing):
        advice = _("请在假设文件中补上推算所缺的项，或在台账中补填")
    else:
        advice = _(
            "请在台账中补填，或用 --assumptions 声明假设"
            "（模板：jiugai plan --assumptions-template 假设.yaml）"
        )
    raise InputError(
        ngettext(
            "规则没有排除的 {count} 个小区都没有{columns}，不能编制计划：{names}；{advice}。",
            len(missing),
        ).format(count=len(missing), columns=cost_headings(), names=named(missing), advice=advice)
    )
