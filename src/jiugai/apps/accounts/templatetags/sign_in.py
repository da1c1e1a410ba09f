"""What the pages of signing in need to know."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from django import template
from django.conf import settings
from django.utils.module_loading import import_string

register = template.Library()


@register.simple_tag
def demo_sign_ins() -> list[tuple[str, str, str]]:
    """Return title, sign-in name and password of every role of the demo, else nothing."""
    found = import_string(settings.DEMO_SIGN_INS)() if settings.DEMO_SIGN_INS else []
    return list(found)


@register.simple_tag
def demo_household() -> tuple[str, str]:
    """Return the address and the code of the demo's household, else nothing."""
    if not settings.DEMO_HOUSEHOLD:
        return "", ""
    slug, code = import_string(settings.DEMO_HOUSEHOLD)()
    return f"/r/e/{slug}", str(code)


@register.simple_tag
def second_factor_duty() -> str:
    """Return whether a second factor is required, optional or off here."""
    return str(settings.SECOND_FACTOR)


@register.simple_tag
def may_remove(authenticator: Any) -> bool:
    """Return whether somebody may remove a second factor."""
    return bool(get_adapter().can_delete_authenticator(authenticator))
