"""Counting the same ballots under any reading."""

from __future__ import annotations

from dataclasses import replace

from jiugai.consent.ballots import Ballots
from jiugai.consent.counting import Count, counts, voices
from jiugai.consent.electorate import (
    Body,
    Electorate,
    Flags,
    HowToCount,
    bodies_of,
    electorate,
)
from jiugai.consent.matching import Matches
from jiugai.consent.repeats import Marked, gathered, marked
from jiugai.consent.roll import Roll


class Counter:
    """Counts the ballots of one vote as often as there are readings."""

    def __init__(
        self, roll: Roll, ballots: Ballots, found: Matches, items: tuple[str, ...], body: Body
    ) -> None:
        self.roll, self.ballots, self.found = roll, ballots, found
        self.items, self.bodies = items, bodies_of(roll, body)

        self.gathered = gathered(found, ballots, roll.seats.height, items)
        self.marks: dict[str, Marked] = {}
        self.voters: dict[HowToCount, Electorate] = {}

    def marked(self, how: HowToCount) -> Marked:
        """Return what stands for each seat, for one rule on repeated ballots."""
        rule = how.repeated_ballot
        if rule not in self.marks:
            self.marks[rule] = marked(self.gathered, self.ballots, rule)
        return self.marks[rule]

    def electorate(self, how: HowToCount) -> Electorate:
        """Return who votes; several ways to count may have the same voters."""
        key = replace(how, joint_vote="", differing="", repeated_ballot="")
        if key not in self.voters:
            self.voters[key] = electorate(self.roll, how, self.bodies)
        return replace(self.voters[key], how=how)

    def counts(self, who: Electorate) -> list[list[Count]]:
        """Return the counts by item and body."""
        marks, served = self.marked(who.how), self._served(who)
        return [
            counts(voices(choice, returned, who, served), who)
            for choice, returned in zip(marks.choice, marks.returned, strict=True)
        ]

    def _served(self, who: Electorate) -> Flags | None:
        if not self.roll.knows_served:
            return None
        served: Flags = self.roll.flats["served"].to_numpy()
        if who.how.joint_owners == "each":
            served = served[self.roll.seats["flat"].to_numpy()]
        return served

    def bearing(self, how: HowToCount) -> dict[str, bool]:
        """Return by the reading of how to count whether this vote can depend on it."""
        flats, seats = self.roll.flats, self.roll.seats
        joint = bool((seats["parts"] > 1).any())
        several = seats.height - (seats["parts"] > 1).sum() > seats["together"].n_unique() or joint
        return {
            "cc.several_flats": bool(several),
            "cc.developer_unsold": bool(flats["unsold"].any()),
            "cc.undelivered": bool(flats["undelivered"].any()),
            "cc.joint_owners": joint,
            "cc.joint_vote": joint and how.joint_owners != "each",
            "cc.differing": bool(several),
            "cc.repeated_ballot": len(self.gathered.again) > 0,
            "cc.parking": bool(flats["accessory"].any()),
        }
