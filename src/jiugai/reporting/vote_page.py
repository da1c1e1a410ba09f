"""The result of a vote as one HTML page that can be put up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jiugai.kernel.division import division
from jiugai.kernel.i18n import language
from jiugai.reporting.page import environment


@dataclass(frozen=True, slots=True)
class Bar:
    """How much agreed, opposed, abstained and stayed away, as lengths and as text."""

    name: str
    unit: str
    parts: tuple[float, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VotedItem:
    """One item of one body; `alternatives` are question, option, outcome, whether it differs."""

    name: str
    body: str
    carried: bool
    clauses: str
    bars: tuple[Bar, ...]
    requirements: tuple[tuple[str, bool], ...]
    needed: str
    trace: tuple[str, ...]
    alternatives: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class VoteSheet:
    """A tally as the page shows it, without names and with masked doors."""

    place: str
    day: date
    flats: int
    area: str
    ballots: str
    publication: str
    due: date | None
    items: tuple[VotedItem, ...]
    carried: int
    lost: int
    standings: tuple[tuple[str, int], ...]
    uncounted: tuple[tuple[str, str], ...]
    readings: tuple[str, ...]
    documents: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]


def render_vote(sheet: VoteSheet) -> str:
    """Return the page; everything it needs is inside."""
    return (
        environment()
        .get_template("vote.html")
        .render(
            v=sheet,
            place=division(sheet.place),
            lang="zh-CN" if language() == "zh" else language(),
        )
    )
