"""Signs of the conference: what was decided, how far an assignment is."""

from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jiugai.apps.conference.models import Assignment, DutyReport, Item

register = template.Library()
OUTCOMES: Final = {
    Item.Outcome.AGREED: "✓",
    Item.Outcome.RETURNED: "↩",
    Item.Outcome.DEFERRED: "…",
    Item.Outcome.NOTED: "○",
}
STATES: Final = {
    Assignment.State.OPEN: "▷",
    Assignment.State.REPORTED: "？",
    Assignment.State.DONE: "✓",
    Assignment.State.DROPPED: "✕",
}


DUTIES: Final = {
    DutyReport.State.BEGUN: "▷",
    DutyReport.State.DONE: "✓",
    DutyReport.State.STEADY: "●",
    DutyReport.State.BLOCKED: "■",
}


@register.simple_tag
def duty_state(word: str) -> SafeString:
    """Return how far a unit is with a duty as sign and word; that nobody said so without one."""
    if not word:
        return format_html('<span class="text-secondary">{}</span>', _("还没有更新"))
    known = DutyReport.State(word)
    return _sign("duty", known.value, DUTIES[known], known.label)


@register.simple_tag
def duty_cell(word: str, leads: bool) -> SafeString:
    """Return how far a unit is as a sign alone, read aloud as words; who leads stands out."""
    sign = DUTIES[DutyReport.State(word)] if word else "○"
    label = DutyReport.State(word).label if word else _("还没有更新")
    part = _("牵头") if leads else _("配合")
    return format_html(
        '<span aria-hidden="true">{}</span><span class="visually-hidden">{}：{}</span>',
        f"{sign}{'★' if leads else ''}",
        part,
        label,
    )


@register.simple_tag
def outcome(word: str) -> SafeString:
    """Return what was decided as sign and word."""
    known = Item.Outcome(word)
    return _sign("outcome", known.value, OUTCOMES[known], known.label)


@register.simple_tag
def assignment_state(word: str) -> SafeString:
    """Return how far an assignment is as sign and word."""
    known = Assignment.State(word)
    return _sign("state", known.value, STATES[known], known.label)


def _sign(kind: str, word: str, sign: str, label: object) -> SafeString:
    return format_html(
        '<span class="desk is-{}-{}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        kind,
        word,
        sign,
        label,
    )
