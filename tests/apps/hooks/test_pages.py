"""The pages of one's addresses: the secret is shown once, each person sees their own."""

import pytest
from django.utils import timezone

from jiugai.apps.hooks.deliver import tell_waiting
from jiugai.apps.hooks.models import Delivery, Hook
from jiugai.apps.hooks.services import ping

pytestmark = pytest.mark.django_db


def said(receiver, **more):
    """Return what the form says."""
    return {"name": "数据平台", "address": receiver.address, "kinds": ["plan.adopted"], **more}


def test_the_secret_is_shown_once_and_kept_sealed(signed_in, receiver):
    client = signed_in("district_officer")

    made = client.post("/me/hooks/new", said(receiver))

    secret = Hook.objects.get().secret
    assert secret.opened in made.content.decode()
    assert secret.opened not in client.get("/me/hooks").content.decode()
    assert str(secret) != secret.opened


def test_an_address_that_may_not_be_told_keeps_what_was_typed(signed_in, receiver, settings):
    settings.HOOK_NETWORKS = ()

    answer = signed_in("district_officer").post("/me/hooks/new", said(receiver))

    assert answer.status_code == 422
    assert "内部网络" in answer.content.decode()
    assert receiver.address in answer.content.decode().replace("&amp;", "&")
    assert not Hook.objects.exists()


def test_a_wider_division_than_ones_own_is_refused(signed_in, receiver):
    answer = signed_in("clerk").post("/me/hooks/new", said(receiver, division="110199"))

    assert answer.status_code == 422
    assert "自己的区划" in answer.content.decode()


def test_a_trial_and_its_answer_stand_on_the_page_with_a_button_to_repeat(
    signed_in, hooked, receiver
):
    hook, _secret = hooked()
    client = signed_in("district_officer")

    assert client.post(f"/me/hooks/{hook.pk}/ping").status_code == 302
    tell_waiting()

    page = client.get(f"/me/hooks/{hook.pk}").content.decode()
    delivery = Delivery.objects.get()
    assert "HTTP 200 收到" in page
    assert f"/me/hooks/deliveries/{delivery.pk}/replay" in page
    assert client.post(f"/me/hooks/deliveries/{delivery.pk}/replay").status_code == 302
    assert client.post(f"/me/hooks/deliveries/{delivery.pk}/replay").status_code == 422


def test_an_ended_address_says_so_and_has_no_buttons(signed_in, hooked):
    hook, _secret = hooked()
    client = signed_in("district_officer")
    client.post(f"/me/hooks/{hook.pk}/end")

    page = client.get(f"/me/hooks/{hook.pk}").content.decode()
    assert "已停用" in page
    assert "/ping" not in page
    assert client.post(f"/me/hooks/{hook.pk}/end").status_code == 422


def test_who_lost_the_right_reads_that_nothing_is_told(signed_in, hooked, people):
    hook, _secret = hooked()
    hook.division = "11"
    hook.save()

    page = signed_in("district_officer").get(f"/me/hooks/{hook.pk}").content.decode()

    assert "暂停推送" in page


@pytest.mark.parametrize("path", ["/me/hooks/{h}", "/me/hooks/{h}/ping", "/me/hooks/{h}/end"])
def test_the_address_of_somebody_else_is_out_of_reach(signed_in, hooked, path):
    hook, _secret = hooked()
    client = signed_in("stranger")

    answer = client.get(path.format(h=hook.pk))
    if answer.status_code == 405:
        answer = client.post(path.format(h=hook.pk))
    assert answer.status_code in (404, 422)
    hook.refresh_from_db()
    assert hook.ended_at is None


def test_a_telling_of_somebody_else_is_not_repeated(signed_in, hooked, people):
    hook, _secret = hooked()
    delivery = ping(pk=hook.pk, by=people["district_officer"], at=timezone.now())

    assert (
        signed_in("stranger").post(f"/me/hooks/deliveries/{delivery.pk}/replay").status_code == 404
    )


def test_who_may_not_use_the_interface_may_not_have_anything_told(signed_in):
    assert signed_in("contractor").get("/me/hooks").status_code == 403


def test_the_page_about_oneself_leads_there(signed_in):
    assert "/me/hooks" in signed_in("clerk").get("/me").content.decode()
