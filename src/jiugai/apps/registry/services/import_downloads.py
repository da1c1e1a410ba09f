"""Files that people take away from an import: issues, the empty template."""

import io
import tempfile
from pathlib import Path

import polars as pl

from jiugai.apps.registry.models import Import
from jiugai.apps.registry.services.import_reading import reading_of
from jiugai.census import write_template

_BOM = b"\xef\xbb\xbf"


def issues_csv(one: Import) -> bytes:
    """Return every issue as a table that spreadsheets open; no cell becomes a formula there."""
    frame = reading_of(one).issues.frame
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    risky = pl.col(texts).str.contains(r"^[=+\-@\t\r]")
    safe = pl.when(risky).then(pl.lit("'") + pl.col(texts)).otherwise(pl.col(texts))
    return _BOM + frame.with_columns(safe.name.keep()).write_csv().encode()


def template_workbook() -> io.BytesIO:
    """Return the empty workbook that a clerk fills in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(path)
        return io.BytesIO(path.read_bytes())
