"""Signs of owners' bodies and services, amounts, and what is due."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jiugai.apps.owners.models import OwnersBody, PropertyService
from jiugai.apps.owners.words import body_waits_for, service_waits_for, verb_due
from jiugai.kernel.money import in_yuan

register = template.Library()
_STATES = {"running": "●", "voting": "◐", "carried": "◑", "hired": "✓", "ended": "■"}


def _sign(sign: str, word: object) -> SafeString:
    return format_html(
        '<span class="stage"><span class="sign" aria-hidden="true">{}</span>{}</span>', sign, word
    )


@register.simple_tag
def body_state(body: OwnersBody, today: date) -> SafeString:
    """Return where a body is in its life as sign and word."""
    if body.ended_on is not None:
        return _sign("■", _("已结束"))
    if body.is_past_term(today):
        return _sign("!", _("任期已满"))
    if body.filed_on is not None:
        return _sign("✓", _("已备案"))
    return _sign("●", _("在任"))


@register.simple_tag
def service_state(service: PropertyService) -> SafeString:
    """Return where a service is in its life as sign and word."""
    return _sign(_STATES[service.state], service.get_state_display())


register.filter("body_waits_for", body_waits_for)
register.filter("service_waits_for", service_waits_for)
register.filter("verb_due", verb_due)


@register.filter
def yuan(cents: int | None) -> str:
    """Return an amount in cents as yuan."""
    return "" if cents is None else in_yuan(cents)


@register.simple_tag
def by_day(day: date | None, today: date) -> SafeString:
    """Return until when something is due; what is late says so in words."""
    if day is None:
        return format_html("{}", _("尽快"))
    if day < today:
        late = _("超期 {n} 天").format(n=(today - day).days)
        return format_html('{} <strong class="text-danger">{}</strong>', f"{day}", late)
    return format_html("{}", f"{day}")
