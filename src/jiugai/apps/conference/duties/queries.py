"""Duties of a place with what their units said: rows, one by one, and as a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from jiugai.apps.accounts.models import Person
from jiugai.apps.conference.models import DutyReport, Unit
from jiugai.apps.registry.law import law_for
from jiugai.kernel.division import covers, shortest
from jiugai.kernel.errors import UsageError
from jiugai.policy.entries import Duty
from jiugai.policy.rulebook import Document, rulebook

#: What departments owe (BJ20 附件, P14 附件2, 3): duties, mechanisms, reform measures.
KINDS: Final = ("department", "mechanism", "reform")
#: Whatever else a text asks of somebody.
ALL_KINDS: Final = (*KINDS, "step", "obligation", "encouragement")
#: The texts on renewal itself come first.
FIRST: Final = ("bj20", "p14", "kf19", "xc18", "bj22")


@dataclass(frozen=True, slots=True)
class Owed:
    """What one unit owes by one duty, whether it leads, and what it said last."""

    unit: str
    leads: bool
    report: DutyReport | None

    @property
    def state(self) -> str:
        """Return how far it is; nothing where nobody said."""
        return self.report.state if self.report else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A duty with all who owe it."""

    document: Document
    duty: Duty
    owed: Sequence[Owed]
    in_force: bool

    def due_on(self) -> date | None:
        """Return the day that the text gives, or the earliest that a unit planned."""
        planned = [one.report.due_on for one in self.owed if one.report and one.report.due_on]
        return self.duty.due or min(planned, default=None)

    def is_late(self, on: date) -> bool:
        """Return whether its day is past and some leading unit has not said that it is done."""
        due = self.due_on()
        left = [one for one in self.owed if one.leads and not (one.report and one.report.is_over)]
        return due is not None and due < on and bool(left)


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among duties; empty means anything."""

    document: str = ""
    kind: str = ""
    unit: str = ""
    state: str = ""
    units: frozenset[str] | None = None  # those that the viewer answers for


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix: a unit and what it owes under each column."""

    unit: str
    cells: Sequence[Owed | None]
    done: int
    owed: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Units by duties of one kind of one document."""

    rows: Sequence[Row]
    lines: Sequence[Line] = field(default_factory=list)


def documents_of(division: str) -> list[Document]:
    """Return the texts with duties that speak of a place, whether or not they still bind it."""
    places = rulebook().places
    adopted = {
        document
        for code, place in places.items()
        if covers(code, division) or covers(division, code)
        for document in place.adopts
    }
    found = [
        one
        for one in rulebook().documents.values()
        if one.duties and one.place and (covers(one.place, division) or one.id in adopted)
    ]
    order = {name: number for number, name in enumerate(FIRST)}
    return sorted(found, key=lambda one: (order.get(one.id, len(order)), one.id))


def binding(division: str, on: date) -> frozenset[str]:
    """Return the texts that bind a place on a day; others have run out, as it reads them."""
    try:
        return frozenset(one.id for one in law_for(division, on).documents)
    except UsageError:
        return frozenset()


def latest_reports(duties: Iterable[str] | None = None) -> dict[tuple[str, str], DutyReport]:
    """Return for each duty and unit what was said last within the scope."""
    found = DutyReport.objects.select_related("by").order_by("duty", "unit", "-id")
    if duties is not None:
        found = found.filter(duty__in=list(duties))
    return {(one.duty, one.unit): one for one in found.distinct("duty", "unit")}


def rows_of(division: str, sought: Sought, on: date) -> list[Row]:
    """Return the duties that fit, in the order of their texts."""
    said, binds = latest_reports(), binding(division, on)
    wanted = [
        _row(document, duty, said, document.id in binds)
        for document in documents_of(division)
        if not sought.document or document.id == sought.document
        for duty in document.duties
        if duty.kind in ((sought.kind,) if sought.kind else KINDS)
    ]
    return [one for one in wanted if _fits(one, sought)]


def _row(
    document: Document,
    duty: Duty,
    said: Mapping[tuple[str, str], DutyReport],
    in_force: bool,
) -> Row:
    owed = [Owed(unit, True, said.get((duty.id, unit))) for unit in duty.leads]
    owed += [
        Owed(unit, False, said.get((duty.id, unit)))
        for unit in duty.cooperates
        if unit not in duty.leads
    ]
    return Row(document, duty, owed, in_force)


def _fits(row: Row, sought: Sought) -> bool:
    found = [
        one
        for one in row.owed
        if (not sought.unit or sought.unit in one.unit)
        and (sought.units is None or one.unit in sought.units)
    ]
    if sought.state:
        wanted = "" if sought.state == "none" else sought.state
        found = [one for one in found if one.leads and one.state == wanted]
    needs_unit = bool(sought.unit or sought.state or sought.units is not None)
    return bool(found) or not needs_unit


def find_duty(name: str, division: str, on: date) -> Row | None:
    """Return a duty that speaks of a place, or None."""
    binds = binding(division, on)
    for document in documents_of(division):
        for duty in document.duties:
            if duty.id == name:
                return _row(document, duty, latest_reports([name]), document.id in binds)
    return None


def matrix_of(rows: Sequence[Row]) -> Matrix:
    """Return units by duties: those who lead most come first."""
    units: dict[str, list[Owed | None]] = {}
    for number, row in enumerate(rows):
        for one in row.owed:
            cells = units.setdefault(one.unit, [None] * len(rows))
            cells[number] = one
    lines = [_line(unit, cells) for unit, cells in units.items()]
    lead = {unit: sum(1 for c in cells if c and c.leads) for unit, cells in units.items()}
    return Matrix(rows, sorted(lines, key=lambda one: (-lead[one.unit], one.unit)))


def _line(unit: str, cells: Sequence[Owed | None]) -> Line:
    there = [one for one in cells if one is not None]
    done = sum(1 for one in there if one.report is not None and one.report.is_over)
    return Line(unit, cells, done, len(there))


def units_of(person: Person) -> frozenset[str]:
    """Return the units of the texts that a person's organisation answers for."""
    if person.organisation_id is None:
        return frozenset()
    found = Unit.objects.filter(organisation=person.organisation_id)
    return frozenset(found.values_list("name", flat=True))


def names_of_units(division: str) -> list[str]:
    """Return every unit that the texts of a place name."""
    return sorted(
        {
            unit
            for document in documents_of(division)
            for duty in document.duties
            for unit in (*duty.leads, *duty.cooperates)
        }
    )


def place_of(division: str) -> str:
    """Return a division as duties are kept for it."""
    return shortest(division)
