"""What reviews give designers and planners to do, and what is new of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import F
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import Design, Hand, Opinion, Review
from jiugai.apps.projects.review.clauses import clause_of_review
from jiugai.apps.projects.review.queries import waiting_for
from jiugai.web.todos import Kind, News, Todo


def _count(viewer: Viewer) -> int:
    return waiting_for(viewer).count()


def _listed(viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    found = waiting_for(viewer).order_by(F("due_on").asc(nulls_last=True), "id")[:most]
    return [_todo(one, on) for one in found]


def _todo(review: Review, on: date) -> Todo:
    is_planner = review.hand == Hand.PLANNER
    return Todo(
        title=str(review),
        address=review.get_absolute_url(),
        what=_("审查设计方案，意见一次性给出") if is_planner else _("答复意见，提交设计方案"),
        due_on=review.due_on,
        clause=clause_of_review(review.division, on),
    )


def news(viewer: Viewer, since: datetime, most: int) -> list[News]:
    """Return versions and opinions within a viewer's division since a moment."""
    return [*_designs(viewer, since, most), *_opinions(viewer, since, most)]


def _designs(viewer: Viewer, since: datetime, most: int) -> Iterator[News]:
    found = Design.objects.filter(at__gt=since).exclude(by=viewer.person)
    for one in found.select_related("review__project__estate", "by").order_by("-at")[:most]:
        if one.at is not None:
            words = _("{review}：{design}已提交").format(review=one.review, design=one)
            yield News(one.at, words, one.review.get_absolute_url(), str(one.by))


def _opinions(viewer: Viewer, since: datetime, most: int) -> Iterator[News]:
    found = Opinion.objects.filter(at__gt=since).exclude(by=viewer.person)
    known = found.select_related("review__project__estate", "design", "by")
    for one in known.order_by("-at")[:most]:
        words = _("{review}：{opinion}").format(review=one.review, opinion=one)
        yield News(one.at, words, one.review.get_absolute_url(), str(one.by))


KIND: Final = Kind("reviews", Permission.VIEW_PROJECTS, _count, _listed)
