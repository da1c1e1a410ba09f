"""What the page shows on which a person names columns that nobody could tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.import_naming import Said
from jiugai.kernel.i18n import listed
from jiugai.policy.vocabulary import Building, Estate, Subject

#: So many cells of a column are shown beside the question what it is.
SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One of the first rows, which may be the heading."""

    number: int
    words: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its first cells, and what is chosen for it."""

    field: str
    letter: str
    samples: Sequence[str]
    fact: str
    unit: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose columns are to be named."""

    number: int
    name: str
    rows: Sequence[Row]
    columns: Sequence[Column]


def groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the facts that a column may be, those of estates and those of buildings."""
    return [(_("小区"), list(_choices(Estate))), (_("楼栋"), list(_choices(Building)))]


def _choices(subject: type[Subject]) -> Iterator[tuple[str, str]]:
    for fact in subject.facts():
        yield fact.id, f"{fact.heading}（{fact.unit}）" if fact.unit else fact.heading


def sheets_of(one: Import, typed: Mapping[str, str]) -> list[Sheet]:
    """Return the sheets of the file that waits, with what was typed before."""
    return [_sheet(number, seen, typed) for number, seen in enumerate(_seen(one))]


def said_in(one: Import, typed: Mapping[str, str]) -> list[Said]:
    """Return what a form says of the sheets of an import."""
    return [
        Said(
            sheet=seen["sheet"],
            heading=_number(typed.get(f"heading-{number}", "")),
            columns={
                column["letter"]: (
                    typed.get(f"fact-{number}-{column['letter']}", ""),
                    typed.get(f"unit-{number}-{column['letter']}", "").strip(),
                )
                for column in seen["columns"]
            },
        )
        for number, seen in enumerate(_seen(one))
    ]


def _seen(one: Import) -> list[dict[str, Any]]:
    seen = one.counts.get("seen")
    return list(seen["sheets"]) if seen else []


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _sheet(number: int, seen: dict[str, Any], typed: Mapping[str, str]) -> Sheet:
    columns, first = seen["columns"], seen["first_row"]
    chosen = _number(typed.get(f"heading-{number}", "")) or seen["heading"]
    rows = [
        Row(first + at, listed(filter(None, cells)), first + at == chosen)
        for at, cells in enumerate(zip(*(one["cells"] for one in columns), strict=True))
    ]
    return Sheet(
        number,
        seen["sheet"],
        rows,
        [_column(f"{number}-{one['letter']}", one, typed) for one in columns],
    )


def _column(field: str, seen: dict[str, Any], typed: Mapping[str, str]) -> Column:
    return Column(
        field=field,
        letter=seen["letter"],
        samples=[cell for cell in seen["cells"] if cell][:SAMPLES],
        fact=typed.get(f"fact-{field}", seen["fact"]),
        unit=typed.get(f"unit-{field}", seen["unit"]),
    )
