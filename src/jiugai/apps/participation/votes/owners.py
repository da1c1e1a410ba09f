"""The owners of a flat as they are kept in one cell, with their shares where they are known."""

from __future__ import annotations

from typing import Any

from jiugai.consent.co_owners import one_cell


def said_of(value: Any) -> tuple[str, str]:
    """Return the first owner, and the others with their shares as the core reads them."""
    text = str(getattr(value, "opened", value) or "")
    return one_cell(text, "")
