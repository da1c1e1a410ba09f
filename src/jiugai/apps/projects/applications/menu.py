"""What may be wished for: the menus of the documents in force in a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _ as in_words
from jiugai.policy.entries import MenuItem, Where, Works
from jiugai.policy.rulebook import rulebook

WORKS: Final[dict[Works, Promise]] = {
    Works.BASIC: _("基础类"),
    Works.IMPROVING: _("完善类"),
    Works.UPGRADING: _("提升类"),
    Works.OPTIONAL: _("自选类"),
}
WHERE: Final[dict[Where, Promise]] = {
    Where.BUILDING: _("楼本体"),
    Where.PUBLIC_AREA: _("公共区域"),
    Where.GOVERNANCE: _("小区治理"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a menu: of which document, what is done to what, and the items in it."""

    document: str
    works: Works
    where: Where
    items: Sequence[MenuItem]

    @property
    def title(self) -> str:
        """Return what the part is called."""
        return f"{self.document.upper()} {WORKS[self.works]} · {WHERE[self.where]}"


def menu_of(division: str, on: date) -> list[Part]:
    """Return the menu of a place on a day, by document, class of works and what it is done to."""
    try:
        documents = law_for(division, on).documents
    except UsageError:  # nothing is in force there
        return []
    parts: dict[tuple[str, Works, Where], list[MenuItem]] = {}
    for document in documents:
        for item in document.menu:
            parts.setdefault((document.id, item.works, item.where), []).append(item)
    return [Part(*key, items) for key, items in parts.items()]


def titles_of(items: Sequence[str]) -> list[str]:
    """Return the titles of menu items; one that no rulebook knows any more by its name."""
    known = {one.id: one.title for doc in rulebook().documents.values() for one in doc.menu}
    return [in_words(known[item]) if item in known else item for item in items]
