"""What happens is told: in the same transaction, signed, again until taken or given up."""

import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.services import record
from jiugai.apps.hooks import deliver
from jiugai.apps.hooks.clearing import clear_told
from jiugai.apps.hooks.deliver import GIVEN_UP, LEASE, spread, tell_waiting
from jiugai.apps.hooks.kinds import OF_ACTION
from jiugai.apps.hooks.migrations import __path__ as migrations
from jiugai.apps.hooks.models import Delivery, Event
from jiugai.apps.hooks.services import end_hook, ping, replay
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


def happen(estate, action=Action.APPLICATION_CONFIRMED):
    """Write a line of the record, as whatever happens does."""
    with scope(DISTRICT):
        record(action, estate, by=None)


def events():
    """Return the kinds of what waits to be told."""
    with scope(""):
        return list(Event.objects.values_list("kind", flat=True))


def test_a_confirmed_application_is_told_with_a_signature_that_holds(estate, hooked, receiver):
    _hook, secret = hooked()
    happen(estate)

    assert tell_waiting() == 1

    ((path, headers, body),) = receiver.got
    assert path == "/told?from=jiugai"
    said = json.loads(body)
    assert (said["event"], said["division"]) == ("application.confirmed", STREET)
    assert said["subject"] == {
        "kind": "registry.estate",
        "id": str(estate.pk),
        "name": "玉兰里",
    }
    at, given = headers["X-Jiugai-Signature"].removeprefix("t=").split(",v1=")
    proof = hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
    assert given == proof
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.answer) == ("done", "HTTP 200 收到")
    assert headers["X-Jiugai-Delivery"] == str(delivery.key) == said["id"]


def test_what_is_undone_is_not_told(estate, hooked):
    hooked()

    with transaction.atomic():
        happen(estate)
        assert events() == ["application.confirmed"]
        transaction.set_rollback(True)

    assert events() == []


def test_where_nobody_is_told_nothing_is_written(estate):
    happen(estate)

    assert events() == []


def test_other_lines_of_the_record_are_not_told(estate, hooked):
    hooked()
    happen(estate, Action.FACTS_EDITED)

    assert events() == []


def test_the_trigger_knows_every_action_that_is_told():
    from importlib import import_module

    assert migrations
    told = import_module("jiugai.apps.hooks.migrations.0002_told").TOLD
    assert dict(told) == {action.value: kind.value for action, kind in OF_ACTION.items()}


def test_only_what_was_asked_for_within_the_division_is_told(estate, hooked):
    hooked(kinds=["plan.adopted"])
    hooked(division="110199002")
    hooked("stranger")
    happen(estate)

    assert spread(at=timezone.now()) == 1
    assert Delivery.objects.count() == 0


def test_what_its_person_may_no_longer_see_is_no_longer_told(estate, hooked, people):
    hooked()
    Appointment.objects.filter(person=people["district_officer"]).update(
        until=timezone.localdate()
    )
    happen(estate)

    spread(at=timezone.now())

    assert Delivery.objects.count() == 0


def test_what_is_not_taken_is_tried_again_later_each_time(estate, hooked, receiver):
    hooked()
    receiver.status = 503
    happen(estate)

    tell_waiting()
    first = Delivery.objects.get()
    assert (first.state, first.attempts, first.answer) == ("waiting", 1, "HTTP 503 收到")
    assert tell_waiting() == 0  # it is not due yet

    Delivery.objects.update(next_at=timezone.now())
    tell_waiting()
    second = Delivery.objects.get()
    assert second.attempts == 2
    assert second.next_at - timezone.now() > timedelta(minutes=4)
    assert len({headers["X-Jiugai-Delivery"] for _path, headers, _body in receiver.got}) == 1


def test_after_days_it_is_given_up_and_can_be_told_again(estate, hooked, receiver, people):
    hooked()
    receiver.status = 500
    happen(estate)
    spread(at=timezone.now() - GIVEN_UP - timedelta(minutes=1))

    tell_waiting()
    dead = Delivery.objects.get()
    assert dead.state == "dead"

    receiver.status = 204
    with scope(DISTRICT):
        replay(pk=dead.pk, by=people["district_officer"], at=timezone.now())
    tell_waiting()
    again = Delivery.objects.get()
    assert (again.state, again.attempts) == ("done", 1)
    assert receiver.got[0][2] == receiver.got[1][2]


def test_what_still_waits_is_not_told_again_by_hand(estate, hooked, people):
    hooked()
    happen(estate)
    spread(at=timezone.now())

    with scope(DISTRICT), pytest.raises(Refusal, match="自动重试"):
        replay(pk=Delivery.objects.get().pk, by=people["district_officer"], at=timezone.now())


def test_who_ends_an_address_ends_what_waits_for_it(estate, hooked, receiver, people):
    hook, _secret = hooked()
    happen(estate)
    spread(at=timezone.now())
    with scope(DISTRICT):
        end_hook(pk=hook.pk, by=people["district_officer"], at=timezone.now())

    assert tell_waiting() == 0
    assert receiver.got == []


def test_who_dies_after_sending_sends_the_same_again_after_the_lease(
    estate, hooked, receiver, monkeypatch
):
    hooked()
    happen(estate)
    with monkeypatch.context() as dying:
        dying.setattr(deliver, "note", _die)
        with pytest.raises(SystemExit):
            tell_waiting()

    assert tell_waiting() == 0  # somebody may still be at it
    Delivery.objects.update(next_at=timezone.now() - LEASE)
    assert tell_waiting() == 1

    (_path, first, body), (_path, second, repeated) = receiver.got
    assert first["X-Jiugai-Delivery"] == second["X-Jiugai-Delivery"]
    assert body == repeated
    assert Delivery.objects.get().state == "done"


def _die(*_one, **_more):
    raise SystemExit


def test_a_redirect_is_not_followed(estate, hooked, receiver):
    hooked()
    receiver.status, receiver.headers = 307, {"Location": "http://169.254.169.254/"}
    happen(estate)

    tell_waiting()

    assert Delivery.objects.get().answer.startswith("HTTP 307")
    assert len(receiver.got) == 1


def test_a_trial_is_told_at_once(hooked, receiver, people):
    hook, _secret = hooked(kinds=["plan.adopted"])
    with scope(DISTRICT):
        ping(pk=hook.pk, by=people["district_officer"], at=timezone.now())

    assert tell_waiting() == 1
    assert json.loads(receiver.got[0][2])["event"] == "ping"


def test_nobody_ends_the_address_of_somebody_else(hooked, people):
    hook, _secret = hooked()

    with scope(DISTRICT), pytest.raises(Refusal):
        end_hook(pk=hook.pk, by=people["clerk"], at=timezone.now())


def test_what_arrived_is_cleared_after_the_kept_days_and_what_did_not_stays(
    estate, hooked, receiver, settings
):
    hooked()
    now = timezone.now()
    happen(estate)
    tell_waiting()
    receiver.status = 503
    happen(estate)
    happen(estate)
    tell_waiting()
    Delivery.objects.filter(pk=Delivery.objects.first().pk).update(
        state="dead", ended_at=now - timedelta(days=400)
    )
    with scope(""):
        Event.objects.update(at=now - timedelta(days=400), spread_at=now - timedelta(days=400))
        Delivery.objects.update(created_at=now - timedelta(days=400))
        Delivery.objects.filter(state="done").update(ended_at=now - timedelta(days=29))
    settings.HOOK_DAYS = 30
    today = timezone.localdate()

    assert clear_told(on=today) == 3  # events; the telling has a day or two left
    assert clear_told(on=today + timedelta(days=2)) == 1
    assert clear_told(on=today + timedelta(days=2)) == 0

    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["dead", "waiting"]
    with scope(""):
        lines = list(Line.objects.filter(action=Action.HOOKS_CLEARED).order_by("id"))
    assert [(one.detail["events"], one.detail["deliveries"]) for one in lines] == [(3, 0), (0, 1)]


def test_an_event_that_nobody_spread_yet_is_never_cleared(estate, hooked):
    hooked()
    happen(estate)
    with scope(""):
        Event.objects.update(at=timezone.now() - timedelta(days=4000))

    assert clear_told(on=timezone.localdate()) == 0
    assert events() == ["application.confirmed"]
