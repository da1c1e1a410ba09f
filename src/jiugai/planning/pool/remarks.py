"""What must be said of the figures that a plan reckons with."""

from jiugai.kernel.i18n import _, listed
from jiugai.planning.pool.assumptions import COSTS
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.pool.dropped import dropped_sentences
from jiugai.policy.naming import fact_name


def figure_remarks(one: Candidate) -> list[str]:
    """Return which buildings an estate is without, and which of its figures are assumed."""
    found = dropped_sentences(one.dropped)
    if one.assumed:
        found.append(_("{facts}是按假设推算的").format(facts=assumed_headings(one)))
    return found


def assumed_headings(one: Candidate) -> str:
    """Return the assumed facts of an estate as a ledger calls them."""
    return listed(map(fact_name, one.assumed))


def underivable_sentence(one: Candidate) -> str:
    """Return what the file of assumptions lacks for the cost of an estate."""
    entries = [name for name in one.underivable if "." in name]
    if entries:
        return _("假设文件没有给出它的 {entries}").format(entries=listed(entries))
    facts = listed(map(fact_name, one.underivable))
    return _("按假设也推算不出，缺 {facts}").format(facts=facts)


def cost_headings() -> str:
    """Return the columns of costs as a ledger calls them."""
    return listed(map(fact_name, COSTS))
