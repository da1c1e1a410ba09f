"""The ballot box: ballots that arrive while others are written down share the next commit.

The first voter of a vote writes at once. Whoever comes meanwhile lines up; one of them then
writes for all who wait. So nobody waits longer than one commit before his own, and a busy
evening costs the database few commits.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event, Lock
from typing import Final

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Ballot, Channel, Mark
from jiugai.apps.participation.residents.entering import sessions_of
from jiugai.apps.participation.votes.casting import Handed, cast_all

log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Slip:
    """What a household marked, the token of its session, and the ballot that became of it."""

    vote: int
    token: str
    mark: Mark
    at: datetime
    ballot: Ballot | None = None
    writes: bool = False
    turn: Event = field(default_factory=Event)


#: Who waits for each vote that somebody writes ballots of now.
_lines: Final[dict[int, list[Slip]]] = {}
_lining_up: Final = Lock()


def hand_in(slip: Slip) -> Ballot | None:
    """Keep the ballot of the household behind a slip; it is committed when this returns.

    None if that did not come to pass, for whatever reason: the page finds out which.
    """
    _line_up(slip)
    slip.turn.wait()
    if slip.writes:
        together = _all_who_wait(slip.vote)
        try:
            _keep(slip.vote, together)
        except Exception:
            log.exception("ballots of vote %s go the long way", slip.vote)
        finally:
            _call_next(slip.vote, together)
    return slip.ballot


def _line_up(slip: Slip) -> None:
    with _lining_up:
        line = _lines.get(slip.vote)
        if line is None:  # nobody writes
            _lines[slip.vote] = [slip]
            slip.writes = True
            slip.turn.set()
        else:
            line.append(slip)


def _all_who_wait(vote: int) -> list[Slip]:
    with _lining_up:
        together, _lines[vote] = _lines[vote], []
        return together


def _call_next(vote: int, together: list[Slip]) -> None:
    """Let those go whose ballots are in, and then the first who waits write for all."""
    for one in together:
        one.turn.set()
    with _lining_up:
        waiting = _lines[vote]
        if waiting:
            waiting[0].writes = True
            waiting[0].turn.set()
        else:
            del _lines[vote]


def _keep(vote: int, slips: list[Slip]) -> None:
    known = sessions_of([one.token for one in slips], at=slips[0].at)
    households: dict[str, dict[int, Slip]] = defaultdict(dict)
    for one in slips:
        home = known.get(one.token)
        if home is not None and home.helper_id is None:
            # another of the same household goes the long way, after this one is in
            households[home.division].setdefault(home.household_id, one)
    for division in sorted(households):
        _keep_within(division, vote, households[division])


def _keep_within(division: str, vote: int, slips: dict[int, Slip]) -> None:
    """Keep the ballots of households of a division, each the one whose session it is."""
    handed = [Handed(key, one.mark, Channel.ONLINE, one.at) for key, one in slips.items()]
    with scope(division):
        found = cast_all(vote, handed, by=None)
    for key, ballot in found.items():
        slips[key].ballot = ballot if isinstance(ballot, Ballot) else None
