"""Keeping what a native library prints out of the output of a command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silent() -> Iterator[None]:
    """Send standard output nowhere: HiGHS prints a line now and then, whatever its options say."""
    try:
        kept = os.dup(1)
    except OSError:  # there is no standard output to protect
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(nowhere)
        os.close(kept)
