"""How much firms can carry in a year, as bounds of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import BASIC, CLASSES, class_titles
from jiugai.planning.demands.counting import amount_said, counted, scale_of, without_area
from jiugai.planning.demands.demand import EACH_YEAR, FirmBound
from jiugai.planning.model.hall import HallSet, hall_sets
from jiugai.planning.model.limits import Kind, Limit, Unit, Whole, in_year, unit_title
from jiugai.planning.pool.candidates import Candidate
from jiugai.policy.entries import Works


def firm_limits(
    firms: Sequence[FirmBound], candidates: Sequence[Candidate], years: Sequence[int]
) -> list[Limit]:
    """Return bounds that hold exactly if the firms can share the works among them.

    Works of a class that no firm is named for in a year are not bounded in it.
    Raises InputError with one sentence per row that cannot be counted.
    """
    _refuse(firms, candidates, years)
    totals = [bound for bound in by_year(firms, years) if not bound.firm]
    found = [_total(bound, candidates, years) for bound in totals]
    named = named_firms(firms, years)
    sizes = {year: job_sizes(candidates, firms_of(named, year)) for year in years}
    for hall in hall_sets(named, years, carry=False):
        if hall.members:  # nobody is named for other sets, which are not bounded
            found.append(_shared(hall, named, sizes[years[hall.last]], years))
    return found


def by_year(firms: Sequence[FirmBound], years: Sequence[int]) -> tuple[FirmBound, ...]:
    """Return one bound per row and year."""
    return tuple(
        replace(bound, year=year)
        for bound in firms
        for year in (years if bound.year == EACH_YEAR else (bound.year,))
    )


def named_firms(firms: Sequence[FirmBound], years: Sequence[int]) -> tuple[FirmBound, ...]:
    """Return the bounds of single firms, one per row and year."""
    return tuple(bound for bound in by_year(firms, years) if bound.firm)


def firms_of(named: Sequence[FirmBound], year: int) -> tuple[FirmBound, ...]:
    """Return the bounds of one year."""
    return tuple(bound for bound in named if bound.year == year)


def joined(here: Sequence[FirmBound]) -> frozenset[int]:
    """Return the classes that just the firms of the basic one do: one job, counted once.

    Money is counted class by class instead.
    """
    if not here or here[0].unit is Unit.INVESTMENT:
        return frozenset()
    doers = [
        frozenset(k for k, bound in enumerate(here) if works in bound.classes) for works in CLASSES
    ]
    return frozenset(
        c for c, able in enumerate(doers) if c != BASIC and able and able == doers[BASIC]
    )


def job_sizes(candidates: Sequence[Candidate], here: Sequence[FirmBound]) -> Whole:
    """Return what each class of each estate counts for with the firms of one year, [i, c]."""
    found = np.zeros((len(candidates), len(CLASSES)), dtype=np.int64)
    apart = set(range(len(CLASSES))) - joined(here)
    for c in apart:
        if any(CLASSES[c] in bound.classes for bound in here):
            found[:, c] = counted(candidates, here[0].unit, [CLASSES[c]])[:, c]
    return found


def _total(bound: FirmBound, candidates: Sequence[Candidate], years: Sequence[int]) -> Limit:
    return Limit(
        kind=Kind.FIRMS,
        year=bound.year,
        title=_("{year} 年全部企业{classes}最多承担 {most}").format(
            year=bound.year,
            classes=class_titles(bound.classes),
            most=amount_said(bound.most, bound.unit),
        ),
        use=counted(candidates, bound.unit, bound.classes),
        when=in_year(list(years).index(bound.year), len(years)),
        most=bound.most,
        unit=unit_title(bound.unit),
        scale=scale_of(bound.unit),
        stood=str(bound.place),
    )


def _shared(
    hall: HallSet, named: Sequence[FirmBound], sizes: Whole, years: Sequence[int]
) -> Limit:
    members = [named[index] for index in hall.members]
    unit, year = named[0].unit, years[hall.last]
    bounded = frozenset[Works]().union(*(bound.classes for bound in firms_of(named, year)))
    return Limit(
        kind=Kind.FIRMS,
        year=year,
        title=_("{year} 年{classes}能承担的企业（{firms}）合计最多 {most}").format(
            year=year,
            classes=listed(class_titles(c & bounded) for _a, _b, c in hall.stretches()),
            firms=listed(dict.fromkeys(bound.firm for bound in members)),
            most=amount_said(hall.supply, unit),
        ),
        use=sizes,
        when=hall.when,
        most=hall.supply,
        unit=unit_title(unit),
        scale=scale_of(unit),
        stood=listed(dict.fromkeys(str(bound.place) for bound in members)),
    )


def _refuse(
    firms: Sequence[FirmBound], candidates: Sequence[Candidate], years: Sequence[int]
) -> None:
    faults = [*_mixed(firms), *_repeated(by_year(firms, years))]
    faults += [
        f"{bound.place}: {fault}"
        for bound in firms
        if (fault := without_area(candidates, bound.unit))
    ]
    if faults:
        raise InputError("\n".join(dict.fromkeys(faults)))


def _mixed(firms: Sequence[FirmBound]) -> Iterator[str]:
    """Yield what is wrong with units: what two firms share must be counted alike."""
    named = [bound for bound in firms if bound.firm]
    for bound in named:
        if bound.unit is not named[0].unit:
            yield _(
                "{place}: {firm}按{unit}计，而 {first} 按{other}计；各企业须用同一单位。"
            ).format(
                place=bound.place,
                firm=bound.firm,
                unit=unit_title(bound.unit),
                first=named[0].place.cell,
                other=unit_title(named[0].unit),
            )


def _repeated(bounds: Sequence[FirmBound]) -> Iterator[str]:
    first: dict[tuple[object, ...], FirmBound] = {}
    for bound in bounds:
        key = (bound.firm, bound.year, bound.classes, bound.unit)
        other = first.setdefault(key, bound)
        if other is not bound:
            yield _("{place}: {year} 年的产能与 {first} 重复；请合并成一行。").format(
                place=bound.place, year=bound.year, first=other.place.cell
            )
