"""What a scenario asks for, as it is kept, in the words of the core."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import Refusal
from jiugai.kernel.money import Cents
from jiugai.kernel.sheets import Cell
from jiugai.planning.demands.demand import NO_DEMANDS, Demands
from jiugai.planning.demands.read import demands_of
from jiugai.planning.model.capacity import Capacity
from jiugai.planning.money.budget import Budget, Pot, Source
from jiugai.planning.money.payers import beyond_law, lawful_classes, taken_from_law
from jiugai.planning.need.weights import Weights, changed_weights, default_weights
from jiugai.planning.pool.assumption_file import declared
from jiugai.planning.pool.assumptions import Assumptions
from jiugai.planning.record import PlanRecord
from jiugai.planning.rolling.last import Last
from jiugai.planning.terms import Terms, terms_of
from jiugai.policy.entries import Works
from jiugai.policy.law import Law
from jiugai.policy.whatif import Change, proposed

Asked = Mapping[str, Any]

#: What a new scenario asks for.
USUAL: Final[Asked] = {
    "money": [],
    "weights": {},
    "demands": [],
    "capacity": {},
    "assumptions": {},
    "strict": False,
    "carry": False,
    "reserve": False,
    "seconds": 20,
    "ways": 5,
    "curve": 5,
    "changes": None,
    "proposal": {},
}
#: The columns of a demand, by the names that the core gives them.
DEMAND: Final = (
    "kind", "subject", "street", "year", "classes", "least", "most", "unit", "reason",
)  # fmt: skip
#: The kinds of the demands that a click makes, as the core reads them in every language.
LOCK: Final = "锁定"
KEEP_OUT: Final = "排除"


def law_of_plan(division: str, day: date, asked: Asked) -> Law:
    """Return the law that a plan keeps to: that of its division, or a proposed one.

    Raises UsageError if what is proposed cannot be.
    """
    return law_after(division, day, change_of(asked.get("proposal") or {}))


def law_after(division: str, day: date, change: Change) -> Law:
    """Return the law of a division with something changed; of another place as that reads it.

    Raises UsageError if what is proposed cannot be.
    """
    base = law_for(change.as_place or division, change.on_day or day)
    return proposed(base, change)


def change_of(proposal: Mapping[str, Any]) -> Change:
    """Return a kept proposal as the core reads it."""
    on_day = proposal.get("on_day")
    return Change(
        numbers=dict(proposal.get("numbers") or {}),
        readings=dict(proposal.get("readings") or {}),
        adopt=tuple(proposal.get("adopt") or ()),
        without=tuple(proposal.get("without") or ()),
        as_place=str(proposal.get("as_place") or ""),
        on_day=date.fromisoformat(on_day) if on_day else None,
    )


def budget_of(asked: Asked, years: Sequence[int], law: Law) -> Budget:
    """Return the money of a scenario, with what the law says of its lines.

    Raises Refusal if there is none: a plan without money is empty.
    """
    pots = tuple(_pots(asked, years, law))
    if not any(pot.cents for pot in pots):
        raise Refusal(_("还没有填资金；请在“资金”里至少填一个来源一年的金额。"))
    remarks = dict.fromkeys(said for line in asked["money"] if (said := _remark(line, law)))
    return Budget(tuple(years), pots, _("方案中的资金表"), tuple(remarks))


def _pots(asked: Asked, years: Sequence[int], law: Law) -> Iterator[Pot]:
    order = list(Source)
    lines = sorted(asked["money"], key=lambda line: order.index(Source(line["source"])))
    for year in years:
        for line in lines:
            if cents := line["amounts"].get(str(year), 0):
                source = Source(line["source"])
                yield Pot(year, source, _classes(line, law), Cents(cents), _("资金表"))


def _classes(line: Asked, law: Law) -> frozenset[Works]:
    named = frozenset(map(Works, line["classes"]))
    return named or lawful_classes(Source(line["source"]), law.payers)


def _remark(line: Asked, law: Law) -> str:
    if not any(line["amounts"].values()):
        return ""
    source = Source(line["source"])
    if not line["classes"]:
        return taken_from_law(source, law.payers)
    return beyond_law(source, _classes(line, law), law.payers)


def demands_in(asked: Asked, years: Sequence[int]) -> Demands:
    """Return quotas, locks, exclusions, firms and pilots of a scenario.

    Raises InputError naming the line if one cannot be used.
    """
    rows = [
        {name: Cell(str(line[name]), at) for name in DEMAND if line.get(name)}
        for at, line in _numbered(asked["demands"])
    ]
    return demands_of(rows, _("要求"), years=years) if rows else NO_DEMANDS


def _numbered(lines: Sequence[Asked]) -> Iterator[tuple[str, Asked]]:
    for number, line in enumerate(lines, start=1):
        yield _("第 {n} 行").format(n=number), line


def weights_in(asked: Asked) -> Weights:
    """Return the weights of a scenario; raises InputError naming the one that makes no sense."""
    change = asked.get("weights") or {}
    return changed_weights(change, file=_("权重")) if change else default_weights()


def assumptions_in(asked: Asked) -> Assumptions | None:
    """Return what is assumed where the register lacks sizes and costs, None for nothing."""
    raw = asked.get("assumptions") or {}
    return declared(raw, file=_("假设")) if raw else None


def terms_in(
    asked: Asked,
    law: Law,
    years: Sequence[int],
    *,
    base: PlanRecord | None = None,
    start: PlanRecord | None = None,
) -> Terms:
    """Return everything that a scenario asks of a plan besides its money.

    `base` is the plan in force that may be changed only so far, `start` one to search on from.
    Raises InputError or UsageError naming what cannot be used.
    """
    terms = terms_of(
        law,
        seconds=float(asked["seconds"]),
        strict=bool(asked["strict"]),
        carry=bool(asked["carry"]),
        capacity=Capacity(**(asked.get("capacity") or {})),
        weights=weights_in(asked),
        assumptions=assumptions_in(asked),
        demands=demands_in(asked, years),
    )
    last = None if base is None else Last(base, asked.get("changes"))
    return replace(
        terms, last=last, start=start, curve=float(asked["curve"]), ways=float(asked["ways"])
    )


def ordered(asked: Asked, key: str, kind: str, *, year: str = "", reason: str = "") -> Asked:
    """Return what is asked with an estate locked in or kept out, or by no kind left to the search.

    Raises Refusal for keeping one out without a reason.
    """
    if kind == KEEP_OUT and not reason.strip():
        raise Refusal(_("请写明不列入的理由；它会写进计划的说明。"))
    line = {"kind": kind, "subject": key, "year": year, "reason": reason.strip()[:200]}
    others = [one for one in asked["demands"] if not is_about(one, key)]
    said = [{name: value for name, value in line.items() if value}] if kind else []
    return {**asked, "demands": [*others, *said]}


def is_about(line: Asked, key: str) -> bool:
    """Return whether a demand locks an estate in or keeps it out."""
    return line.get("kind") in (LOCK, KEEP_OUT) and line.get("subject") == key


def orders_in(asked: Asked) -> dict[str, Asked]:
    """Return the estates that are locked in or kept out, by key."""
    return {
        line["subject"]: line
        for line in asked["demands"]
        if line.get("kind") in (LOCK, KEEP_OUT) and line.get("subject")
    }
