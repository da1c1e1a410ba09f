"""What can happen to a file of tickets: read, stored, taken back."""

import json
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.ledger.counted import FACT, supply_count
from jiugai.apps.demands.ledger.services import Said, save, step, take
from jiugai.apps.demands.models import Channel, Demand, Kind, Nature, State, TicketImport, Verb
from jiugai.apps.demands.tickets.matching import Matched, match
from jiugai.apps.demands.tickets.reading import Ticket, day_of, read_tickets
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import InputError, Refusal

Tell = Callable[[int, int], None]
#: More are stored in the background.
AT_ONCE: Final = 200
MOST_BYTES: Final = 20_000_000
NAMED: Final = 20


@transaction.atomic
def read(*, name: str, content: BinaryIO, division: str, by: Person) -> TicketImport:
    """Read a workbook of tickets; nothing is stored yet.

    Raises Refusal, in words that say what to do, if it is no such workbook.
    """
    bare = PurePosixPath(name.replace("\\", "/")).name.replace("\x00", "").strip()[-120:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (bare.lstrip(".") or "tickets.xlsx")
        path.write_bytes(content.read(MOST_BYTES + 1))
        try:
            found = read_tickets(path)
        except InputError as error:
            raise Refusal(str(error)) from error
    if not found.rows:
        raise Refusal(_("表头下面没有工单；请检查是否选错了文件。"))
    one = TicketImport.objects.create(
        division=division,
        title=bare,
        columns=dict(found.columns),
        rows=json.dumps([row.as_json() for row in found.rows], ensure_ascii=False),
        counts={"rows": len(found.rows)},
        by=by,
    )
    record(Action.TICKETS_READ, one, by=by, rows=len(found.rows))
    return one


def tickets_of(one: TicketImport) -> list[Ticket]:
    """Return the tickets of an import that is not stored."""
    if not isinstance(one.rows, str):
        return []
    text = one.rows.opened if isinstance(one.rows, Sealed) else one.rows
    return [Ticket(**{**row, "wrong": tuple(row["wrong"])}) for row in json.loads(text)]


@transaction.atomic
def store(*, pk: int, by: Person, on: date, tell: Tell = lambda _done, _of: None) -> TicketImport:
    """Put the new tickets of an import into the ledger; known and doubtful ones stay out.

    Raises Refusal if it was stored or cleared already, or has nothing new.
    """
    one = TicketImport.objects.select_for_update(of=("self",)).get(pk=pk)
    if one.state != TicketImport.State.READ:
        raise Refusal(_("这次导入现在是“{state}”。").format(state=one.get_state_display()))
    if one.is_cleared:
        raise Refusal(_("这份文件到期没有入库，内容已经自动清空；要用请重新上传。"))
    found = match(tickets_of(one))
    new = [row for row in found if row.is_new]
    if not new:
        raise Refusal(_("没有新的工单可入库；已在台账里的不再登记，有疑问的请改好再上传。"))
    stored = []
    for done, row in enumerate(new):
        tell(done, len(new))
        stored.append(take_ticket(row, by=by, of_import=one))
    one.state, one.rows = TicketImport.State.STORED, None
    one.counts = counts_of(found) | {"stored": len(stored)}
    one.save(update_fields=["state", "rows", "counts"])
    record(Action.TICKETS_STORED, one, by=by, **one.counts)
    _fill_counts(stored, by=by, on=on)
    return one


def take_ticket(row: Matched, *, by: Person, of_import: TicketImport | None = None) -> Demand:
    """Write one new ticket into the ledger."""
    ticket = row.ticket
    if row.estate is None:
        raise ValueError("A ticket without an estate is not new.")
    said = Said(
        text=ticket.text,
        channel=Channel.HOTLINE,
        kind=Kind(ticket.kind),
        nature=Nature(ticket.nature),
        asker=ticket.asker,
        phone=ticket.phone,
        ticket=ticket.ticket,
        organisation=row.organisation,
        due_on=day_of(ticket.due),
    )
    at = datetime.fromisoformat(ticket.asked)
    return take(estate=row.estate, said=said, by=by, at=at, of_import=of_import)


def counts_of(found: Sequence[Matched]) -> dict[str, int]:
    """Return how many tickets there are of each sort."""
    return {
        "rows": len(found),
        "new": sum(one.is_new for one in found),
        "known": sum(one.known is not None and not one.wrong for one in found),
        "doubtful": sum(bool(one.wrong) for one in found),
    }


def _fill_counts(stored: Sequence[Demand], *, by: Person, on: date) -> None:
    """Tell the register of the year's tickets where it has no number of its own."""
    ids = {one.estate_id for one in stored}
    for estate in Estate.objects.filter(pk__in=ids).order_by("id"):
        if estate.facts.get(FACT) is None:
            try:
                supply_count(estate=estate, by=by, on=on)
            except Refusal:  # all of its tickets are older than a year
                continue


@transaction.atomic
def undo(*, pk: int, by: Person, on: date) -> TicketImport:
    """Take a stored import back: its demands stay in the ledger as withdrawn.

    Raises Refusal if somebody did anything with one of them since.
    """
    one = TicketImport.objects.select_for_update(of=("self",)).get(pk=pk)
    if one.state != TicketImport.State.STORED:
        raise Refusal(_("只有已入库的导入才能撤销。"))
    found = list(
        Demand.objects.select_for_update(of=("self",), no_key=True)
        .filter(of_import=one)
        .order_by("id")
    )
    touched = [demand for demand in found if demand.version > 1 or demand.repeats.exists()]
    if touched:
        raise Refusal(
            _("入库之后有 {n} 件已经办理过，撤销会丢掉它们，所以没有撤销：{numbers}").format(
                n=len(touched), numbers=" ".join(demand.number for demand in touched[:NAMED])
            )
        )
    for demand in found:
        demand.state = State.WITHDRAWN
        save(demand, "state")
        step(demand, Verb.WITHDRAWN, by=by, on=on, words=_("撤销导入 {file}").format(file=one))
    one.state = TicketImport.State.UNDONE
    one.save(update_fields=["state"])
    record(Action.TICKETS_UNDONE, one, by=by, demands=len(found))
    return one
