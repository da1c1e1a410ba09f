"""What is counted, with its number: for sentences that count several things."""

from jiugai.kernel.i18n import ngettext


def estates(number: int) -> str:
    """Return so many estates in words."""
    return ngettext("{n} 个小区", number).format(n=number)


def households(number: int) -> str:
    """Return so many households in words."""
    return ngettext("{n} 户", number).format(n=number)


def files(number: int) -> str:
    """Return so many files in words."""
    return ngettext("{n} 个文件", number).format(n=number)


def rows(number: int) -> str:
    """Return so many rows of a table in words."""
    return ngettext("{n} 行", number).format(n=number)


def bundles(number: int) -> str:
    """Return so many bundles of estates in words."""
    return ngettext("{n} 个片区", number).format(n=number)
