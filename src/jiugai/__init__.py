"""Renewal of old residential estates: from the first ledger to the years after hand-over.

>>> from datetime import date
>>> from jiugai import law_of
>>> law = law_of("110102", date(2018, 7, 1))
>>> law.judge("xc18.scope.early", {"built_year": 1985, "retrofit": "none"}).verdict
<Verdict.MET: 'met'>
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jiugai.census.read import read_ledgers
    from jiugai.planning.plan import plan_estates
    from jiugai.policy.law import law_of
    from jiugai.policy.verdicts import judge_estates

__all__ = ["judge_estates", "law_of", "plan_estates", "read_ledgers"]

_HOMES = {
    "judge_estates": "jiugai.policy.verdicts",
    "law_of": "jiugai.policy.law",
    "plan_estates": "jiugai.planning.plan",
    "read_ledgers": "jiugai.census.read",
}


def __getattr__(name: str) -> Any:
    """Load a part of the library when it is first asked for, so that `--help` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"jiugai has no {name!r}; it has {', '.join(__all__)}.")
    return getattr(import_module(_HOMES[name]), name)
