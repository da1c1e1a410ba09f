"""Signs of the conference: what was decided, how far an assignment is."""

from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jiugai.apps.conference.models import Assignment, Item

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
