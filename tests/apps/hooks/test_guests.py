"""Which addresses may be told: none of our own network, none that is not encrypted."""

import socket

import pytest

from jiugai.apps.hooks.guests import reached_at
from jiugai.apps.hooks.send import send
from jiugai.kernel.errors import Refusal, UsageError
from jiugai.site.config import config


@pytest.fixture
def names(monkeypatch, settings):
    """Return a function that says where a name leads."""
    settings.HOOK_NETWORKS = ()

    def lead(*machines):
        answers = [(socket.AF_INET, 1, 6, "", (machine, 443)) for machine in machines]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: answers)

    return lead


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "10.0.0.8", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1",
        "::ffff:10.1.2.3", "2002:7f00:1::", "255.255.255.255",
    ],
)  # fmt: skip
def test_a_machine_of_our_own_network_is_not_told(names, machine):
    names(machine)

    with pytest.raises(Refusal, match="内部网络"):
        reached_at("https://data.example.org/hook")


def test_one_machine_of_ours_among_others_is_enough_to_refuse(names):
    names("93.184.215.14", "10.0.0.8")

    with pytest.raises(Refusal, match="内部网络"):
        reached_at("https://data.example.org/hook")


def test_a_public_machine_is_told_over_https_only(names):
    names("93.184.215.14")

    assert str(reached_at("https://data.example.org/hook")) == "93.184.215.14"
    with pytest.raises(Refusal, match="https"):
        reached_at("http://data.example.org/hook")


def test_a_network_that_the_settings_name_is_told(names, settings):
    names("10.2.3.4")
    settings.HOOK_NETWORKS = ("10.2.0.0/16",)

    assert str(reached_at("http://data.intranet/hook")) == "10.2.3.4"
    names("10.3.3.4")
    with pytest.raises(Refusal):
        reached_at("https://data.intranet/hook")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://data.example.org/", "file:///etc/passwd", "data.example.org", "https://", "",
        "https://me:secret@data.example.org/", "https://data.example.org/#part",
        "https://data.example.org:99999/", "https://[::1/", "https://data.example.org:0/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_what_to_write(names, address):
    names("93.184.215.14")

    with pytest.raises(Refusal):
        reached_at(address)


def test_a_name_that_leads_nowhere_is_said_so(monkeypatch, settings):
    def fail(*_asked, **_more):
        raise socket.gaierror

    settings.HOOK_NETWORKS = ()
    monkeypatch.setattr(socket, "getaddrinfo", fail)

    assert send("https://nowhere.example/", "{}", {}) == (
        False,
        "找不到主机 nowhere.example；请核对地址。",
    )


def test_a_machine_that_does_not_answer_is_said_so(settings):
    settings.HOOK_NETWORKS = ("127.0.0.0/8",)
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]

    is_taken, words = send(f"http://127.0.0.1:{port}/", "{}", {})

    assert not is_taken
    assert words.startswith("连接不上")


def test_a_certificate_that_is_not_the_host_s_is_not_trusted(receiver):
    is_taken, words = send(receiver.address.replace("http:", "https:"), "{}", {})

    assert not is_taken
    assert "连接不上" in words
    assert receiver.got == []


def test_networks_in_the_environment_are_checked():
    assert config({"JIUGAI_HOOK_NETWORKS": "10.2.0.0/16, fd00::/8"}).hook_networks == (
        "10.2.0.0/16",
        "fd00::/8",
    )
    with pytest.raises(UsageError, match="JIUGAI_HOOK_NETWORKS"):
        config({"JIUGAI_HOOK_NETWORKS": "10.2.0.0/99"})


def test_days_that_are_none_are_refused_at_the_start():
    assert (config({}).hook_days, config({"JIUGAI_HOOK_DAYS": "7"}).hook_days) == (90, 7)
    for said in ("0", "-1", "x", "9999"):
        with pytest.raises(UsageError, match="JIUGAI_HOOK_DAYS"):
            config({"JIUGAI_HOOK_DAYS": said})
