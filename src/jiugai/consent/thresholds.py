"""Whether a vote is carried, and what it still lacks (Civil Code 278 and what stood before)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.policy.arithmetic import compare_ratio, fraction
from jiugai.policy.case import Finding
from jiugai.policy.conditions import AllOf, CompareRatio, Condition, Interpreted
from jiugai.policy.law import Law
from jiugai.policy.vocabulary import Vote

Tally = Mapping[str, object]  # facts of a vote by name; areas in dm²


class Matter(StrEnum):
    """What the owners decide on; each is a rule like `cc.vote.<matter>`."""

    ELECT = "elect"
    HIRE_COMPANY = "hire_company"
    USE_FUND = "use_fund"
    RAISE_FUND = "raise_fund"
    REBUILD = "rebuild"
    CHANGE_USE = "change_use"
    OTHER = "other"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class StillNeeded:
    """The least area (dm²) and the fewest owners that must yet take part and agree.

    None: not even all who have not voted would be enough; some who voted must change sides.
    """

    area: int | None
    heads: int | None


def deciding_rule(kind: Matter, law: Law) -> str:
    """Return the id of the rule that decides on the day.

    A document other than the Civil Code decides where it asks for something else than the
    Code does: before the Code, or where a reading keeps its own thresholds; the local one
    goes first. Without any, it is the Code's, which `judge` then refuses.
    """
    code = f"cc.vote.{kind}"
    for document in sorted(law.documents, key=lambda one: (-len(one.place), one.id)):
        own = f"{document.id}.vote.{kind}"
        if own in law.bound and own != code and _asks(own, law) != law.bound.get(code):
            return own
    return code


def _asks(rule: str, law: Law) -> Condition:
    """Return what a rule asks once the readings of its own document are taken."""
    condition = law.bound[rule]
    document = law.rules[rule].document
    while isinstance(condition, Interpreted) and condition.reading.startswith(f"{document}."):
        condition = condition.options[condition.taken]
    return condition


def carried(vote: Tally, kind: Matter, law: Law) -> Finding:
    """Return whether the decision is carried, with its whole trace.

    Counts that cannot be true (more agreeing than taking part, more taking part than there
    are) carry nothing. Raises UsageError if no document in force has a rule on the matter.
    """
    return law.judge(deciding_rule(kind, law), vote)


def still_needed(vote: Tally, kind: Matter, law: Law) -> StillNeeded:
    """Return how much area and how many owners are missing; 0 where it is enough.

    It speaks of counts only: who had to be asked (a unit, for a lift) is for `carried`.
    Raises UsageError if a count is missing or the counts contradict each other.
    """
    carried(vote, kind, law)  # refuses a law without the rule
    asked = ratios(kind, law)
    area, heads = (
        _least(vote, [ratio for ratio in asked if ratio.part.name.startswith(name)], name)
        for name in ("area_", "heads_")
    )
    return StillNeeded(area, heads)


def ratios(kind: Matter, law: Law) -> tuple[CompareRatio, ...]:
    """Return the ratios that the readings taken ask for, in the order of the rule."""
    return tuple(_ratios(law.bound[deciding_rule(kind, law)]))


def _ratios(condition: Condition) -> Iterator[CompareRatio]:
    match condition:
        case CompareRatio():
            yield condition
        case AllOf(parts=parts):
            for part in parts:
                yield from _ratios(part)
        case Interpreted(options=options, taken=taken):
            yield from _ratios(options[taken])
        case _:
            return


def _least(vote: Tally, asked: list[CompareRatio], name: str) -> int | None:
    """Return how many more must agree so that every ratio suffices; None if all are too few."""
    total, taking, agreeing = (_count(vote, fact) for fact in _facts(asked, name))
    if not agreeing <= taking <= total:
        raise UsageError(_("计数前后不符：同意不能多于参与，参与不能多于全体；请核对计票结果。"))

    def enough(more: int) -> bool:
        return all(
            compare_ratio(
                _with(vote, one.part.name, more),
                _with(vote, one.whole.name, more),
                one.op,
                fraction(one.other),
            )
            for one in asked
        )

    # Each further owner who agrees raises every ratio, so the first that suffices can be
    # searched for by halves.
    left = total - taking
    least = bisect_left(range(left + 1), True, key=enough)
    return least if least <= left else None


def _facts(asked: list[CompareRatio], name: str) -> tuple[str, str, str]:
    """Return the facts of the total, of those taking part and of those who agree."""
    bases = {one.whole.name for one in asked} - {f"{name}total"}
    return f"{name}total", min(bases, default=f"{name}voting"), f"{name}agreeing"


def _with(vote: Tally, name: str, more: int) -> int:
    """Return a count after so many more have agreed; the total stays."""
    return _count(vote, name) + (0 if name.endswith("_total") else more)


def _count(vote: Tally, name: str) -> int:
    value = vote.get(name)
    if not isinstance(value, int) or value < 0:
        raise UsageError(
            _("缺少“{heading}”；请先填写整数。").format(heading=Vote.fact(name).heading)
        )
    return value
