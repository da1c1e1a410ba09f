"""The tally of owners' votes: roll and ballots in, every decision with its grounds out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

import numpy as np
import polars as pl

from jiugai.consent.alternatives import alternatives
from jiugai.consent.ballots import Ballots
from jiugai.consent.counter import Counter
from jiugai.consent.counting import Count, voices
from jiugai.consent.electorate import Electorate, how_to_count
from jiugai.consent.facts import vote_facts
from jiugai.consent.marks import Choice
from jiugai.consent.matching import Codes, matches
from jiugai.consent.notes import notes_on
from jiugai.consent.publication import publication
from jiugai.consent.question import Question
from jiugai.consent.repeats import Marked, replacements, standings
from jiugai.consent.result import Outcome, Result
from jiugai.consent.roll import Roll
from jiugai.consent.shares import requirements
from jiugai.consent.standing import Standing
from jiugai.consent.thresholds import Matter, carried, deciding_rule, still_needed
from jiugai.consent.validity import Window, refuse_unsound
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.policy.law import Law


def tally(
    roll: Roll, ballots: Ballots, law: Law, question: Question, *, others: bool = True
) -> Result:
    """Return the result of a vote.

    Every ballot has a standing; what is not counted is never dropped silently. With `others`
    the ballots are counted under every other reading of the law as well.
    Raises UsageError if a reading needs what the roll does not say, or a ballot names no item
    of several.
    """
    ballots, put = _named(ballots, law, question)
    found = matches(ballots, roll)
    refuse_unsound(
        found,
        ballots,
        roll,
        items=put,
        window=_window(question, law),
        proxy_limit=question.proxy_limit,
    )
    how = how_to_count(law.readings)
    _refuse_unknown_service(roll, law)
    counter = Counter(roll, ballots, found, tuple(put), question.body)
    who = counter.electorate(how)
    marks = counter.marked(how)
    outcomes = _outcomes(put, counter.counts(who), law, question, who, counter, others=others)
    standing = _with_splits(standings(found, marks, roll, who), marks, who)
    return Result(
        law=law,
        body=question.body,
        window=question.window,
        how=how,
        roll=roll,
        ballots=ballots,
        standing=standing,
        instead=replacements(found, marks, counter.gathered.key),
        outcomes=outcomes,
        publication=publication(law, question.decided or law.day),
        notes=notes_on(roll, ballots, question.window, question.proxy_limit),
    )


def _named(ballots: Ballots, law: Law, question: Question) -> tuple[Ballots, dict[str, Matter]]:
    """Return the ballots with a name for their item, and the matter of each item put.

    Raises UsageError if a ballot does not say which of several items it is on.
    """
    put = dict(question.by_item)
    kind = question.matter
    if not (ballots.frame["item"] == "").all():
        if kind is not None:
            others = [item for item in ballots.items if item and item not in put]
            put |= dict.fromkeys(others, kind)
        return ballots, put
    if kind is not None and not put:
        put = {_(law.book.rules[deciding_rule(kind, law)].title): kind}
    elif len(put) != 1 or kind is not None:
        raise UsageError(
            _("表决票没有“事项”一列，分不清各是哪一项；请补上，或者只给一个 --matter。")
        )
    frame = ballots.frame.with_columns(item=pl.lit(next(iter(put))))
    return Ballots(ballots.files, frame), put


def _window(question: Question, law: Law) -> Window:
    """Return the window; nobody can vote after the day of the decision."""
    window = question.window
    if window.closes is not None:
        return window
    last = datetime.combine(question.decided or law.day, time(23, 59, 59))
    return replace(window, closes=last)


def _refuse_unknown_service(roll: Roll, law: Law) -> None:
    if law.readings["cc.unreturned"] == "by_rules" and not roll.knows_served:
        raise UsageError(
            _(
                "cc.unreturned=by_rules 只把送达后没有交回的计入多数；"
                "请在名册补上“表决票送达”一列。"
            )
        )


def _outcomes(
    put: Mapping[str, Matter],
    base: list[list[Count]],
    law: Law,
    question: Question,
    who: Electorate,
    counter: Counter,
    *,
    others: bool,
) -> tuple[Outcome, ...]:
    elsewhere = alternatives(put, base, law, question, counter) if others else None
    found = []
    for item, (name, matter) in enumerate(put.items()):
        for body, label in enumerate(who.bodies):
            count = base[item][body]
            vote = vote_facts(count, body=question.body, unreturned=law.readings["cc.unreturned"])
            found.append(
                Outcome(
                    item=name,
                    matter=matter,
                    body=label,
                    count=count,
                    vote=vote,
                    finding=carried(vote.facts, matter, law),
                    requirements=requirements(vote.facts, matter, law),
                    needed=still_needed(vote.facts, matter, law),
                    alternatives=elsewhere[item][body] if elsewhere else (),
                )
            )
    return tuple(found)


def _with_splits(standing: Codes, marks: Marked, who: Electorate) -> Codes:
    """Return the standing of the ballots, with those that contradict one of the same flat."""
    if who.how.joint_owners == "each":
        return standing
    took_part = who.how.differing == "took_part"
    code = Standing.SPLIT if took_part else Standing.SPLIT_LEFT_OUT
    for choice, returned, maker in zip(marks.choice, marks.returned, marks.maker, strict=True):
        said = voices(choice, returned, who, None)
        lost = said == (Choice.SPLIT if took_part else Choice.NONE)
        of = maker[lost[who.voice] & (choice > 0) & who.speaks]
        standing[of] = np.where(standing[of] == 0, code, standing[of])
    return standing
