"""Signs of demands: where they are, until when, how alike they are."""

from datetime import date
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jiugai.apps.demands.models import Demand, State

register = template.Library()
_SIGNS: Final = {
    State.NEW: "○",
    State.ASSIGNED: "▶",
    State.ANSWERED: "◐",
    State.ENDED: "●",
    State.WITHDRAWN: "✕",
}


@register.simple_tag
def demand_state(demand: Demand) -> SafeString:
    """Return where a demand is as sign and word."""
    return format_html(
        '<span class="stage"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        _SIGNS[State(demand.state)],
        demand.get_state_display(),
    )


@register.simple_tag
def due(demand: Demand, today: date) -> SafeString:
    """Return until when a demand is answered; what is past is said so in words."""
    if demand.due_on is None:
        return format_html('<span class="text-secondary">{}</span>', _("没有注明"))
    day = f"{demand.due_on:%Y-%m-%d}"
    if demand.is_overdue(today):
        return format_html('<strong class="text-danger">✕ {} {}</strong>', day, _("已超期"))
    return format_html("{}", day)


@register.simple_tag
def likeness(share: float) -> str:
    """Return how alike two texts are, in words."""
    return _("文字 {n}% 相同").format(n=round(share * 100))


@register.filter
def rate(share: float | None) -> str:
    """Return a share in percent, a dash where nothing counts for it yet."""
    return "–" if share is None else f"{share:.1%}"
