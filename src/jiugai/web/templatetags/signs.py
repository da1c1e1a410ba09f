"""Signs that mean the same on every page: verdicts, stages, numbers."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

VERDICTS = {
    "met": ("✓", _("符合")),
    "not_met": ("✕", _("不符合")),
    "unknown": ("？", _("证据不足")),
}
STAGES = {
    "ledger": ("▤", _("台账")),
    "reserve": ("◇", _("储备")),
    "plan": ("◆", _("计划")),
    "works": ("▲", _("施工")),
    "acceptance": ("●", _("验收")),
    "stewardship": ("★", _("长效")),
    "blocked": ("■", _("受阻")),
}


@register.simple_tag
def verdict(word: str) -> SafeString:
    """Return a verdict as sign and word."""
    sign, name = VERDICTS[word]
    return format_html(
        '<span class="verdict is-{}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        word,
        sign,
        name,
    )


@register.simple_tag
def stage(word: str) -> SafeString:
    """Return a stage as icon and word."""
    sign, name = STAGES[word]
    return format_html(
        '<span class="stage is-{}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        word,
        sign,
        name,
    )


@register.filter
def thousands(number: float | str | None) -> str:
    """Return a number with its thousands separated, nothing for what is not there."""
    return "" if number is None or isinstance(number, str) else f"{number:,}"
