"""Work on the next piece while the last one is on its way."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")
Made = TypeVar("Made")


def ahead(work: Callable[[Piece], Made], pieces: Iterable[Piece]) -> Iterator[Made]:
    """Yield what becomes of each piece, in order; another thread is one piece ahead.

    That pays where whoever takes a piece waits for something else, such as a database.
    """
    coming: Future[Made] | None = None
    with ThreadPoolExecutor(1) as pool:
        for piece in pieces:
            made, coming = coming, pool.submit(work, piece)
            if made is not None:
                yield made.result()
        if coming is not None:
            yield coming.result()
