"""Whether a vote is carried, and what it still lacks (Civil Code 278)."""

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
    """What the owners decide on; each is a rule `cc.vote.<matter>`."""

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


def carried(vote: Tally, kind: Matter, law: Law) -> Finding:
    """Return whether the decision is carried, with its whole trace.

    Counts that cannot be true (more agreeing than taking part, more taking part than there
    are) carry nothing. Raises UsageError if the Civil Code is not in force on the day.
    """
    return law.judge(f"cc.vote.{kind}", vote)


def still_needed(vote: Tally, kind: Matter, law: Law) -> StillNeeded:
    """Return how much area and how many owners are missing; 0 where it is enough.

    It speaks of counts only: who had to be asked (a unit, for a lift) is for `carried`.
    Raises UsageError if a count is missing or the counts contradict each other.
    """
    carried(vote, kind, law)  # refuses a law without the rule
    ratios = list(_ratios(law.bound[f"cc.vote.{kind}"]))
    area, heads = (
        [ratio for ratio in ratios if ratio.part.name.startswith(name)]
        for name in ("area_", "heads_")
    )
    return StillNeeded(_least(vote, area), _least(vote, heads))


def _ratios(condition: Condition) -> Iterator[CompareRatio]:
    """Walk the ratios that the readings taken ask for."""
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


def _least(vote: Tally, ratios: list[CompareRatio]) -> int | None:
    quorum, share = ratios
    facts = (quorum.whole, share.whole, share.part)
    total, taking, agreeing = (_count(vote, fact.name) for fact in facts)
    if not agreeing <= taking <= total:
        raise UsageError(_("计数前后不符：同意不能多于参与，参与不能多于全体；请核对计票结果。"))

    def enough(more: int) -> bool:
        take_part = compare_ratio(taking + more, total, quorum.op, fraction(quorum.other))
        return take_part and compare_ratio(
            agreeing + more, taking + more, share.op, fraction(share.other)
        )

    # Each further owner who agrees raises both ratios, so the first that suffices can be
    # searched for by halves.
    left = total - taking
    least = bisect_left(range(left + 1), True, key=enough)
    return least if least <= left else None


def _count(vote: Tally, name: str) -> int:
    value = vote.get(name)
    if not isinstance(value, int) or value < 0:
        raise UsageError(
            _("缺少“{heading}”；请先填写整数。").format(heading=Vote.fact(name).heading)
        )
    return value
