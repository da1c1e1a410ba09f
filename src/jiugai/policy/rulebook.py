"""The rulebooks as written: one folder per place and document, read once and checked."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import yaml

from jiugai.kernel.errors import RulebookError
from jiugai.kernel.source import Clause
from jiugai.kernel.span import Span
from jiugai.policy import rulebooks
from jiugai.policy.conditions import Value
from jiugai.policy.entries import (
    Duty,
    Entry,
    MenuItem,
    NormativeClause,
    Place,
    Reading,
    Target,
    Term,
)
from jiugai.policy.funding import Funding
from jiugai.policy.rule import Rule

E = TypeVar("E", bound=Entry)

ROOT: Final = Path(rulebooks.__file__).parent


@dataclass(frozen=True, slots=True)
class Version:
    """The value of a number from one day on."""

    since: date
    value: Value | None
    clause: Clause


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number of a text, with every value it has had."""

    id: str
    title: str
    unit: str
    versions: tuple[Version, ...]

    def on(self, day: date) -> Version | None:
        """Return the version in force on `day`, or None before the first or after a repeal."""
        reached = [version for version in self.versions if version.since <= day]
        return reached[-1] if reached and reached[-1].value is not None else None


@dataclass(frozen=True, slots=True)
class Document:
    """One document folder: what it is, where and when it binds, and all that it says."""

    id: str
    title: str
    official_number: str
    issuer: str
    place: str
    spans: dict[str, Span]  # by option of `reading`; a single entry "" where nothing is open
    reading: str
    url: str
    clauses: tuple[NormativeClause, ...]
    numbers: dict[str, NumberEntry]
    readings: dict[str, Reading]
    menu: tuple[MenuItem, ...]
    duties: tuple[Duty, ...]
    targets: tuple[Target, ...]
    terms: tuple[Term, ...]
    funding: tuple[Funding, ...]
    rules: tuple[Rule, ...] = field(default=())

    def span(self, taken: str) -> Span:
        """Return when the document binds under one reading of its own calendar."""
        return self.spans[taken if self.reading else ""]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All documents, the places that adopt or read them in their own way, and a digest."""

    documents: dict[str, Document]
    places: dict[str, Place]
    digest: str

    @property
    def rules(self) -> dict[str, Rule]:
        """Return every rule by id."""
        return {rule.id: rule for document in self.documents.values() for rule in document.rules}

    @property
    def readings(self) -> dict[str, Reading]:
        """Return every reading by id."""
        return {
            id_: reading
            for document in self.documents.values()
            for id_, reading in document.readings.items()
        }


class WordLoader(yaml.CSafeLoader):
    """Reads only true and false as truths: in YAML 1.1 the key `no` would be one, too."""


BOOL: Final = "tag:yaml.org,2002:bool"
WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOL]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
WordLoader.add_implicit_resolver(BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def load_yaml(path: Path) -> Any:
    """Return the content of a rulebook file, or an empty list if there is none.

    Raises RulebookError with the line if it is not sound YAML.
    """
    if not path.exists():
        return []
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader) or []  # noqa: S506
    except yaml.YAMLError as error:
        raise RulebookError(f"{path.relative_to(ROOT)}: {error}") from error


@cache
def rulebook() -> Rulebook:
    """Return the rulebook that ships with jiugai.

    Raises RulebookError if a file must be mended.
    """
    folders = sorted(path.parent for path in ROOT.rglob("document.yaml"))
    documents = {folder.name: read_document(folder) for folder in folders}
    places = [Place(**entry) for entry in load_yaml(ROOT / "places.yaml")]
    return Rulebook(documents, {place.code: place for place in places}, _digest())


def read_document(folder: Path) -> Document:
    """Read one document folder.

    Raises RulebookError if an entry is incomplete or has a field too many.
    """
    head = load_yaml(folder / "document.yaml")
    if head.get("id") != folder.name:
        raise RulebookError(f"{folder.name}/document.yaml: the id must be the folder's name.")
    spans = head.get("spans") or {"": {"since": head.get("since"), "until": head.get("until")}}
    return Document(
        id=head["id"],
        title=head["title"],
        official_number=head.get("number", ""),
        issuer=head["issuer"],
        place=str(head["place"]),
        spans={name: Span(**span) for name, span in spans.items()},
        reading=head.get("reading", ""),
        url=head.get("url", ""),
        clauses=_entries(folder, "clauses.yaml", NormativeClause),
        numbers=_numbers(folder),
        readings={item.id: item for item in _entries(folder, "readings.yaml", Reading)},
        menu=_entries(folder, "menu.yaml", MenuItem),
        duties=_entries(folder, "duties.yaml", Duty),
        targets=_entries(folder, "targets.yaml", Target),
        terms=_entries(folder, "terms.yaml", Term),
        funding=_entries(folder, "funding.yaml", Funding),
        rules=tuple(_rules(folder)),
    )


def clause_of(document: str, text: str) -> Clause:
    """Return the clause that a file names: `二(一)1`, or `bpm 77` for another document's."""
    other, space, number = text.partition(" ")
    return Clause(other, number) if space and other.isascii() else Clause(document, text)


def _entries(folder: Path, name: str, kind: type[E]) -> tuple[E, ...]:
    found = []
    for raw in load_yaml(folder / name):
        try:
            found.append(kind.read(folder.name, raw))
        except (TypeError, KeyError, ValueError) as error:
            raise RulebookError(f"{folder.name}/{name}: {raw!r}: {error}") from error
    return tuple(found)


def _numbers(folder: Path) -> dict[str, NumberEntry]:
    path = folder / "numbers.yaml"
    found = {}
    for id_, raw in dict(load_yaml(path) or {}).items():
        if not id_.startswith(f"{folder.name}."):
            raise RulebookError(f"{folder.name}/numbers.yaml: {id_} must start with the folder.")
        versions = tuple(
            Version(
                entry["since"],
                as_value(entry["value"]),
                clause_of(folder.name, str(entry["clause"])),
            )
            for entry in raw["values"]
        )
        if list(versions) != sorted(versions, key=lambda version: version.since):
            raise RulebookError(
                f"{folder.name}/numbers.yaml: {id_}: values must be in order of days."
            )
        found[id_] = NumberEntry(id_, raw["title"], raw.get("unit", ""), versions)
    return found


def as_value(raw: Any) -> Value | None:
    """Return a number as rules compute with it: `2/3` is exact, `06-01..09-15` is a season."""
    if not isinstance(raw, str):
        return raw  # type: ignore[no-any-return]
    if ".." in raw:
        first, _, last = raw.partition("..")
        return first, last
    return Fraction(raw)


def _rules(folder: Path) -> Iterator[Rule]:
    package = ".".join((rulebooks.__name__, *folder.relative_to(ROOT).parts))
    for info in pkgutil.iter_modules([str(folder)]):
        module = importlib.import_module(f"{package}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, Rule) and value.document == folder.name:
                yield value


def _digest() -> str:
    """Return one digest over every file that can change a verdict."""
    total = hashlib.sha256()
    for path in sorted(ROOT.rglob("*")):
        if path.suffix in {".py", ".yaml"} and not path.name.endswith(".cases.yaml"):
            total.update(path.relative_to(ROOT).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()
