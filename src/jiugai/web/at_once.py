"""How many requests a process works on at once."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Final

from django.http import HttpRequest, HttpResponse, UnreadablePostError

#: They share one interpreter. Three keep it busy through every wait for the database; of more of
#: them, the last waits long for its turn.
MOST: Final = 3


class Room:
    """Room for some, who enter in the order in which they came; who leaves lets the next in."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.waiting: deque[Lock] = deque()
        self.door = Lock()

    def __enter__(self) -> None:
        with self.door:
            if self.left:
                self.left -= 1
                return
            turn = Lock()
            turn.acquire()
            self.waiting.append(turn)
        turn.acquire()  # given back by whoever leaves

    def __exit__(self, *_failure: object) -> None:
        with self.door:
            if self.waiting:
                self.waiting.popleft().release()
            else:
                self.left += 1


class AtOnce:
    """Lets in as many as work well together; a form is read before, however slow its line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.room = Room(MOST)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request when there is room for it."""
        with suppress(UnreadablePostError):  # who broke off is told so as ever
            assert request.POST is not None  # noqa: S101 - read for what it does
        with self.room:
            return self.get_response(request)
