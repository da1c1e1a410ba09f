"""A process works on a few requests at once; the others wait for room, in order."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Lock
from time import sleep

import pytest
from django.test import RequestFactory

from jiugai.web.at_once import MOST, AtOnce, Room

REQUEST = RequestFactory()


def test_as_many_are_let_in_as_there_is_room_for_and_all_are_answered():
    lock, full, inside, most = Lock(), Barrier(MOST), set(), []

    def page(request):
        with lock:
            inside.add(request)
            most.append(len(inside))
        full.wait(20)  # all the room is taken before anybody leaves
        with lock:
            inside.remove(request)
        return request

    requests = [REQUEST.get("/") for _number in range(3 * MOST)]
    with ThreadPoolExecutor(3 * MOST) as pool:
        assert list(pool.map(AtOnce(page), requests)) == requests
    assert max(most) == MOST


def test_who_came_first_is_let_in_first():
    room, came, go = Room(1), [], Event()

    def stay():
        with room:
            go.wait(20)

    def enter(number):
        with room:
            came.append(number)

    with ThreadPoolExecutor(9) as pool:
        pool.submit(stay)
        while room.left:
            sleep(0.001)
        for number in range(8):
            pool.submit(enter, number)
            while len(room.waiting) <= number:
                sleep(0.001)
        go.set()
    assert came == list(range(8))


def test_a_page_that_fails_leaves_its_room():
    def page(_request):
        raise ZeroDivisionError

    answered = AtOnce(page)
    for _attempt in range(MOST + 1):
        with pytest.raises(ZeroDivisionError):
            answered(REQUEST.get("/"))
    assert answered.room.left == MOST


def test_a_form_is_read_before_there_is_room_for_it():
    def page(request):
        return request._read_started

    assert AtOnce(page)(REQUEST.post("/", {"a": "1"}))
