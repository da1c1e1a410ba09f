"""Count ballots with the core: live while votes come in, and once for good at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import numpy as np
import polars as pl
from django.db import connection
from django.utils import timezone

from jiugai.apps.participation.models import Ballot, Channel, Mark, Vote
from jiugai.apps.participation.votes.rolls import Frozen, frozen_roll, numbers_of, voters
from jiugai.apps.registry.law import law_for
from jiugai.consent.ballots import Ballots, ballots_of
from jiugai.consent.columns import BALLOT
from jiugai.consent.counting import Count, counts, voices
from jiugai.consent.electorate import Body, how_to_count
from jiugai.consent.facts import VoteFacts, vote_facts
from jiugai.consent.matching import Codes
from jiugai.consent.question import Question
from jiugai.consent.result import Result
from jiugai.consent.shares import Requirement, requirements
from jiugai.consent.tally import tally
from jiugai.consent.thresholds import Matter, StillNeeded, carried, still_needed
from jiugai.consent.validity import Window
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.law import Law

LEDGER: Final = "ballots"
MARKS: Final = {Mark.AGREE: "同意", Mark.OPPOSE: "反对", Mark.ABSTAIN: "弃权"}
CHANNELS: Final = {Channel.ONLINE: "网上", Channel.PAPER: "纸质", Channel.DOOR: "上门"}
#: Every ballot in twelve bytes, for there may be as many as a town has flats.
_BALLOTS: Final = """
    SELECT coalesce(
        string_agg(int8send(flat_id) || int2send(mark) || int2send(sequence), ''), '')
    FROM participation_ballot WHERE vote_id = %s"""
_AS_SENT: Final = np.dtype([("flat", ">i8"), ("mark", ">i2"), ("sequence", ">i2")])


@dataclass(frozen=True, slots=True)
class Side:
    """How one body stands: exact counts, what the law asks, and what is missing."""

    body: str
    count: Count
    vote: VoteFacts
    finding: Finding
    requirements: tuple[Requirement, ...]
    needed: StillNeeded

    @property
    def carried(self) -> bool:
        """Return whether it would be carried as it stands."""
        return self.finding.verdict is Verdict.MET


@dataclass(frozen=True, slots=True)
class Standing:
    """How a vote stands now: the bodies that decide, and each building for itself."""

    sides: tuple[Side, ...]
    buildings: tuple[tuple[str, Count], ...]
    flats: int
    ballots: int


def law_on(vote: Vote) -> Law:
    """Return the law that decides on a vote: that of the day on which it closes."""
    return law_for(vote.division, timezone.localdate(vote.closes_at))


def standing_of(vote: Vote) -> Standing:
    """Return how a vote stands, exactly, from the ballots that are in."""
    frozen, law = frozen_roll(vote), law_on(vote)
    choice, ballots = _choices(vote, frozen)
    deciding = _counted(frozen, law, Body(vote.body), choice)
    per_building = _counted(frozen, law, Body.BUILDING, choice)
    sides = tuple(_side(name, count, vote, law) for name, count in deciding)
    return Standing(sides, tuple(per_building), frozen.roll.flats.height, ballots)


def _choices(vote: Vote, frozen: Frozen) -> tuple[Codes, int]:
    """Return by seat what the standing ballot of its flat says, and how many stand."""
    with connection.cursor() as cursor:
        cursor.execute(_BALLOTS, [vote.pk])
        found = np.frombuffer(cursor.fetchone()[0], _AS_SENT)
    in_order = found[np.argsort(found["sequence"], kind="stable")]  # the last of a flat stands
    by_flat = np.zeros(frozen.roll.flats.height, np.int8)
    by_flat[numbers_of(frozen, in_order["flat"])] = in_order["mark"]
    choice = by_flat[frozen.roll.seats["flat"].to_numpy()]
    return choice, int(np.count_nonzero(by_flat))


def _counted(frozen: Frozen, law: Law, body: Body, choice: Codes) -> Sequence[tuple[str, Count]]:
    who = voters(frozen, how_to_count(law.readings), body)
    found = counts(voices(choice, choice > 0, who, None), who)
    return list(zip(who.bodies, found, strict=True))


def _side(name: str, count: Count, vote: Vote, law: Law) -> Side:
    facts = vote_facts(count, body=Body(vote.body), unreturned=law.readings["cc.unreturned"])
    matter = Matter(vote.matter)
    return Side(
        body=name,
        count=count,
        vote=facts,
        finding=carried(facts.facts, matter, law),
        requirements=requirements(facts.facts, matter, law),
        needed=still_needed(facts.facts, matter, law),
    )


def counted(vote: Vote, *, on: date) -> Result:
    """Return the whole result by the core: every ballot with what became of it."""
    window = Window(_local(vote.opens_at), _local(vote.closes_at), told=True)
    question = Question(
        by_item={vote.question: Matter(vote.matter)},
        body=Body(vote.body),
        window=window,
        decided=max(on, timezone.localdate(vote.closes_at)),
    )
    return tally(frozen_roll(vote).roll, ballots_in(vote), law_on(vote), question)


def _local(at: datetime) -> datetime:
    return timezone.make_naive(at)


def ballots_in(vote: Vote) -> Ballots:
    """Return every ballot of a vote as the core reads them, revoked ones, too."""
    found = Ballot.objects.filter(vote=vote).select_related("flat", "paper").order_by("id")
    rows = [_row(line, one, vote) for line, one in enumerate(found.iterator(2000), start=1)]
    schema = {"line": pl.UInt32} | dict.fromkeys(BALLOT, pl.String)
    texts = pl.DataFrame(rows, schema=schema, orient="row")
    return ballots_of([texts.with_columns(file=pl.lit(0, pl.Int16))], files=(LEDGER,))


def _row(line: int, one: Ballot, vote: Vote) -> tuple[object, ...]:
    paper = one.paper
    said = {
        "building": one.flat.building,
        "unit": one.flat.unit,
        "door": one.flat.door,
        "item": vote.question,
        "mark": MARKS[Mark(one.mark)],
        "channel": CHANNELS[Channel(one.channel)],
        "time": f"{timezone.localtime(one.at):%Y-%m-%d %H:%M:%S.%f}",
        "proxy": paper.proxy.opened if paper and paper.proxy else "",
        "document": paper.document if paper else "",
    }
    return (line, *(said.get(name, "") for name in BALLOT))
