"""Opening ledgers: what a file is, whole and harmless, and the sheets in it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jiugai.census.content import Format, format_of
from jiugai.census.delimited import read_text
from jiugai.census.sheet import Sheet
from jiugai.census.workbook import read_workbook


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A file handed over: where it is, what it is called in issues, and what was in it."""

    path: Path
    name: str
    sha256: str
    form: Format

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets, each read when it is asked for.

        Raises InputError if the file cannot be read to its end.
        """
        if self.form is Format.TEXT:
            yield read_text(self.path, file=self.name)
        else:
            yield from read_workbook(self.path, self.form, file=self.name)


def open_ledgers(paths: Sequence[Path]) -> list[LedgerFile]:
    """Return the files to read, named so that no two share a name.

    Raises InputError if one is missing, empty or of a wrong type.
    """
    names = [path.name for path in paths]
    found = []
    for path in paths:
        name = path.name if names.count(path.name) == 1 else str(path)
        form = format_of(path, file=name)
        found.append(LedgerFile(path, name, _digest(path), form))
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
