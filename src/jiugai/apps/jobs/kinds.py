"""Which kinds of long work there are, and the function of each."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.module_loading import autodiscover_modules

from jiugai.kernel.errors import UsageError

#: Takes a Progress and the job's arguments by name; what it returns is kept as the result.
JobFunction = Callable[..., Mapping[str, Any] | None]

_FUNCTIONS: Final[dict[str, JobFunction]] = {}


def job(kind: str) -> Callable[[JobFunction], JobFunction]:
    """Return a decorator that makes a function the work of a kind of job.

    It stands in an app's `jobs.py` and is called as `function(progress, **arguments)`, in one
    transaction in the scope of the job's division. Whatever it did to the database is undone if
    it fails, is cancelled or its process dies, and it is then run again from the start: so it
    must be idempotent in what it does outside the database, like writing files.
    """

    def declare(function: JobFunction) -> JobFunction:
        known = _FUNCTIONS.setdefault(kind, function)
        if known.__module__ != function.__module__:
            raise ValueError(f"Two modules declare jobs of the kind {kind}.")
        _FUNCTIONS[kind] = function
        return function

    return declare


def function_of(kind: str) -> JobFunction:
    """Return the work of a kind; raises UsageError if no app declares it."""
    if kind not in _FUNCTIONS:
        autodiscover_modules("jobs")
    if kind not in _FUNCTIONS:
        raise UsageError(f"No app declares jobs of the kind {kind}.")
    return _FUNCTIONS[kind]
