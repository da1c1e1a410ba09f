"""Which step may follow which in the life of a property service, and by what clause."""

from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.owners.models import PropertyService, Turn
from jiugai.apps.owners.ruled import binding
from jiugai.kernel.errors import Refusal
from jiugai.kernel.source import Clause

State = PropertyService.State
Kind = PropertyService.Kind

#: From a state a step leads to the next; what is not here cannot happen.
TURNS: Final[dict[tuple[State, Turn], State]] = {
    (State.RUNNING, Turn.POSTED): State.RUNNING,
    (State.RUNNING, Turn.VOTE_CALLED): State.VOTING,
    (State.RUNNING, Turn.SIGNED): State.HIRED,
    (State.RUNNING, Turn.ENDED): State.ENDED,
    (State.VOTING, Turn.VOTE_DROPPED): State.RUNNING,
    (State.VOTING, Turn.CARRIED): State.CARRIED,
    (State.VOTING, Turn.REJECTED): State.RUNNING,
    (State.CARRIED, Turn.SIGNED): State.HIRED,
    (State.CARRIED, Turn.ENDED): State.ENDED,
    (State.HIRED, Turn.FILED): State.HIRED,
    (State.HIRED, Turn.ENDED): State.ENDED,
}
#: The text that a step rests on, where there is one.
CLAUSES: Final[dict[Turn, Clause]] = {
    Turn.POSTED: Clause("bpm", "77②"),
    Turn.VOTE_CALLED: Clause("p14", "附件1(11)②"),
    Turn.CARRIED: Clause("cc", "278(四)"),
    Turn.REJECTED: Clause("cc", "278(四)"),
    Turn.SIGNED: Clause("bpm", "63①"),
    Turn.FILED: Clause("bpm", "63③"),
}
#: What a kind of service rests on from its first day.
FOOTING: Final[dict[Kind, Clause]] = {
    Kind.TRIAL: Clause("p14", "附件1(11)①"),
    Kind.EMERGENCY: Clause("bpm", "77①"),
    Kind.QUASI: Clause("p14", "三(八)⑨"),
    Kind.MARKET: Clause("bpm", "63①"),
}


def next_state(service: PropertyService, turn: Turn) -> State:
    """Return the state that a step leads to; raises Refusal if it cannot happen now."""
    state, kind = State(service.state), Kind(service.kind)
    if turn == Turn.SIGNED and state == State.RUNNING and kind != Kind.MARKET:
        raise Refusal(_("先由业主共同决定选聘，再签合同。"))
    if turn == Turn.REJECTED and kind == Kind.TRIAL and state == State.VOTING:
        return State.ENDED  # tasted and not bought
    found = TURNS.get((state, turn))
    if found is None:
        raise Refusal(
            _("现在是“{state}”，不能登记“{turn}”。").format(
                state=service.get_state_display(), turn=turn.label
            )
        )
    return found


def clause_for(service: PropertyService, turn: Turn) -> Clause | None:
    """Return the clause that a step of a service rests on, where its text binds the place."""
    found = _clause(Kind(service.kind), turn)
    return binding(found, division=service.division, day=service.since)


def _clause(kind: Kind, turn: Turn) -> Clause | None:
    if turn == Turn.STARTED:
        return FOOTING[kind]
    if turn == Turn.VOTE_CALLED and kind == Kind.EMERGENCY:
        return Clause("bpm", "77③")
    return CLAUSES.get(turn)
