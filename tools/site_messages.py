"""Collect the Chinese texts of the site: gettext calls in Python, and Django's templates."""

import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Final, cast

from babel.messages.extract import extract

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "jiugai"
#: What each catalogue holds: a package and those whose texts it keeps for them.
SHARED: Final = {SOURCE / "web": (SOURCE / "web", SOURCE / "site")}
KEYWORDS: Final = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
}
#: A module that speaks with the voice of the core has its texts in the core's catalogue.
CORE_VOICE: Final = re.compile(
    r"^from jiugai\.kernel\.i18n import (?:\w+, )*_(?:,|$)", re.MULTILINE
)

Words = str | tuple[str, str]  # one text, or that for one and that for many


def packages() -> Iterator[Path]:
    """Return the folders that have a catalogue of their own."""
    yield from SHARED
    yield from sorted(path.parent for path in (SOURCE / "apps").glob("*/apps.py"))


def is_of_site(path: Path) -> bool:
    """Return whether a file's texts go through Django rather than the core."""
    inside = path.relative_to(SOURCE).parts[0] in {"web", "site", "apps"}
    return inside and not speaks_as_core(path)


def speaks_as_core(path: Path) -> bool:
    """Return whether a module of the site uses the core's `_`."""
    return path.suffix == ".py" and bool(CORE_VOICE.search(path.read_text(encoding="utf-8")))


def texts_of(package: Path) -> Iterator[tuple[str, Words]]:
    """Return every text of a package with the place where it stands."""
    folders = SHARED.get(package, (package,))
    for path in sorted(chain.from_iterable(folder.rglob("*") for folder in folders)):
        if path.suffix == ".py" and not speaks_as_core(path):
            yield from in_source(path, path.read_bytes())
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            yield from in_source(path, as_python(path).encode())


def as_python(path: Path) -> str:
    """Return a Django template as the Python that xgettext would read."""
    from django.utils.translation.template import templatize

    source = templatize(path.read_text(encoding="utf-8"), origin=path.as_posix())
    return "\n".join(line.strip() for line in source.splitlines())  # its indents mean nothing


def in_source(path: Path, source: bytes) -> Iterator[tuple[str, Words]]:
    """Return the texts of Python source."""
    place = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    options = {"encoding": "utf-8"}
    file = cast("IO[bytes]", io.BytesIO(source))
    for _line, words, _comments, _context in extract("python", file, KEYWORDS, (), options):
        yield place, words if isinstance(words, str) else (words[0], words[1])
