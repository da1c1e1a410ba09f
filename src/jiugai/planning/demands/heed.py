"""Locks and exclusions of an office, carried into the pool of a plan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed, noted
from jiugai.planning.classes import CLASSES, class_titles
from jiugai.planning.demands.demand import Demands, Exclusion, Lock, Place
from jiugai.planning.demands.roll import Roll
from jiugai.planning.pool.candidates import Candidate, LeftOut, Pool, Why

T = TypeVar("T")


def heed(pool: Pool, demands: Demands) -> Pool:
    """Return the pool with what a file locks and excludes.

    Raises InputError with one sentence per row that names nobody or contradicts another.
    """
    roll = Roll([*pool.candidates, *(out.estate for out in pool.left_out)])
    faults: list[str] = []
    excluded = _by_id(demands.exclusions, roll, faults)
    locked = _by_id(demands.locks, roll, faults)
    faults += _repeated(excluded) + _repeated(locked)
    changed = _Changed(pool)
    for id_, bans in sorted(excluded.items()):
        changed.exclude(id_, bans[0])
    for id_, locks in sorted(locked.items()):
        lock, bans = locks[0], excluded.get(id_, [])
        fault = _contradiction(lock, bans) or changed.lock(id_, lock)
        faults += [_at(lock.estate.place, fault)] if fault else []
    faults += changed.faults(excluded)
    if faults:
        raise InputError("\n".join(dict.fromkeys(faults)))
    return changed.pool()


Row = TypeVar("Row", Lock, Exclusion)


def _by_id(rows: Sequence[Row], roll: Roll, faults: list[str]) -> dict[str, list[Row]]:
    """Return the rows by the id of the estate that each means."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        try:
            found.setdefault(roll.find(row.estate).id, []).append(row)
        except InputError as error:
            faults.append(str(error))
    return found


def _repeated(rows: dict[str, list[Row]]) -> list[str]:
    return [
        _at(
            other.estate.place,
            _("“{estate}”与 {first} 重复；请合并成一行。").format(
                estate=other.estate, first=first.estate.place.cell
            ),
        )
        for first, *more in rows.values()
        for other in more
    ]


def _contradiction(lock: Lock, bans: Sequence[Exclusion]) -> str:
    """Return how a lock and an exclusion of the same estate contradict, or ""."""
    for ban in bans:
        if not ban.years or (lock.years and set(lock.years) <= set(ban.years)):
            return _("“{estate}”既锁定又排除（{other}）；请删去其中一行。").format(
                estate=lock.estate, other=ban.estate.place.cell
            )
    return ""


def _at(place: Place, message: str) -> str:
    return f"{place}: {message}"


class _Changed:
    """A pool in the course of being changed."""

    def __init__(self, pool: Pool) -> None:
        self.before = pool
        self.candidates = {one.id: one for one in pool.candidates}
        self.left_out = {out.estate.id: out for out in pool.left_out}

    def exclude(self, id_: str, row: Exclusion) -> None:
        """Close the years that a row excludes; with none left the estate is out."""
        said = _("按要求排除（{place}）：{reason}").format(
            place=row.estate.place, reason=row.reason
        )
        out = self.left_out.get(id_)
        if out is not None:
            self.left_out[id_] = replace(out, reason=listed((out.reason, said), "；"))
            return
        one = self.candidates[id_]
        years = tuple(year for year in one.years if row.years and year not in row.years)
        if years:
            self.candidates[id_] = replace(one, years=years)
        else:
            self.left_out[id_] = LeftOut(one, Why.EXCLUDED, said)

    def lock(self, id_: str, row: Lock) -> str:
        """Make an estate mandatory as a row says; return what is wrong, or ""."""
        if id_ in self.left_out:
            return _("锁定的“{estate}”不能列入：{reason}；请取消锁定或先改正。").format(
                estate=row.estate, reason=self.left_out[id_].reason
            )
        one = self.candidates[id_]
        years = tuple(year for year in one.years if not row.years or year in row.years)
        if not years:
            return self._closed(one, row)
        lacking = frozenset(
            works
            for works, is_offered in zip(CLASSES, one.offered, strict=True)
            if works in row.classes and not is_offered
        )
        if lacking:
            return _(
                "锁定“{estate}”做{classes}，但台账没有填写这类投资；请补填或改写类别。"
            ).format(estate=row.estate, classes=class_titles(lacking))
        required = tuple(works for works in CLASSES if works in row.classes)
        self.candidates[id_] = replace(
            one, mandatory=True, years=years, required=required, stood=str(row.estate.place)
        )
        return ""

    def _closed(self, one: Candidate, row: Lock) -> str:
        gates = listed(noted(gate.title, gate.clauses) for gate in one.shut)
        why = _("，首年未满足 {gates}").format(gates=gates) if gates else ""
        return _(
            "“{estate}”锁定在 {years} 年，但它只能在 {open} 年开工{why}；请改正年度。"
        ).format(estate=row.estate, years=_years(row.years), open=_years(one.years), why=why)

    def faults(self, excluded: dict[str, list[Exclusion]]) -> list[str]:
        """Return what is wrong with excluding estates that the ledger says must be in."""
        return [
            _at(
                rows[0].estate.place,
                _("“{estate}”在台账中标为必做，不能排除；请取消必做或删去这一行。").format(
                    estate=rows[0].estate
                ),
            )
            for id_, rows in excluded.items()
            if id_ in self.left_out and self.left_out[id_].estate.mandatory
        ]

    def pool(self) -> Pool:
        """Return the pool as it is now, everybody in order of id."""
        out = sorted(self.left_out.values(), key=lambda one: one.estate.id)
        kept = (
            self.candidates[id_] for id_ in sorted(self.candidates) if id_ not in self.left_out
        )
        return replace(self.before, candidates=tuple(kept), left_out=tuple(out))


def _years(years: Sequence[int]) -> str:
    return listed(years)
