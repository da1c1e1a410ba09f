"""Signing in, being locked out, and that no page of the library shows its own face."""

import pytest
from allauth.urls import urlpatterns as every_page
from django.contrib.messages import get_messages
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.sign_in_urls import urlpatterns as ours
from jiugai.apps.audit.models import Line
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


def test_the_right_password_leads_in_and_is_recorded(clerk, sign_in, client):
    answer = sign_in()

    assert answer.status_code == 302
    assert answer.url == "/"
    assert client.get("/estates").status_code == 200
    with scope(STREET):
        line = Line.objects.get(action="sign_in.done")
    assert (line.by, line.detail["means"]) == (clerk.pk, ["password"])


def test_a_wrong_password_is_refused_in_words_and_recorded(clerk, sign_in):
    answer = sign_in(password="wrong")

    assert "登录名或密码不对" in answer.content.decode()
    with scope(STREET):
        line = Line.objects.get(action="sign_in.failed")
    assert (line.by, line.subject_id) == (None, str(clerk.pk))


def test_an_unknown_name_is_recorded_for_the_whole_country_only(people, sign_in):
    sign_in("nobody")

    with scope(DISTRICT):
        assert not Line.objects.filter(action="sign_in.failed").exists()
    with scope(""):
        assert Line.objects.get(action="sign_in.failed").detail["username"] == "nobody"


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(clerk, sign_in):
    for _attempt in range(4):
        assert sign_in(password="wrong").status_code == 200

    fifth, right = sign_in(password="wrong"), sign_in()

    assert (fifth.status_code, right.status_code) == (429, 429)
    assert "十五分钟后可再试" in right.content.decode()
    with scope(STREET):
        assert Line.objects.filter(action="sign_in.locked").exists()


def test_another_address_is_not_locked_out_with_it(clerk, sign_in):
    for _attempt in range(5):
        sign_in(password="wrong", REMOTE_ADDR="10.0.0.9")

    assert sign_in(REMOTE_ADDR="10.0.0.10").status_code == 302


def test_signing_out_asks_first_and_is_recorded(clerk, sign_in, client):
    sign_in()
    assert "退出" in client.get("/account/logout/").content.decode()

    answer = client.post("/account/logout/")

    assert answer.url == "/account/login/"
    assert client.get("/").status_code == 302
    with scope(STREET):
        assert Line.objects.filter(action="sign_in.ended", by=clerk.pk).exists()


def test_who_was_switched_off_does_not_get_in(clerk, sign_in):
    clerk.is_active = False
    clerk.save()

    answer = sign_in(follow=True)

    assert "已停用" in answer.content.decode()
    assert not answer.wsgi_request.user.is_authenticated


def test_the_login_page_of_the_demo_lists_a_sign_in_for_each_role(client, settings):
    settings.DEMO_SIGN_INS = "jiugai.site.demo.sign_ins"

    page = client.get("/account/login/").content.decode()

    assert "安全管理员" in page
    assert "shifan-2026-demo" in page


def test_outside_the_demo_no_sign_in_is_shown(client):
    assert "演示账号" not in client.get("/account/login/").content.decode()


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "socialaccount_signup"]
)
def test_pages_that_are_not_used_have_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "3rdparty/", "social/"])
def test_their_usual_addresses_lead_nowhere(path, people, signed_in):
    assert signed_in("clerk").get(f"/account/{path}").status_code == 404


def _patterns(of, before=""):
    for one in of:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from _patterns(one.url_patterns)


def test_every_page_of_the_library_that_is_in_use_is_one_it_has():
    theirs = {one.name for one in _patterns(every_page)}

    assert {one.name for one in ours} <= theirs


PAGES = {getattr(getattr(one.callback, "view_class", None), "template_name", None) for one in ours}


@pytest.mark.parametrize("page", sorted(one for one in PAGES if one and one.endswith(".html")))
def test_every_page_in_use_wears_our_frame(page):
    assert "/jiugai/" in get_template(page).origin.name.replace("\\", "/")


def test_a_page_that_is_no_longer_there_for_strangers_leads_to_the_login(client):
    assert client.get("/account/password/change/").status_code == 302
    assert not list(get_messages(client.get("/account/login/").wsgi_request))


def test_a_form_without_its_token_is_refused():
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})

    assert answer.status_code == 403
