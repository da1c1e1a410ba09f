"""What votes give people to do, and what is new of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action, title_of
from jiugai.apps.audit.models import Line
from jiugai.apps.participation.models import Objection, PersonalRequest, Vote
from jiugai.apps.participation.votes.meeting import publication_of
from jiugai.apps.participation.votes.paper import open_mismatches
from jiugai.web.todos import Kind, News, Todo

State = Vote.State
_TOLD: Final = (Action.VOTE_OPENED, Action.VOTE_COUNTED, Action.VOTE_PUBLISHED)


def _over() -> QuerySet[Vote]:
    """Return the votes whose ballots can be counted, or whose result is not public yet."""
    counted = Vote.objects.filter(state=State.COUNTED)
    return counted | Vote.objects.filter(state=State.OPEN, closes_at__lt=timezone.now())


def _count_over(_viewer: Viewer) -> int:
    return _over().count()


def _list_over(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    return [_todo(one) for one in _over().order_by("closes_at")[:most]]


def _todo(vote: Vote) -> Todo:
    due = publication_of(vote)
    return Todo(
        title=vote.question,
        address=vote.get_absolute_url(),
        what=_("公示结果") if vote.state == State.COUNTED else _("计票"),
        due_on=due.due if due else None,
        clause=due.clause if due else None,
    )


def _with_paper() -> QuerySet[Vote]:
    return Vote.objects.filter(state=State.OPEN, paper__isnull=False).distinct()


def _count_paper(_viewer: Viewer) -> int:
    return sum(1 for vote in _with_paper() if open_mismatches(vote))


def _list_paper(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = []
    for vote in _with_paper().order_by("closes_at")[:most]:
        if waiting := open_mismatches(vote):
            words = _("{n} 张纸质票等第二人核对").format(n=len(waiting))
            last = timezone.localdate(vote.closes_at)
            found.append(Todo(vote.question, vote.get_absolute_url() + "/paper", words, last))
    return found


def _unanswered() -> QuerySet[Objection]:
    return Objection.objects.filter(answered_on=None)


def _count_objections(_viewer: Viewer) -> int:
    return _unanswered().count()


def _list_objections(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = _unanswered().select_related("notice__estate").order_by("due_on", "id")[:most]
    words = _("{estate} 公示意见第 {n} 号")
    return [
        Todo(
            words.format(estate=one.notice.estate, n=one.number),
            one.get_absolute_url(),
            _("答复居民意见"),
            one.due_on,
        )
        for one in found
    ]


def _asked() -> QuerySet[PersonalRequest]:
    return PersonalRequest.objects.filter(state=PersonalRequest.State.OPEN)


def _count_asked(_viewer: Viewer) -> int:
    return _asked().count()


def _list_asked(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = _asked().select_related("household__building__estate").order_by("due_on", "id")[:most]
    words = _("{estate} {number}")
    return [
        Todo(
            words.format(estate=one.household.building.estate, number=one.number),
            one.get_absolute_url(),
            _("居民要求更正、删除个人信息"),
            one.due_on,
        )
        for one in found
    ]


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return votes within a viewer's division that opened, were counted or made public since."""
    if not viewer.may(Permission.VIEW_RESIDENTS):
        return []
    lines = Line.objects.filter(at__gt=since, action__in=_TOLD).exclude(by=viewer.person.pk)
    found = []
    for line in lines.order_by("-id")[:most]:
        title = f"{title_of(line.action)}：{line.subject_name}"
        found.append(News(line.at, title, f"/votes/{line.subject_id}", line.by_name))
    return found


KINDS: Final = (
    Kind("votes_over", Permission.RUN_VOTES, _count_over, _list_over),
    Kind("objections", Permission.RUN_NOTICES, _count_objections, _list_objections),
    Kind("paper", Permission.ENTER_BALLOTS, _count_paper, _list_paper),
    Kind("personal", Permission.OPEN_SENSITIVE, _count_asked, _list_asked),
)
