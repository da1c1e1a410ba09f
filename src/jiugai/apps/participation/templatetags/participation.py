"""Signs of votes, and receipts in words."""

from urllib.parse import urlencode

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jiugai.apps.participation.models import Ballot, RollFlat, Vote
from jiugai.apps.participation.votes.receipts import in_groups, in_words
from jiugai.apps.participation.votes.shown import Bar
from jiugai.consent import areas

register = template.Library()
_SIGNS = {
    Vote.State.DRAFT: "✎",
    Vote.State.OPEN: "▶",
    Vote.State.COUNTED: "Σ",
    Vote.State.PUBLISHED: "●",
    Vote.State.CANCELLED: "✕",
}


@register.simple_tag
def vote_state(vote: Vote) -> SafeString:
    """Return where a vote is as sign and word."""
    return format_html(
        '<span class="stage"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        _SIGNS[Vote.State(vote.state)],
        vote.get_state_display(),
    )


@register.simple_tag
def turnout(bars: tuple[Bar, ...]) -> SafeString:
    """Return the cells of a building: who took part of how many, by area and by heads."""
    cells = ((bar.taking_part, bar.total) for bar in bars)
    return format_html_join("", '<td class="num">{}</td><td class="num">{}</td>', cells)


@register.filter
def receipt_words(receipt: str) -> str:
    """Return a receipt as six words."""
    return in_words(receipt)


@register.filter
def receipt_groups(receipt: str) -> str:
    """Return a receipt in groups of four."""
    return in_groups(receipt)


@register.filter
def square_metres(dm2: int) -> str:
    """Return an area in m², exactly."""
    return areas.square_metres(dm2)


@register.filter
def is_revoked(ballot: Ballot) -> bool:
    """Return whether a later ballot took the place of one."""
    return hasattr(ballot, "revoked_by")


@register.simple_tag
def address_of(flat: RollFlat) -> str:
    """Return a flat as the query of a form."""
    return urlencode({"building": flat.building, "unit": flat.unit, "door": flat.door})
