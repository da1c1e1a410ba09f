"""Fairness between districts or sub-districts: who needs how much, and who gets how much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Final

from jiugai.kernel.division import DISTRICT, LEVELS, divisions
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents
from jiugai.planning.pool.candidates import Why

if TYPE_CHECKING:
    from jiugai.planning.plan import Plan
    from jiugai.planning.record import ChosenRecord, OutRecord, PlanRecord

_STREET: Final = LEVELS[4]
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Served:
    """One estate that no rule puts out: what it needs and what the plan gives it.

    `division` is a code or "", `need` score × households in hundredths; `cost` and `milli` are 0
    where it is left out.
    """

    division: str
    street: str
    households: int
    need: int
    chosen: bool
    cost: int
    milli: int


@dataclass(frozen=True, slots=True)
class Division:
    """One district or sub-district: its candidates, their need, and what the plan gives them."""

    code: str
    name: str
    candidates: int
    households: int
    need: int
    chosen: int
    reached: int
    money: Cents
    milli: int

    @property
    def per_household(self) -> Fraction | None:
        """Return the money, in cents, per household that it reaches."""
        return Fraction(self.money, self.reached) if self.reached else None

    @property
    def rate(self) -> Fraction | None:
        """Return the money, in cents, per unit of need; None where nothing is needed."""
        return Fraction(self.money, self.need) if self.need else None


@dataclass(frozen=True, slots=True)
class Fairness:
    """How a plan shares out between divisions; `level` is "district" or "street"."""

    level: str
    divisions: tuple[Division, ...]

    @property
    def need(self) -> int:
        """Return the need of all divisions."""
        return sum(one.need for one in self.divisions)

    @property
    def money(self) -> Cents:
        """Return the money of all divisions, which is that of the plan."""
        return Cents(sum(one.money for one in self.divisions))

    @property
    def milli(self) -> int:
        """Return the benefit of all divisions, in thousandths."""
        return sum(one.milli for one in self.divisions)

    def need_share(self, one: Division) -> Fraction:
        """Return a division's share of the need."""
        return Fraction(one.need, self.need) if self.need else Fraction(0)

    def money_share(self, one: Division) -> Fraction:
        """Return a division's share of the money."""
        return Fraction(one.money, self.money) if self.money else Fraction(0)

    def benefit_share(self, one: Division) -> Fraction:
        """Return a division's share of the benefit."""
        return Fraction(one.milli, self.milli) if self.milli else Fraction(0)

    @property
    def gini(self) -> Fraction | None:
        """Return how unevenly money goes over need: 0 in proportion, near 1 all to one."""
        return gini([(one.need, one.money) for one in self.divisions])

    @property
    def benefit_gini(self) -> Fraction | None:
        """Return the same of benefit."""
        return gini([(one.need, one.milli) for one in self.divisions])

    @property
    def best(self) -> Division | None:
        """Return the division with the most money per need, the first by code of several."""
        return max(self._rated(), key=lambda one: one.rate or 0, default=None)

    @property
    def worst(self) -> Division | None:
        """Return the division with the least."""
        return min(self._rated(), key=lambda one: one.rate or 0, default=None)

    @property
    def ratio(self) -> Fraction | None:
        """Return how many times what the worst has the best served has; None for nothing."""
        best, worst = self.best, self.worst
        if best is None or worst is None or not best.rate or not worst.rate:
            return None
        return best.rate / worst.rate

    def _rated(self) -> list[Division]:
        return [one for one in self.divisions if one.need]


def gini(parts: Sequence[tuple[int, int]]) -> Fraction | None:
    """Return the Gini coefficient of what parts have over what they weigh, exactly.

    Each part is (weight, amount), none negative. Half the mean difference of amount per weight
    over all pairs, weighted, as a share of the mean. None if nothing weighs or nothing is had.
    """
    weight, amount = sum(w for w, _a in parts), sum(a for _w, a in parts)
    if not weight or not amount:
        return None
    spread = sum(abs(a * w - b * v) for (v, a), (w, b) in combinations(parts, 2))
    return Fraction(spread, weight * amount)


def fairness(served: Iterable[Served]) -> Fairness:
    """Return how a plan shares out: by district, or by sub-district where there is one only."""
    everyone = list(served)
    districts = {one.division[:DISTRICT] for one in everyone if one.division}
    level = "district" if len(districts) > 1 else "street"
    groups: dict[tuple[str, str], list[Served]] = {}
    for one in everyone:
        groups.setdefault(_key(one, level), []).append(one)
    return Fairness(level, tuple(_division(key, groups[key]) for key in sorted(groups)))


def _key(one: Served, level: str) -> tuple[str, str]:
    """Return what a division is told apart by: its code, or the name where there is none."""
    if level == "district":
        return one.division[:DISTRICT], ""
    code = one.division[:_STREET] if len(one.division) >= _STREET else ""
    return code, "" if code else one.street


def _division(key: tuple[str, str], members: Sequence[Served]) -> Division:
    code, street = key
    chosen = [one for one in members if one.chosen]
    known = divisions().get(code) if code else None
    name = known.name if known else street or members[0].street
    return Division(
        code=code,
        name=name or code or _("不详"),
        candidates=len(members),
        households=sum(one.households for one in members),
        need=sum(one.need for one in members),
        chosen=len(chosen),
        reached=sum(one.households for one in chosen),
        money=Cents(sum(one.cost for one in chosen)),
        milli=sum(one.milli for one in chosen),
    )


def fairness_of(plan: PlanRecord) -> Fairness:
    """Return the fairness of a plan that was read back."""
    chosen = [_served(one, cost=one.cost, milli=one.worth) for one in plan.chosen]
    return fairness([*chosen, *(_served(o) for o in plan.left_out if o.why != Why.SCOPE)])


def _served(one: ChosenRecord | OutRecord, *, cost: int | None = None, milli: int = 0) -> Served:
    return Served(
        division=_code(one.division),
        street=one.street,
        households=one.households,
        need=one.need * one.households,
        chosen=cost is not None,
        cost=cost or 0,
        milli=milli,
    )


def fairness_in(plan: Plan) -> Fairness:
    """Return the fairness of a plan; estates that a rule puts out have no claim and are left."""
    from_chosen = [
        (one.estate, True, int(one.cost), one.milli + one.together) for one in plan.chosen
    ]
    rest = [(one.estate, False, 0, 0) for one in plan.left_out if one.why is not Why.SCOPE]
    return fairness(
        Served(
            division=_code(estate.division or estate.street),
            street=estate.street_name,
            households=estate.households,
            need=estate.score.hundredths * estate.households,
            chosen=chosen,
            cost=cost,
            milli=milli,
        )
        for estate, chosen, cost, milli in (*from_chosen, *rest)
    )


def _code(text: str) -> str:
    """Return a division's code, or "" for a mere name."""
    return text if text.isdigit() else ""


def fairness_said(found: Fairness) -> list[str]:
    """Return what the figures mean, in sentences."""
    kind = _("区") if found.level == "district" else _("街道")
    if len(found.divisions) < 2:
        return [_("只有一个{kind}，不作比较。").format(kind=kind)]
    said = [*_gini_said(found, kind), *_ends_said(found, kind)]
    if nothing := [one.name for one in found.divisions if not one.chosen and one.need]:
        said.append(
            _("{count} 个{kind}没有列入任何小区：{names}。").format(
                count=len(nothing), kind=kind, names=_some(nothing)
            )
        )
    return said or [_("计划没有列入任何小区，无从比较。")]


def _gini_said(found: Fairness, kind: str) -> Iterable[str]:
    if found.gini is not None:
        yield _(
            "各{kind}资金与需要之间的基尼系数是 {gini:.3f}（0 是完全按需要分配，越近 1 越集中）。"
        ).format(kind=kind, gini=float(found.gini))


def _ends_said(found: Fairness, kind: str) -> Iterable[str]:
    best, worst, ratio = found.best, found.worst, found.ratio
    if best and worst and ratio is not None and ratio != 1:
        yield _(
            "同样的需要，资金最多的{kind}（{best}）是最少的（{worst}）的 {ratio:.2f} 倍。"
        ).format(kind=kind, best=best.name, worst=worst.name, ratio=float(ratio))


def _some(names: Sequence[str]) -> str:
    named = listed(names[:_NAMED])
    return _("{names}等").format(names=named) if len(names) > _NAMED else named
