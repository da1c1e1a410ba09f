"""What a plan changes in the one adopted last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jiugai.kernel.i18n import _
from jiugai.planning.classes import CLASSES
from jiugai.planning.rolling.last import Last
from jiugai.policy.entries import Works


class Turn(StrEnum):
    """What became of an item."""

    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One class of works in one estate that is new, dropped or moved to another year."""

    id: str
    name: str
    works: Works
    turn: Turn
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was planned before and now, per estate: its name, and the year of each class."""

    name: str
    years: Mapping[Works, int]


def changes(
    last: Last, now: Mapping[str, Kept], *, first: int, pool: Sequence[str]
) -> list[Change]:
    """Return every item that differs, in order of estate and class.

    Only estates of the `pool` count, and only years from the `first` on: what began is done,
    and an estate that a rule puts out is not a choice of the plan.
    """
    before = {
        one.id: Kept(one.name, dict.fromkeys(one.works, one.year))
        for one in last.record.chosen
        if one.year >= first and one.id in set(pool)
    }
    nothing = Kept("", {})
    found: list[Change] = []
    for id_ in sorted({*before, *now}):
        then, here = before.get(id_, nothing), now.get(id_, nothing)
        found += _of(id_, here.name or then.name, then.years, here.years)
    return found


def _of(
    id_: str, name: str, then: Mapping[Works, int], here: Mapping[Works, int]
) -> Iterator[Change]:
    for works in CLASSES:
        before, after = then.get(works), here.get(works)
        if before == after:
            continue
        turn = Turn.NEW if before is None else Turn.DROPPED if after is None else Turn.MOVED
        yield Change(id_, name, works, turn, before, after)


def turn_title(turn: Turn) -> str:
    """Return what people call a change."""
    return {Turn.NEW: _("新增"), Turn.DROPPED: _("取消"), Turn.MOVED: _("调整年度")}[turn]
