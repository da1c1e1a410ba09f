"""How many pilot estates a text asks of each county and district (KF19 六(三))."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from jiugai.kernel.division import DISTRICT, division
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.demands.demand import Named
from jiugai.planning.demands.roll import Roll, called
from jiugai.planning.model.limits import Kind, Limit, Unit, unit_title
from jiugai.planning.pool.candidates import Candidate, Pool
from jiugai.policy.conditions import Dated
from jiugai.policy.law import Law


@dataclass(frozen=True, slots=True)
class PilotsAsked:
    """The least numbers of a county and a district, the most of a district, and until when."""

    county: Dated
    district: Dated
    cap: Dated | None
    due: date


def pilots_asked(law: Law) -> PilotsAsked | None:
    """Return what the law of a place and day asks for, or None if it asks for none."""
    due = law.numbers.get("kf19.pilots_due")
    if due is None or not isinstance(due.value, date):
        return None
    is_range = law.readings["kf19.pilot_cap"] == "range"
    return PilotsAsked(
        county=law.numbers["kf19.pilots_county"],
        district=law.numbers["kf19.pilots_district_min"],
        cap=law.numbers["kf19.pilots_district_max"] if is_range else None,
        due=due.value,
    )


def pilot_limits(pilots: Sequence[Named], asked: PilotsAsked | None, pool: Pool) -> list[Limit]:
    """Return a bound per county and district in which the office names pilots.

    A plan knows years, not days: a start in the year of the due day counts.
    Raises InputError if no text in force asks for pilots, or a pilot cannot be in the plan.
    """
    if not pilots:
        return []
    years = [year for year in pool.years if asked and year <= asked.due.year]
    if asked is None or not years:
        first = pilots[0].place
        raise InputError(
            _("计划期内没有条文要求试点的数量；一定要列入的小区请改用 锁定。"),
            file=first.file,
            cell=first.cell,
        )
    found: list[Limit] = []
    for code, here in sorted(_by_division(pilots, pool).items()):
        found += _limits(code, here, asked, pool)
    return found


def _by_division(pilots: Sequence[Named], pool: Pool) -> dict[str, dict[str, Named]]:
    """Return the pilots of each county and district, by id."""
    roll = Roll([*pool.candidates, *(out.estate for out in pool.left_out)])
    reasons = {out.estate.id: out.reason for out in pool.left_out}
    found: dict[str, dict[str, Named]] = {}
    for named in pilots:
        one = roll.find(named)
        fault = _fault(one, reasons.get(one.id, ""))
        if fault:
            raise InputError(fault, file=named.place.file, cell=named.place.cell)
        found.setdefault(one.division[:DISTRICT], {})[one.id] = named
    return found


def _fault(one: Candidate, reason: str) -> str:
    if reason:
        return _("试点{estate}不能列入：{reason}；请改选或先改正。").format(
            estate=called(one), reason=reason
        )
    if len(one.division) < DISTRICT:
        return _("试点{estate}没有区划代码，不知属于哪个县区；请在台账中补填。").format(
            estate=called(one)
        )
    return ""


def _limits(code: str, here: dict[str, Named], asked: PilotsAsked, pool: Pool) -> Iterator[Limit]:
    place = division(code)
    is_county = place.name.endswith("县")
    yield _limit(place.name, here, asked.county if is_county else asked.district, -1, asked, pool)
    if asked.cap is not None and not is_county:
        yield _limit(place.name, here, asked.cap, 1, asked, pool)


def _limit(
    place: str,
    here: dict[str, Named],
    number: Dated,
    sign: int,
    asked: PilotsAsked,
    pool: Pool,
) -> Limit:
    use = np.zeros((len(pool.candidates), len(CLASSES)), dtype=np.int64)
    use[:, BASIC] = [one.id in here for one in pool.candidates]
    when = np.zeros((len(pool.years), len(CLASSES)), dtype=np.bool_)
    when[[year <= asked.due.year for year in pool.years]] = True
    count = int(str(number.value))
    title = (
        ngettext("{due} 前{place}的示范小区至少 {n} 个", count)
        if sign < 0
        else ngettext("{due} 前{place}的示范小区至多 {n} 个", count)
    )
    return Limit(
        kind=Kind.QUOTA,
        year=asked.due.year,
        title=title.format(due=asked.due, place=place, n=number.value),
        use=sign * use,
        when=when,
        most=sign * count,
        unit=unit_title(Unit.ESTATES),
        clause=number.clause,
        stood=listed(str(named.place) for named in here.values()),
    )
