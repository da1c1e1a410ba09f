"""Who hands a ballot in while others are written down shares the next commit."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Ballot
from jiugai.apps.participation.residents import box
from jiugai.apps.participation.residents.box import hand_in
from tests.apps.conftest import DISTRICT


def ballots():
    with scope(DISTRICT):
        return list(Ballot.objects.order_by("id"))


class Held:
    """Stands in the place of the writer, and holds the first until others have lined up."""

    def __init__(self, monkeypatch):
        self.keep, self.batches, self.go = box._keep, [], Event()
        monkeypatch.setattr(box, "_keep", self)

    def __call__(self, vote, slips):
        self.batches.append(len(slips))
        if len(self.batches) == 1:
            self.go.wait(20)
        self.keep(vote, slips)


def together(held, slips):
    """Hand slips in at once: the first alone, the others while it is written down."""

    def one(each):
        try:
            return hand_in(each)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(slips)) as pool:
        answers = [pool.submit(one, each) for each in slips]
        while len(box._lines.get(slips[0].vote, ())) < len(slips) - 1:
            assert not any(answer.done() for answer in answers)
        held.go.set()
        return [answer.result(20) for answer in answers]


def test_who_waits_is_written_down_together(committed, monkeypatch):
    vote = committed.running()
    slips = [committed.slip(vote, committed.token(vote, number)) for number in range(8)]
    held = Held(monkeypatch)
    kept = together(held, slips)

    assert held.batches == [1, 7]
    assert sorted(one.flat.number for one in kept) == list(range(8))
    assert len(ballots()) == 8
    assert not box._lines


def test_two_phones_of_one_flat_cast_one_ballot(committed, monkeypatch):
    vote = committed.running()
    slips = [committed.slip(vote, committed.token(vote, number)) for number in (0, 1, 1, 2)]
    kept = together(Held(monkeypatch), slips)

    assert len(ballots()) == 3
    assert sum(one is None for one in kept) == 1  # looked at again by the page


def test_when_writing_fails_everybody_goes_the_long_way_and_the_next_is_kept(
    committed, monkeypatch
):
    vote = committed.running()
    slips = [committed.slip(vote, committed.token(vote, number)) for number in range(4)]
    held = Held(monkeypatch)

    def broken(*_slips, **_more):
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(box, "cast_all", broken)
        assert together(held, slips) == [None] * 4
    assert not ballots()
    assert hand_in(slips[0]) == ballots()[0]
