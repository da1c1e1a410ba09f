"""What people call a fact that a verdict names, like `danger`, `building.danger` or `building`."""

from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import SUBJECTS


def fact_name(missing: str) -> str:
    """Return the heading of a fact, with its subject unless that is the estate.

    A bare subject stands for all that is known of it: its ledger. Raises KeyError for a name
    that the vocabulary does not have.
    """
    kind, dot, name = missing.rpartition(".")
    subjects = {subject.__name__.lower(): subject for subject in SUBJECTS}
    if not dot and name in subjects:
        return _("{subject}台账").format(subject=_(subjects[name].title))
    subject = subjects[kind or "estate"]
    heading = _(subject.fact(name).heading)
    return f"{_(subject.title)} {heading}" if dot else heading
