"""The chain of an application, as P14 附件1(3) and BJ20 二(一)5 have it.

    申请方 → 街道 → 区 → 市联席会 → 确认
     applicant: the community committee, owners' committee or council asks its residents and
                applies to the sub-district                              P14 附件1(3)①
     street:    the sub-district hands it up to the district              P14 附件1(3)②
     district:  the district reviews it and hands it to the conference    BJ20 二(一)5②
     city:      the conference confirms it by a document                  BJ20 二(一)5③

P14 runs to 2025 and BJ20 is of 2020; later days rest on what is in force then (XC18, BJ22).
Each desk may return it, with its reasons, to any desk before: to the one who must mend it. Until
it is confirmed, who applied may withdraw it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import OVER, Application, Desk, Verb
from jiugai.kernel.errors import Refusal
from jiugai.kernel.source import Clause, Text

BJ20: Final = Text("bj20")
BJ22: Final = Text("bj22")
P14: Final = Text("p14")
XC18: Final = Text("xc18")


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can happen: from which desk to which, who may, and the clauses of it.

    The first clause whose document is in force in a place is the one that is shown there.
    """

    verb: Verb
    before: Desk
    after: Desk
    permission: Permission
    clauses: tuple[Clause, ...] = ()


#: The desks in their order, each with who sits at it.
DESKS: Final = {
    Desk.APPLICANT: Permission.APPLY,
    Desk.STREET: Permission.REVIEW_STREET,
    Desk.DISTRICT: Permission.REVIEW_DISTRICT,
    Desk.CITY: Permission.CONFIRM_CITY,
}
LINE: Final = (*DESKS, Desk.CONFIRMED)

ONWARD: Final = (
    Move(
        Verb.SUBMIT,
        Desk.APPLICANT,
        Desk.STREET,
        Permission.APPLY,
        (P14 / "附件1(3)①", BJ20 / "二(一)3①", BJ22 / "三(九)①"),
    ),
    Move(
        Verb.PASS,
        Desk.STREET,
        Desk.DISTRICT,
        Permission.REVIEW_STREET,
        (P14 / "附件1(3)②", XC18 / "三(三)③", BJ22 / "三(六)②"),
    ),
    Move(
        Verb.PASS,
        Desk.DISTRICT,
        Desk.CITY,
        Permission.REVIEW_DISTRICT,
        (BJ20 / "二(一)5②", P14 / "附件1(3)②", XC18 / "三(三)④", BJ22 / "三(六)②"),
    ),
    Move(
        Verb.CONFIRM,
        Desk.CITY,
        Desk.CONFIRMED,
        Permission.CONFIRM_CITY,
        (BJ20 / "二(一)5③", P14 / "附件1(3)③", XC18 / "三(三)④"),
    ),
)


def _back() -> Iterator[Move]:
    """Yield every return: from each desk to each before it."""
    desks = list(DESKS)
    for at, (desk, permission) in enumerate(DESKS.items()):
        for before in reversed(desks[:at]):
            yield Move(Verb.RETURN, desk, before, permission)


MOVES: Final = (
    *ONWARD,
    *_back(),
    *(Move(Verb.WITHDRAW, desk, Desk.WITHDRAWN, Permission.APPLY) for desk in DESKS),
)


def move_of(application: Application, verb: str, to: str = "") -> Move:
    """Return the move that a verb means for an application; `to` says where it is returned.

    Raises Refusal if it cannot happen where the application lies.
    """
    fitting = [one for one in MOVES if one.verb == verb and one.before == application.desk]
    if to:
        fitting = [one for one in fitting if one.after == to]
    if not fitting:
        raise Refusal(_no(application, verb))
    return fitting[0]


def _no(application: Application, verb: str) -> str:
    where = application.get_desk_display()
    if application.desk in OVER:
        return _("这份申报{where}，不能再办。").format(where=where)
    if verb not in Verb.values:
        return _("请选择通过、退回或别的办理结果。")
    return _("这份申报现在是“{where}”，不能{verb}。").format(where=where, verb=Verb(verb).label)


def moves_for(viewer: Viewer, application: Application) -> list[Move]:
    """Return what a viewer may do with an application where it lies."""
    return [
        one
        for one in MOVES
        if one.before == application.desk
        and viewer.may(one.permission, division=application.division)
    ]


def desks_of(viewer: Viewer) -> list[Desk]:
    """Return the desks that a viewer sits at."""
    return [desk for desk, permission in DESKS.items() if viewer.may(permission)]


def onward(desk: str) -> Move | None:
    """Return the move that brings an application on from a desk, or None where it is over."""
    return next((one for one in ONWARD if one.before == desk), None)
