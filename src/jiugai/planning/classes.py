"""The three classes of works that a plan chooses between, in their order."""

from typing import Final

from jiugai.kernel.i18n import _, listed
from jiugai.policy.entries import Works

BASIC: Final = 0
CLASSES: Final = (Works.BASIC, Works.IMPROVING, Works.UPGRADING)


def class_title(works: Works) -> str:
    """Return what people call a class."""
    match works:
        case Works.BASIC:
            return _("基础类")
        case Works.IMPROVING:
            return _("完善类")
        case Works.UPGRADING:
            return _("提升类")
        case Works.OPTIONAL:
            return _("自选类")


def class_titles(classes: frozenset[Works]) -> str:
    """Return the names of several classes, or that all are meant."""
    if classes == frozenset(CLASSES):
        return _("各类")
    return listed(class_title(works) for works in CLASSES if works in classes)
