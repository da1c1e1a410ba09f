"""A tally as the page that is put up shows it: nobody's name, no door in full."""

from __future__ import annotations

from typing import Final

from jiugai.consent.addresses import masked
from jiugai.consent.marks import Choice
from jiugai.consent.result import Outcome, Result
from jiugai.consent.said import (
    alternative_told,
    ballots_told,
    metres,
    needed_told,
    publication_told,
    requirement_told,
    standings,
    trace_told,
)
from jiugai.consent.shares import Requirement
from jiugai.consent.standing import FIRST_PROBLEM, TITLES, Standing
from jiugai.consent.vote_book import readings_told
from jiugai.kernel.i18n import _, listed
from jiugai.reporting.vote_page import Bar, VotedItem, VoteSheet

#: A notice board takes no more; result.xlsx lists them for the counters.
MOST_LISTED: Final = 300
MOST_ITEMS: Final = 400


def sheet_of(result: Result) -> VoteSheet:
    """Return the page's content."""
    law = result.law
    term = result.publication
    return VoteSheet(
        place=law.place,
        day=law.day,
        flats=result.roll.flats.height,
        area=metres(result.roll.area),
        ballots=ballots_told(result),
        publication=publication_told(result),
        due=term.due if term else None,
        items=tuple(_item(one, result) for one in result.outcomes[:MOST_ITEMS]),
        carried=sum(one.carried for one in result.outcomes),
        lost=sum(not one.carried for one in result.outcomes),
        standings=tuple((_(TITLES[code]), n) for code, n in standings(result).items()),
        uncounted=tuple(_uncounted(result)),
        readings=tuple(readings_told(result)),
        documents=tuple(
            (document.id.upper(), document.title, document.official_number)
            for document in law.documents
            if any(c.document == document.id for o in result.outcomes for c in o.finding.because)
        ),
        notes=result.notes,
    )


def _item(one: Outcome, result: Result) -> VotedItem:
    book = result.law.book.readings
    return VotedItem(
        name=one.item,
        body=one.body,
        carried=one.carried,
        clauses=listed(one.finding.because),
        bars=(_bar(_("面积"), one, by_area=True), _bar(_("人数"), one, by_area=False)),
        requirements=tuple((_told(each, one), each.met) for each in one.requirements),
        needed=needed_told(one),
        trace=tuple(trace_told(one, result.law)),
        alternatives=tuple(
            (
                _(each.question),
                _(book[each.reading].options[each.option]),
                alternative_told(each),
                bool(each.differs),
            )
            for each in one.alternatives
            if each.bears
        ),
    )


def _told(one: Requirement, outcome: Outcome) -> str:
    clause = f" [{one.clause}]" if one.clause else ""
    return requirement_told(one, outcome.vote.per) + clause


def _bar(name: str, one: Outcome, *, by_area: bool) -> Bar:
    """Return how much agreed, opposed, abstained and stayed away."""
    counts = one.count.area if by_area else one.count.heads
    away = counts[Choice.NONE] + counts[Choice.SILENT]
    parts = (
        counts[Choice.AGREE],
        counts[Choice.OPPOSE],
        counts[Choice.ABSTAIN] + counts[Choice.SPLIT],
        away,
    )
    texts = tuple(metres(part) if by_area else f"{int(part):,}" for part in parts)
    unit = _("平方米") if by_area else _("人")
    return Bar(name, unit, tuple(float(part) for part in parts), texts)


def _uncounted(result: Result) -> list[tuple[str, str]]:
    """Return the flat, masked, and the reason of ballots that somebody must look at."""
    frame, standing = result.ballots.frame, result.standing
    found = []
    for index in (standing >= int(FIRST_PROBLEM)).nonzero()[0][:MOST_LISTED].tolist():
        label = frame["address"][index] or frame["number"][index]
        reason = _(TITLES[Standing(int(standing[index]))])
        found.append((masked(label) if label else _("（未写户号）"), reason))
    return found
