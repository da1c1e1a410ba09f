"""What the Today page shows somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from jiugai.apps.accounts.models import Person, SignedIn
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import Notice
from jiugai.web.todos import News, Todo, news_for, todos_of

#: So many to-dos of a kind, and so many news, are shown at the most.
MOST: Final = 30
#: Who was never here before sees what is new of so many days; others of no more than these.
FIRST: Final = timedelta(days=7)
LONGEST: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Today:
    """To-dos by their day, what is new, and what somebody was told and has not seen."""

    late: Sequence[Todo]
    soon: Sequence[Todo]
    undated: Sequence[Todo]
    news: Sequence[News]
    notices: Sequence[Notice]
    since: datetime


def today_for(viewer: Viewer, *, session: str | None, now: datetime, on: date) -> Today:
    """Return what waits for a viewer on a day, and what changed since their last visit."""
    todos = todos_of(viewer, on=on, most=MOST)
    since = last_visit(viewer.person, session=session, now=now)
    return Today(
        late=[one for one in todos if one.due_on is not None and one.due_on < on],
        soon=[one for one in todos if one.due_on is not None and one.due_on >= on],
        undated=[one for one in todos if one.due_on is None],
        news=news_for(viewer, since=since, most=MOST),
        notices=list(Notice.objects.filter(person=viewer.person, seen_at=None)[:MOST]),
        since=since,
    )


def last_visit(person: Person, *, session: str | None, now: datetime) -> datetime:
    """Return when somebody was last here before the session that they are in."""
    earlier = SignedIn.objects.filter(person=person).exclude(key=session or "")
    last = earlier.order_by("-seen_at").values_list("seen_at", flat=True).first()
    return now - FIRST if last is None else max(last, now - LONGEST)
