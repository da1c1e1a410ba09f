"""Signs of applications: desks, deadlines, shares."""

from datetime import date
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.projects.models import Desk, Hand
from jiugai.apps.registry.models import Clock
from jiugai.apps.registry.queries.places import name_of

register = template.Library()
SIGNS: Final = {
    Desk.APPLICANT: "①",
    Desk.STREET: "②",
    Desk.DISTRICT: "③",
    Desk.CITY: "④",
    Desk.CONFIRMED: "✓",
    Desk.WITHDRAWN: "↩",
}


@register.simple_tag
def desk(word: str) -> SafeString:
    """Return a desk, or what else has a clock, as sign and word."""
    known: Desk | Clock = Desk(word) if word in Desk.values else Clock(word)
    return format_html(
        '<span class="desk is-{}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        known.value,
        SIGNS[known] if isinstance(known, Desk) else "◷",
        known.label,
    )


@register.simple_tag
def hand(word: str) -> SafeString:
    """Return in whose hands a review is as sign and word."""
    known = Hand(word)
    signs = {Hand.DESIGNER: "✎", Hand.PLANNER: "◉", Hand.PASSED: "✓"}
    return format_html(
        '<span class="desk{}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        " is-confirmed" if known is Hand.PASSED else "",
        signs[known],
        known.label,
    )


@register.simple_tag
def deadline(due: date | None, today: date) -> SafeString:
    """Return a day until which something is to be done; one that is past says so."""
    if due is None:
        return format_html("{}", "–")
    if due < today:
        return format_html('{} <span class="late">{}</span>', due.isoformat(), _("已超期"))
    return format_html("{}", due.isoformat())


@register.simple_tag
def left(days: int | None) -> SafeString:
    """Return how many working days are left, or by how many it is late."""
    if days is None:
        return SafeString()
    if days < 0:
        words = ngettext("超期 {n} 个工作日", "超期 {n} 个工作日", -days).format(n=-days)
        return format_html('<span class="late">{}</span>', words)
    words = ngettext("还有 {n} 个工作日", "还有 {n} 个工作日", days).format(n=days)
    return format_html('<span class="text-secondary">{}</span>', words)


@register.filter
def percent(share: float) -> str:
    """Return a share as people read it."""
    return f"{share * 100:.1f}%"


@register.filter
def role_title(role: str) -> str:
    """Return the title of a role; one that is gone by its name."""
    return str(ROLES[Role(role)].title) if role in set(Role) else role


@register.filter
def office(place: str) -> str:
    """Return the name of the division whose office said something."""
    return name_of(place) if place else _("全国")
