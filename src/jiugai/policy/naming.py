"""What people call a fact that a verdict names, like `danger` or `building.danger`."""

from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import SUBJECTS


def fact_name(missing: str) -> str:
    """Return the heading of a fact, with its subject unless that is the estate.

    Raises KeyError for a name that the vocabulary does not have.
    """
    kind, dot, name = missing.rpartition(".")
    subjects = {subject.__name__.lower(): subject for subject in SUBJECTS}
    subject = subjects[kind or "estate"]
    heading = _(subject.fact(name).heading)
    return f"{_(subject.title)} {heading}" if dot else heading
