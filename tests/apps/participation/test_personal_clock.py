"""What is over its term goes by itself, nothing within it does; killed or run twice, it holds."""

from datetime import datetime, timedelta

import pytest
from django.db import models
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.demands.models import Channel as DemandChannel
from jiugai.apps.demands.models import Demand, State, TicketImport
from jiugai.apps.participation.models import (
    Clearing,
    Consent,
    EntryFailure,
    Helper,
    HouseholdCode,
    KeptDays,
    Notice,
    NoticeSeen,
    OneTimeCode,
    PersonalRequest,
    ResidentSession,
    RollImport,
)
from jiugai.apps.participation.privacy import clock
from jiugai.apps.participation.privacy.clock import clear_over
from jiugai.apps.participation.privacy.holding import holdings
from jiugai.apps.participation.privacy.keeping import days_of, set_days
from jiugai.apps.participation.residents import channels
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
#: Terms that are tested where their rows are made: with surveys.
ELSEWHERE = {"surveys.answers", "surveys.submissions"}


def ago(days):
    """Return noon, so many days ago."""
    noon = datetime.combine(TODAY - timedelta(days=days), datetime.min.time())
    return timezone.make_aware(noon + timedelta(hours=12))


def fill(home, clerk, key, days):
    """Make, for one holding, what stopped to be needed so many days ago; return how to find it."""
    own = {"household": home, "division": home.division}
    return MADE[key](home, clerk, own, ago(days), TODAY - timedelta(days=days))


def row(made):
    """Return how a row is found."""
    return type(made).objects.filter(pk=made.pk)


def care(home, _clerk, own, at, _on):
    Household.objects.filter(pk=home.pk).update(care="独居老人")
    Consent.objects.create(
        **own, about="care", title="需关照情况", words="同意", is_given=True, channel="desk",
        said_at=at,
    )  # fmt: skip
    return row(home).filter(care__isnull=False)


def codes(home, clerk, own, at, on):
    made = HouseholdCode.objects.create(
        **own, digest=f"c{on}{home.pk}", issued_by=clerk, issued_at=at, revoked_at=at
    )
    return row(made)


def sessions(home, _clerk, own, at, on):
    OneTimeCode.objects.create(**own, digest="x", sent_at=at, ends_at=at)
    digest = f"s{on}{home.pk}"
    return row(ResidentSession.objects.create(**own, digest=digest, began_at=at, ends_at=at))


def failures(_home, _clerk, _own, at, _on):
    return row(EntryFailure.objects.create(key="k", at=at))


def helpers(home, _clerk, own, at, on):
    made = Helper.objects.create(
        **own, name="王小明", relation="child", purpose="报修", until=on, agreed="同意",
        digest=f"h{on}{home.pk}", given_at=at - timedelta(days=9),
    )  # fmt: skip
    return row(made).filter(name__isnull=False)


def seen(home, clerk, own, _at, on):
    notice = Notice.objects.create(
        estate=home.building.estate, division=home.division, title="公示", made_by=clerk,
        state="ended", ended_on=on,
    )  # fmt: skip
    return row(NoticeSeen.objects.create(notice=notice, on=on, **own))


def uploads(home, clerk, _own, at, _on):
    made = RollImport.objects.create(
        estate=home.building.estate, division=STREET, file="名册", rows="[]", made_by=clerk
    )
    row(made).update(made_at=at)
    return row(made).filter(rows__isnull=False)


def consents(_home, _clerk, own, at, _on):
    made = Consent.objects.create(
        **own, about="old", title="旧", words="同意", is_given=True, channel="desk", said_at=at,
        revoked_at=at,
    )  # fmt: skip
    return row(made)


def requests(_home, clerk, own, at, on):
    made = PersonalRequest.objects.create(
        **own, kind="erase", holding="register.phone", made_at=at, due_on=on, state="granted",
        decided_by=clerk, decided_on=on,
    )  # fmt: skip
    return row(made)


def askers(home, _clerk, _own, at, on):
    made = Demand.objects.create(
        estate=home.building.estate, division=home.division, text="灯不亮", kind="power",
        channel=DemandChannel.DESK, asker="王", phone="199", asked_at=at, due_on=on,
        state=State.ENDED, answer="已修", answered_on=on,
    )  # fmt: skip
    return row(made).filter(models.Q(asker__isnull=False) | models.Q(phone__isnull=False))


def tickets(_home, clerk, _own, at, _on):
    made = TicketImport.objects.create(division=STREET, title="工单", rows="[]", by=clerk)
    row(made).update(at=at)
    return row(made).filter(rows__isnull=False)


MADE = {
    "register.care": care,
    "entry.codes": codes,
    "entry.sessions": sessions,
    "entry.failures": failures,
    "entry.helpers": helpers,
    "notices.seen": seen,
    "votes.uploads": uploads,
    "rights.consents": consents,
    "rights.requests": requests,
    "demands.askers": askers,
    "demands.imports": tickets,
}


KEYS = [one.key for one in holdings() if one.term and one.key not in ELSEWHERE]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_over_its_term_goes_and_what_is_within_it_stays(homes, people, key):
    with scope(""):
        first, second = Household.objects.order_by("id")[:2]
        days = days_of(key)
        over = fill(first, people["clerk"], key, days + 1)
        within = fill(second, people["clerk"], key, days)
        assert over.exists()

    assert clear_over(on=TODAY) >= 1

    with scope(""):
        assert not over.exists()
        assert within.exists()
        run = Clearing.objects.get()
        assert run.counts[key] >= 1
        line = Line.objects.get(action="participation.personal_cleared")
    assert line.detail["counts"] == run.counts
    assert "王" not in str(line.detail)


def test_a_second_run_on_a_day_does_nothing_and_the_record_has_one_line_a_day(homes, people):
    with scope(""):
        home = Household.objects.first()
        fill(home, people["clerk"], "entry.codes", 400)
    assert clear_over(on=TODAY) == 1
    with scope(""):
        late = fill(home, people["clerk"], "entry.codes", 401)
    assert clear_over(on=TODAY) == 0
    assert clear_over(on=TODAY + timedelta(days=1)) == 1
    with scope(""):
        assert not late.exists()
        assert Line.objects.filter(action="participation.personal_cleared").count() == 2


def test_a_run_that_died_goes_on_where_it_was_and_counts_each_row_once(homes, people, monkeypatch):
    monkeypatch.setattr(clock, "PIECE", 1)
    with scope(""):
        for home in Household.objects.order_by("id")[:3]:
            fill(home, people["clerk"], "entry.codes", 400)
    save, saved = Clearing.save, []

    def dying(self, *args, **more):
        saved.append(1)
        if len(saved) == 3:  # the first made the row, the second counted a piece
            raise RuntimeError("the process died")
        save(self, *args, **more)

    monkeypatch.setattr(Clearing, "save", dying)
    with pytest.raises(RuntimeError):
        clear_over(on=TODAY)
    with scope(""):
        assert Clearing.objects.get().counts == {"entry.codes": 1}
        assert HouseholdCode.objects.count() == 2  # what was not counted was not erased
        assert not Line.objects.filter(action="participation.personal_cleared").exists()

    monkeypatch.undo()
    clear_over(on=TODAY)

    with scope(""):
        run = Clearing.objects.get()
        assert run.counts == {"entry.codes": 3}
        assert run.ended_at is not None
        assert not HouseholdCode.objects.exists()


def test_days_are_set_within_bounds_by_who_runs_the_system_and_count_from_then_on(
    homes, people, signed_in
):
    with scope(""):
        stays = fill(Household.objects.first(), people["clerk"], "entry.sessions", 10)
    client = signed_in("system_admin")
    assert client.post("/privacy/terms/entry.sessions", {"days": "181"}).status_code == 422
    assert not KeptDays.objects.exists()
    assert client.post("/privacy/terms/entry.sessions", {"days": "9"}).status_code == 302
    with scope(""):
        line = Line.objects.get(action="participation.personal_term_set")
    assert (line.detail["before"], line.detail["after"]) == (30, 9)
    clear_over(on=TODAY)
    with scope(""):
        assert not stays.exists()
    assert "进入记录" in client.get("/privacy/terms").content.decode()
    with pytest.raises(Refusal):
        set_days(
            key="rights.requests",
            days=10,
            by=people["system_admin"],
            division="",
            at=timezone.now(),
        )


def test_codes_that_wait_in_the_file_go_and_those_of_today_stay(db, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    file = tmp_path / "codes.jsonl"
    file.write_text(
        '{"at": "2020-01-01T08:00:00+08:00", "to": "1990", "text": "旧"}\n', encoding="utf-8"
    )
    channels.CHANNELS["file"]("1991", "新")
    clear_over(on=TODAY)
    kept = file.read_text(encoding="utf-8")
    assert "1991" in kept
    assert "1990" not in kept


def test_the_district_is_no_bound_for_the_clock(homes, people):
    with scope(""):
        found = fill(Household.objects.first(), people["clerk"], "entry.helpers", 400)
    clear_over(on=TODAY)
    with scope(DISTRICT):
        assert not found.exists()
        assert Helper.objects.get().purpose == "报修"  # the fact stays
