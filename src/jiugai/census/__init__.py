"""From the ledgers that clerks keep to estates, buildings and issues."""

from jiugai.census.census import Census, LedgerRead
from jiugai.census.corrections import Cell, Corrections
from jiugai.census.issues import Issue, IssueKind, Issues, Severity
from jiugai.census.mapping import Mapping, read_mapping
from jiugai.census.outlines import find_outlines
from jiugai.census.provenance import CellOrigin, Provenance
from jiugai.census.read import read_ledgers
from jiugai.census.template import write_template
from jiugai.census.unclear import Seen, SeenColumn, UnclearColumns, first_look

__all__ = [
    "Cell",
    "CellOrigin",
    "Census",
    "Corrections",
    "Issue",
    "IssueKind",
    "Issues",
    "LedgerRead",
    "Mapping",
    "Provenance",
    "Seen",
    "SeenColumn",
    "Severity",
    "UnclearColumns",
    "find_outlines",
    "first_look",
    "read_ledgers",
    "read_mapping",
    "write_template",
]
