"""How people's divisions, second factors and browsers are named on pages."""

from typing import Final

from allauth.mfa.models import Authenticator
from django import template
from django.utils.translation import gettext as _

from jiugai.kernel.division import divisions, shortest
from jiugai.kernel.i18n import _ as in_words

register = template.Library()

#: In this order: a browser names those it descends from as well.
BROWSERS: Final = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
SYSTEMS: Final = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")


@register.filter
def place(code: str) -> str:
    """Return a division by name and code, by the code alone where the name is not known."""
    known = divisions().get(shortest(code))
    if known is None:
        return code
    name = in_words(known.name)
    return _("{name}（{code}）").format(name=name, code=known.code) if known.code else name


@register.filter
def factor(authenticator: Authenticator) -> str:
    """Return a second factor in words."""
    day = authenticator.created_at.date().isoformat()
    if authenticator.type == Authenticator.Type.TOTP:
        return _("验证器（{day} 设置）").format(day=day)
    return _("{name}（{day} 登记）").format(name=authenticator.wrap().name, day=day)


@register.filter
def browser(agent: str) -> str:
    """Return the browser and the system that a user agent names, in short."""
    named = next((one for one in BROWSERS if one in agent), "")
    system = next((one for one in SYSTEMS if one in agent), "")
    return " · ".join(filter(None, (named.replace("Edg", "Edge"), system))) or _("其他程序")
