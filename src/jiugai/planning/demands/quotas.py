"""Quotas for divisions, as bounds of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

import numpy as np

from jiugai.kernel.division import find_division, shortest
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import word
from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import CLASSES, class_titles
from jiugai.planning.demands.counting import amount_said, counted, scale_of, without_area
from jiugai.planning.demands.demand import Amount, Quota
from jiugai.planning.demands.roll import NEAREST
from jiugai.planning.model.limits import Flags, Kind, Limit, Unit, in_year, unit_title
from jiugai.planning.pool.candidates import Candidate
from jiugai.policy.funding import OPTIONAL_WORKS


def quota_limits(
    quotas: Sequence[Quota], candidates: Sequence[Candidate], years: Sequence[int]
) -> list[Limit]:
    """Return a bound per quota and side, for candidates in order of id.

    Raises InputError with one sentence per quota that cannot be counted.
    """
    faults = [
        f"{quota.place}: {fault}" for quota in quotas if (fault := _fault(quota, candidates))
    ]
    faults += _repeated(quotas)
    if faults:
        raise InputError("\n".join(dict.fromkeys(faults)))
    return [limit for quota in quotas for limit in _limits(quota, candidates, years)]


def _fault(quota: Quota, candidates: Sequence[Candidate]) -> str:
    if quota.unit is not Unit.INVESTMENT and quota.classes == OPTIONAL_WORKS:
        return _("按{unit}计的配额一行只能写一类；请分行写。").format(unit=unit_title(quota.unit))
    here = [one for one in candidates if stands_in(one, quota.division)]
    if not here:
        return _no_candidates(quota.division, candidates)
    districts = {one.division[:6] for one in here if one.division}
    if quota.division and not _is_code(quota.division) and len(districts) > 1:
        return _("有 {count} 个区都有“{division}”；请写区划代码。").format(
            count=len(districts), division=quota.division
        )
    is_share = isinstance(quota.least, Fraction) or isinstance(quota.most, Fraction)
    return without_area(candidates if is_share else here, quota.unit)


def _no_candidates(division: str, candidates: Sequence[Candidate]) -> str:
    known = list(dict.fromkeys(name for one in candidates for name in one.within))
    near = get_close_matches(division, known, n=NEAREST, cutoff=0.5)
    if not near:
        return _("“{division}”没有可列入计划的小区；请核对区划名称或代码。").format(
            division=division or _("全部")
        )
    return _("“{division}”没有可列入计划的小区；最接近的区划是 {near}，请核对。").format(
        division=division, near=listed(near)
    )


def stands_in(one: Candidate, division: str) -> bool:
    """Return whether an estate lies in a division given by code or name; "" is everywhere."""
    if not division:
        return True
    if _is_code(division):
        return (one.division or one.street).startswith(shortest(division))
    if word(division) in {word(name) for name in one.within}:
        return True
    district = find_division(division)
    return district is not None and one.division.startswith(district.code)


def _is_code(division: str) -> bool:
    return division.isdecimal() and division.isascii()


def _repeated(quotas: Sequence[Quota]) -> Iterator[str]:
    first: dict[tuple[object, ...], Quota] = {}
    for quota in quotas:
        for side in ("least", "most"):
            if getattr(quota, side) is None:
                continue
            key = (word(quota.division), quota.year, quota.classes, quota.unit, side)
            other = first.setdefault(key, quota)
            if other is not quota:
                yield _("{place}: 与 {first} 的配额重复；请合并成一行。").format(
                    place=quota.place, first=other.place.cell
                )


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a quota: at least (-1) or at most (1) so much."""

    sign: int
    amount: Amount


def _limits(
    quota: Quota, candidates: Sequence[Candidate], years: Sequence[int]
) -> Iterator[Limit]:
    if quota.least is not None:
        yield _limit(quota, _Side(-1, quota.least), candidates, years)
    if quota.most is not None:
        yield _limit(quota, _Side(1, quota.most), candidates, years)


def _limit(
    quota: Quota, side: _Side, candidates: Sequence[Candidate], years: Sequence[int]
) -> Limit:
    everywhere = counted(candidates, quota.unit, quota.classes)
    here = np.array([stands_in(one, quota.division) for one in candidates], dtype=np.bool_)
    inside = np.where(here[:, None], everywhere, 0)
    scale = scale_of(quota.unit)
    if isinstance(side.amount, Fraction):
        part, whole = side.amount.numerator, side.amount.denominator
        use, most, scale = whole * inside - part * everywhere, 0, scale * whole
    else:
        use, most = inside, side.amount
    return Limit(
        kind=Kind.QUOTA,
        year=years[-1] if quota.year is None else quota.year,
        title=_title(quota, side),
        use=side.sign * use,
        when=_when(quota.year, years),
        most=side.sign * most,
        unit=unit_title(quota.unit),
        scale=scale,
        stood=str(quota.place),
    )


def _when(year: int | None, years: Sequence[int]) -> Flags:
    if year is None:
        return np.ones((len(years), len(CLASSES)), dtype=np.bool_)
    return in_year(list(years).index(year), len(years))


def _title(quota: Quota, side: _Side) -> str:
    least, most = _("{when}{what}至少 {amount}"), _("{when}{what}至多 {amount}")
    amount = "" if isinstance(side.amount, Fraction) else amount_said(side.amount, quota.unit)
    if isinstance(side.amount, Fraction):
        least, most = (
            _("{when}{what}至少占全部{unit}的 {share}"),
            _("{when}{what}至多占全部{unit}的 {share}"),
        )
    return (least if side.sign < 0 else most).format(
        when=_("计划期内") if quota.year is None else _("{year} 年").format(year=quota.year),
        what=(quota.division or _("全部小区"))
        + (class_titles(quota.classes) if quota.classes else ""),
        amount=amount,
        unit=_what(quota.unit),
        share=f"{float(100 * side.amount):g}%",
    )


def _what(unit: Unit) -> str:
    match unit:
        case Unit.AREA:
            return _("建筑面积")
        case Unit.ESTATES:
            return _("小区数")
        case Unit.HOUSEHOLDS:
            return _("户数")
        case Unit.INVESTMENT:
            return _("投资")
