"""Cells of a workbook that the spreadsheet could not compute: reading shows them as empty."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jiugai.census.archive import ADDRESS, DAMAGES, blocks, column_number, damaged, sheet_names

_NO_VALUE: Final = re.compile(rb"<c\b([^>]*)><f\b[^>]*?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
_ERROR: Final = re.compile(
    rb'<c\b([^>]*\bt="e"[^>]*)>(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]*)</v>'
)
_SIGNS: Final = (re.compile(rb"<f"), re.compile(rb't="e"'))

#: What cells show, by zero-based row and column.
Flaws = dict[tuple[int, int], str]


def find_flaws(path: Path, *, file: str) -> dict[str, Flaws]:
    """Return for each sheet the cells whose formula has no value or gave an error.

    The container must have been looked through. Raises InputError if it is damaged.
    """
    found: dict[str, Flaws] = {}
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as stream:
            names = sheet_names(archive)
            for entry in archive.infolist():
                if name := names.get(entry.filename.lower()):
                    found[name] = _in_sheet(blocks(stream, entry, file))
    except DAMAGES as error:
        raise damaged(file) from error
    return found


def _in_sheet(pieces: Iterator[bytes]) -> Flaws:
    found: Flaws = {}
    for block in pieces:
        if any(sign.search(block) for sign in _SIGNS):
            found |= _in_block(block)
    return found


def _in_block(block: bytes) -> Flaws:
    found: Flaws = {}
    for attributes in _NO_VALUE.findall(block):
        if b't="str"' not in attributes:  # a computed empty text is a value
            found |= _at(attributes, "=…")
    for attributes, shown in _ERROR.findall(block):
        found |= _at(attributes, shown.decode("utf-8", "replace"))
    return found


def _at(attributes: bytes, shown: str) -> Flaws:
    if address := ADDRESS.search(attributes):
        return {(int(address[2]) - 1, column_number(address[1]) - 1): shown}
    return {}
