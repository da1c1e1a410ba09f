"""Whatever is killed while residents speak: every demand that got a number is there, once."""

import random
import re
import threading
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

import pytest

from benchmarks.killed_site import Site

pytestmark = pytest.mark.slow
HOMES, VOICES = 120, 4
#: What is killed in each round; at the end everything at once.
ROUNDS = (("web",), ("database",), ("work", "web"), ("serve", "database", "web", "work"))
DEMANDS_BEFORE_A_KILL = 6
_CSRF = "a" * 32
#: Made within the site: an estate with households, each of them at home.
SETTING = f"""
from datetime import timedelta
from django.utils import timezone
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import ResidentSession
from jiugai.apps.participation.residents.codes import digest_of
from jiugai.apps.registry.models import Building, Estate, Household
now = timezone.now()
with scope("110199"):
    estate = Estate.objects.create(code="T1", division="110199001", facts={{"name": "T1"}})
    building = Building.objects.create(
        estate=estate, division=estate.division, code="1", name="1号楼", facts={{}})
    for n in range({HOMES}):
        home = Household.objects.create(
            building=building, division=estate.division, door=str(n), facts={{}})
        ResidentSession.objects.create(
            digest=digest_of(f"token{{n}}", about="session"), household=home,
            division=home.division, began_at=now, ends_at=now + timedelta(days=1))
"""


def say(connection, home, words):
    """Say something as a household's browser does; return the number that was answered."""
    body = urlencode(
        {"csrfmiddlewaretoken": _CSRF, "text": words, "kind": "other", "where": "estate"}
    )
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"household=token{home}; csrftoken={_CSRF}",
    }
    connection.request("POST", "/r/demands", body, headers)
    answer = connection.getresponse()
    answer.read()
    found = re.fullmatch(r"/r/demands/(\d+)", answer.getheader("Location") or "")
    if answer.status != 302 or not found:
        raise RuntimeError(f"{answer.status}")
    return int(found[1])


class Voice(threading.Thread):
    """Some households that speak one after the other; each tries again until it is answered."""

    def __init__(self, port, homes):
        super().__init__(daemon=True)
        self.port, self.homes, self.acknowledged = port, homes, {}
        self.stopping = threading.Event()

    def run(self):
        """Speak until asked to stop."""
        for home in self.homes:
            while not self.stopping.is_set() and home not in self.acknowledged:
                words = f"第 {home} 户的路灯不亮 {random.random()}"
                try:
                    connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
                    self.acknowledged[home] = (say(connection, home, words), words)
                except (OSError, HTTPException, RuntimeError):  # not answered: tried again
                    time.sleep(0.1)


@pytest.fixture
def site(tmp_path):
    """Yield the site while it is served."""
    made = Site(tmp_path)
    try:
        made.run("manage", "shell", "-v", "0", "-c", SETTING)
        made.serve()
        yield made
    finally:
        made.stop()


def test_every_demand_that_got_a_number_is_there_with_its_step_and_bands(site):
    chance = random.Random(20261127)
    voices = [Voice(site.port, range(n, HOMES, VOICES)) for n in range(VOICES)]
    for voice in voices:
        voice.start()

    def more(wanted):
        def so_far():
            return sum(len(voice.acknowledged) for voice in voices)

        before = so_far()
        site.until(lambda: so_far() >= min(before + wanted, HOMES))

    for names in ROUNDS:
        more(DEMANDS_BEFORE_A_KILL)
        time.sleep(chance.random() / 2)
        site.kill(*names)
        if "serve" in names:
            site.serve()
    more(1)
    for voice in voices:
        voice.stopping.set()
    for voice in voices:
        voice.join(60)

    answered = {pk: words for voice in voices for pk, words in voice.acknowledged.values()}
    kept = dict(site.ask("SELECT id, text FROM demands_demand"))
    assert len(answered) > len(ROUNDS) * DEMANDS_BEFORE_A_KILL
    assert {pk: kept.get(pk) for pk in answered} == answered
    assert len(set(kept.values())) == len(kept)
    assert not site.ask("""
        SELECT id FROM demands_demand d WHERE NOT EXISTS (
            SELECT 1 FROM demands_demandstep s WHERE s.demand_id = d.id AND s.verb = 'taken')
          OR NOT EXISTS (SELECT 1 FROM demands_band b WHERE b.demand_id = d.id)""")
    site.run("manage", "verify_record")
