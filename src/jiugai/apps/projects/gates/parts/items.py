"""Which items of the menus are parts of the works 改造部位."""

from jiugai.policy.entries import MenuItem, Where
from jiugai.policy.law import Law


def part_items(law: Law) -> dict[str, MenuItem]:
    """Return the items in force for buildings and public areas; governance is no part of works."""
    items = (item for document in law.documents for item in document.menu)
    return {item.id: item for item in items if item.where is not Where.GOVERNANCE}
