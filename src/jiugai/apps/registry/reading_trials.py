"""A reading tried on the register: which estates move, by which rules, district by district."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import polars as pl
from django.utils import timezone

from jiugai.apps.registry.chosen import Choice, choices_of, taken
from jiugai.apps.registry.law import LawKey, law_by
from jiugai.apps.registry.models import ReadingTrial, Stage
from jiugai.apps.registry.queries.frames import Register, read_register
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.errors import UsageError
from jiugai.policy.key import KEY
from jiugai.policy.law import Law
from jiugai.policy.moved import Moved, moved_between, turned_rules
from jiugai.policy.vocabulary import Estate

Tell = Callable[[int, int], None]

#: So many of the estates that move are named; the figures are of all.
NAMED: Final = 200
#: The number of a choice that is not made yet; it comes after all others.
NEW: Final = 2**62


def try_readings(trials: Sequence[ReadingTrial], tell: Tell) -> None:
    """Work out what each trial would do, and keep it; the register is read once for all."""
    if not trials:
        return
    register = read_register(trials[0].division, list(Stage))
    districts = list(_districts(trials[0].division, register))
    for done, trial in enumerate(trials):
        tell(done, len(trials))
        trial.outcome = outcome_of(trial, districts) | {"register": register.digest}
        trial.save(update_fields=["outcome"])


@dataclass(frozen=True)
class District:
    """The estates of one district, whose law is its own; `keys` are their numbers by key."""

    code: str
    estates: pl.DataFrame
    children: dict[str, pl.DataFrame]
    keys: dict[str, int]


def outcome_of(trial: ReadingTrial, districts: Sequence[District]) -> dict[str, Any]:
    """Return what a trial would do on the day it begins to hold, as pages show it."""
    day = max(trial.since, timezone.localdate())
    sums = _Sums()
    for one in districts:
        laws = _laws(trial, one.code, day)
        if laws is not None:
            sums.add(one, *laws)
    return sums.said(day)


def _laws(trial: ReadingTrial, district: str, day: date) -> tuple[Law, Law] | None:
    """Return the law of a district before and after; None where no text is in force."""
    choices = choices_of(district)
    after = [*_without(choices, trial), *_new(trial)]
    keys = [LawKey(district, day, tuple(taken(one, day).items())) for one in (choices, after)]
    try:
        before, later = map(law_by, keys)
    except UsageError:
        return None
    return before, later


def _without(choices: Sequence[Choice], trial: ReadingTrial) -> Iterator[Choice]:
    """Yield the choices as they would be: the running one of the office ends."""
    for one in choices:
        is_own = (one.place, one.reading, one.until) == (trial.division, trial.reading, None)
        yield replace(one, until=trial.since) if is_own else one


def _new(trial: ReadingTrial) -> list[Choice]:
    if not trial.option:
        return []
    return [
        Choice(
            NEW, trial.division, trial.reading, trial.option, trial.is_binding, trial.since, None
        )
    ]


def _districts(division: str, register: Register) -> Iterator[District]:
    if not register.keys:
        # Rules still turn, though there is nobody yet whom they move.
        yield District(division[:DISTRICT], register.estates, {}, {})
        return
    own = pl.col("division").str.slice(0, DISTRICT)
    for (code,), part in register.estates.group_by(own, maintain_order=True):
        keys = part[KEY].implode()
        children = {
            name: table.filter(pl.col(KEY).is_in(keys))
            for name, table in register.children.items()
        }
        yield District(str(code), part, children, register.keys)


class _Sums:
    """What is added up over districts."""

    def __init__(self) -> None:
        self.estates = self.moves = 0
        self.overall: Counter[tuple[str, str]] = Counter()
        self.rules: dict[str, dict[str, Any]] = {}
        self.others: dict[str, None] = {}
        self.named: list[list[Any]] = []

    def add(self, district: District, before: Law, after: Law) -> None:
        turned = turned_rules(before, after)
        own = [one for one in turned if one.subject is Estate]
        self.others |= dict.fromkeys(one.id for one in turned if one.subject is not Estate)
        if not own or not district.estates.height:
            self.estates += district.estates.height
            for one in own:
                self.rules.setdefault(one.id, {"before": None, "after": None, "moves": 0})
            return
        found = moved_between(
            before, after, district.estates, children=_buildings(district.children)
        )
        self.estates += found.estates
        self.moves += found.count
        self.overall += found.overall
        self._rules(found)
        self._name(found, district)

    def _rules(self, found: Moved) -> None:
        for one in found.rules:
            kept = self.rules.setdefault(one.rule.id, {"before": None, "after": None, "moves": 0})
            kept["moves"] += one.changed
            for side, counts in (("before", one.before), ("after", one.after)):
                if counts is not None:
                    kept[side] = dict(Counter(kept[side] or {}) + counts)

    def _name(self, found: Moved, district: District) -> None:
        """Name those whose overall answer turns first, then others that move."""
        rows = found.answers.filter("moves").with_columns(
            turns=pl.col("before") != pl.col("after")
        )
        for row in rows.sort("turns", descending=True, maintain_order=True).iter_rows(named=True):
            if len(self.named) >= NAMED:
                return
            self.named.append([district.keys[row[KEY]], row["before"], row["after"]])

    def said(self, day: date) -> dict[str, Any]:
        return {
            "day": day.isoformat(),
            "estates": self.estates,
            "moves": self.moves,
            "overall": [[*move, count] for move, count in sorted(self.overall.items())],
            "rules": [{"rule": id_, **kept} for id_, kept in self.rules.items()],
            "others": list(self.others),
            "named": self.named,
        }


def _buildings(children: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return what is kept of children that the assessment of estates reads."""
    return {name: table for name, table in children.items() if name == "building"}
