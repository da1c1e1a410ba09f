"""Every error that jiugai raises on purpose.

JiugaiError
├── RulebookError   a rulebook file is wrong; an author must mend it
├── UsageError      the command was asked for something that cannot be; the caller must mend it
├── InputError      a file handed over cannot be used; its owner must mend it
└── Refusal         the request is sound but the rules say no
"""


class JiugaiError(Exception):
    """An error whose message is fit for the person who caused it and says what to do next."""


class RulebookError(JiugaiError):
    """A rulebook file is wrong; the message names the file and the entry."""


class UsageError(JiugaiError):
    """What was asked for does not exist or contradicts itself, like an unknown division code."""


class InputError(JiugaiError):
    """A whole file cannot be used, like a damaged workbook or a ledger without a name column."""

    def __init__(self, message: str, *, file: str = "", cell: str = "") -> None:
        self.file = file
        self.cell = cell
        where = " ".join(part for part in (file, cell) if part)
        super().__init__(f"{where}: {message}" if where else message)


class Refusal(JiugaiError):
    """The rules forbid what was asked; the message says which and what would be allowed."""
