"""Behind proxies the site knows who asks, and believes nobody else about it."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from jiugai.kernel.errors import UsageError
from jiugai.site.config import HOSTS, PROXIES, config
from jiugai.site.findings import _transport
from jiugai.web.proxies import BehindProxies

PROXY = "10.0.0.1"


def seen(rf, settings, forwarded, proxies=1):
    settings.PROXIES = proxies
    found = []
    door = BehindProxies(
        lambda request: found.append(request.META["REMOTE_ADDR"]) or HttpResponse()
    )
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {}
    door(rf.get("/", REMOTE_ADDR=PROXY, **headers))
    return found[0]


@pytest.mark.parametrize(
    ("forwarded", "proxies", "address"),
    [
        ("203.0.113.9", 1, "203.0.113.9"),
        ("2001:db8::7", 1, "2001:db8::7"),
        ("1.2.3.4, 203.0.113.9", 1, "203.0.113.9"),  # the first was written by whoever asked
        ("1.2.3.4, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"),
        ("10.0.0.2", 2, PROXY),  # came past the outer proxy
        ("<script>", 1, PROXY),
        ("", 1, PROXY),
        (None, 1, PROXY),
    ],
)
def test_the_address_is_the_one_that_our_outermost_proxy_saw(
    rf, settings, forwarded, proxies, address
):
    assert seen(rf, settings, forwarded, proxies) == address


def test_without_proxies_the_header_is_not_read(settings):
    settings.PROXIES = 0
    with pytest.raises(MiddlewareNotUsed):
        BehindProxies(lambda _request: HttpResponse())


def test_a_number_of_proxies_that_is_none_is_refused():
    with pytest.raises(UsageError, match="JIUGAI_PROXIES"):
        config({PROXIES: "yes"})


@pytest.mark.parametrize(
    ("hosts", "proxies", "is_fine"),
    [
        ("127.0.0.1,localhost", "0", True),
        ("jiugai.example", "0", False),
        ("jiugai.example", "1", True),
    ],
)
def test_the_doctor_asks_for_encryption_where_others_are_served(settings, hosts, proxies, is_fine):
    settings.CONFIG = config({HOSTS: hosts, PROXIES: proxies})

    assert _transport().is_fine is is_fine


@pytest.mark.django_db
def test_browsers_find_an_icon(client):
    response = client.get("/favicon.ico")

    assert (response.status_code, response.url) == (302, "/static/icon.svg")
