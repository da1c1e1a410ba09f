"""Whatever is killed while households vote: every ballot that was answered is there, once."""

import random
import threading
import time
from http.client import HTTPConnection, HTTPException

import pytest

from benchmarks.ballot_site import cast, number_of, setting
from benchmarks.killed_site import Site

pytestmark = pytest.mark.slow
FLATS, VOTERS = 600, 4
#: What is killed in each round; at the end everything at once.
ROUNDS = (("web",), ("database",), ("work", "web"), ("serve", "database", "web", "work"))
BALLOTS_BEFORE_A_KILL = 12


class Voter(threading.Thread):
    """Some households that vote one after the other; each tries again until it is answered."""

    def __init__(self, port, vote, flats):
        super().__init__(daemon=True)
        self.port, self.vote, self.flats = port, vote, flats
        self.acknowledged = {}
        self.stopping = threading.Event()

    def run(self):
        """Vote until asked to stop."""
        for flat in self.flats:
            while not self.stopping.is_set() and flat not in self.acknowledged:
                try:
                    connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
                    self.acknowledged[flat] = cast(connection, self.vote, flat)
                except (OSError, HTTPException, RuntimeError):  # not answered: tried again
                    time.sleep(0.1)


@pytest.fixture
def site(tmp_path):
    """Yield the site while it is served."""
    made = Site(tmp_path)
    try:
        made.vote = number_of(made.run("manage", "shell", "-v", "0", "-c", setting(FLATS)).stdout)
        made.serve()
        yield made
    finally:
        made.stop()


def test_every_ballot_that_was_answered_is_there_and_counts_once(site):
    chance = random.Random(20261127)
    voters = [Voter(site.port, site.vote, range(n, FLATS, VOTERS)) for n in range(VOTERS)]
    for voter in voters:
        voter.start()

    def more(wanted):
        def so_far():
            return sum(len(voter.acknowledged) for voter in voters)

        before = so_far()
        site.until(lambda: so_far() >= min(before + wanted, FLATS))

    for names in ROUNDS:
        more(BALLOTS_BEFORE_A_KILL)
        time.sleep(chance.random() / 2)
        site.kill(*names)
        if "serve" in names:
            site.serve()
    more(1)
    for voter in voters:
        voter.stopping.set()
    for voter in voters:
        voter.join(60)

    answered = {number for voter in voters for number in voter.acknowledged.values()}
    kept = site.ask("SELECT receipt FROM participation_ballot")
    standing = site.ask("""
        SELECT flat_id FROM participation_ballot b WHERE NOT EXISTS (
            SELECT 1 FROM participation_ballot r WHERE r.revokes_id = b.id)""")
    assert len(answered) > len(ROUNDS) * BALLOTS_BEFORE_A_KILL
    assert answered <= {receipt for (receipt,) in kept}
    assert len(kept) == len(set(kept))
    assert len(standing) == len(set(standing))
    site.run("manage", "verify_vote", str(site.vote))
    site.run("manage", "verify_record")
