"""Two people act on one demand at the same moment: one does, the other is told."""

import threading

from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.models import Channel, Demand
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT


def test_of_two_who_answer_at_once_one_is_told_that_it_is_answered(committed):
    demand = committed.assigned()
    told, start = [], threading.Barrier(2)

    def answer(words):
        start.wait()
        try:
            committed.do("answer", demand, words=words)
            told.append("done")
        except Refusal as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(f"第 {n} 个人的答复",)) for n in (1, 2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(told)[0] == "done"
    assert "介青已于 2026-06-01 答复" in sorted(told)[1]
    assert committed.verbs(demand).count("answered") == 1


def test_of_one_ticket_that_comes_twice_at_once_one_demand_is_made(committed):
    told, start = [], threading.Barrier(2)

    def take():
        start.wait()
        try:
            committed.take(channel=Channel.HOTLINE, ticket="T7")
            told.append("done")
        except Refusal:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _n in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(told) == ["done", "refused"]
    with scope(DISTRICT):
        assert Demand.objects.filter(ticket="T7").count() == 1
