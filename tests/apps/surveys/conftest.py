"""An estate of twelve households, and surveys in each state."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.answers import services as answers
from jiugai.apps.surveys.answers.services import Whose
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.models import Answer, Channel, Survey
from jiugai.asking.form import Choice, Form, Group, Kind, Question
from tests.apps.conftest import DISTRICT
from tests.apps.participation.conftest import settle

NOON = datetime(2026, 6, 2, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = NOON.date()
SAID = {
    "title": "问需于民",
    "words": "三分钟，定改什么。",
    "per": "household",
    "is_online": True,
    "opens_on": DAY,
    "closes_on": DAY + timedelta(days=14),
}


def form():
    """Return a short form with a list, a condition and a row for each window."""
    return Form(
        "问需于民",
        (
            Question("wants", Kind.MANY, {"zh": "想要什么？"}, choices="items"),
            Question("agrees", Kind.ONE, {"zh": "同意吗？"}, required=True, choices="yn"),
            Question("why", Kind.TEXT, {"zh": "担心什么？"}, relevant="${agrees} = 'no'"),
            Group(
                "windows",
                {"zh": "外窗"},
                (
                    Question("width", Kind.DECIMAL, {"zh": "宽"}, constraint=". > 0"),
                    Question("photo", Kind.IMAGE, {"zh": "照片"}),
                ),
                repeats=True,
            ),
        ),
        {
            "items": (
                Choice("xc18.menu.lift", {"zh": "加装电梯"}),
                Choice("xc18.menu.parking", {"zh": "停车"}),
            ),
            "yn": (Choice("yes", {"zh": "同意"}), Choice("no", {"zh": "不同意"})),
        },
    )


class Asking:
    """Runs surveys of one estate as its clerk would."""

    def __init__(self, estate, people):
        self.estate, self.people, self.clerk = estate, people, people["clerk"]

    def drafted(self, purpose="demand", asked=None, **said):
        """Return a survey that is not published."""
        with scope(DISTRICT):
            (survey,) = services.draft(
                estates=[self.estate], purpose=purpose, said=SAID | said, by=self.clerk, on=DAY
            )
            services.put_form(pk=survey.pk, form=asked or form(), by=self.clerk, on=DAY)
            return Survey.objects.get(pk=survey.pk)

    def opened(self, **more):
        """Return a survey that takes answers from the second of June on."""
        survey = self.drafted(**more)
        with scope(DISTRICT):
            services.publish(pk=survey.pk, by=self.clerk, at=NOON)
        return self.now(survey)

    def running(self, **more):
        """Return a survey that takes answers today."""
        from django.utils import timezone

        today = timezone.localdate()
        return self.opened(
            opens_on=today - timedelta(days=1), closes_on=today + timedelta(days=5), **more
        )

    def home(self, number):
        """Return the household with a number, from 0 on."""
        with scope(DISTRICT):
            found = Household.objects.filter(building__estate=self.estate).order_by("id")
            return found.select_related("building__estate", "unit")[number]

    def answer(
        self, survey, number, values=None, *, person=1, revision=0, done=True, at=NOON, **more
    ):
        """Return the answer that the clerk writes down for a household."""
        with scope(DISTRICT):
            return answers.take(
                whose=Whose(survey, self.home(number), person),
                values=values or {"agrees": "yes", "wants": "xc18.menu.lift"},
                channel=more.get("channel", Channel.VISIT),
                is_done=done,
                revision=revision,
                by=more.get("by", self.clerk),
                at=at,
            )

    def closed(self, survey):
        """Return a survey that takes no answers any more."""
        with scope(DISTRICT):
            services.close(pk=survey.pk, by=self.clerk, on=DAY)
        return self.now(survey)

    def now(self, survey):
        """Return a survey as it is kept now."""
        with scope(DISTRICT):
            return Survey.objects.select_related("estate").get(pk=survey.pk)

    def kept(self, survey):
        """Return the answers that are kept."""
        with scope(DISTRICT):
            return list(Answer.objects.filter(survey=survey))


@pytest.fixture
def asking(estate, people):
    """Return a helper with an estate of three buildings of four households."""
    with scope(DISTRICT):
        settle(estate)
    return Asking(estate, people)
