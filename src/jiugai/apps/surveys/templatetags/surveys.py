"""Signs of surveys, and bars of their results."""

from collections.abc import Mapping
from typing import Any, Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from jiugai.apps.surveys.models import Answer, Survey

register = template.Library()
_NOTHING: Final = _("未答")
_SIGNS: Final = {Survey.State.DRAFT: "○", Survey.State.OPEN: "●", Survey.State.CLOSED: "■"}


@register.simple_tag
def survey_state(survey: Survey) -> SafeString:
    """Return where a survey is as sign and word."""
    return _sign(_SIGNS[Survey.State(survey.state)], survey.get_state_display())


@register.simple_tag
def answer_state(answer: Answer | None) -> SafeString:
    """Return how far the answer of a flat is, as sign and word."""
    if answer is None:
        return _sign("○", _NOTHING)
    return _sign("✓" if answer.state == Answer.State.DONE else "◐", answer.get_state_display())


def _sign(sign: str, word: object) -> SafeString:
    return format_html(
        '<span class="stage"><span class="sign" aria-hidden="true">{}</span>{}</span>', sign, word
    )


@register.simple_tag
def share(percent: float | str) -> SafeString:
    """Return a bar of so many per cent; the number stands beside it."""
    return format_html(
        '<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="share-all" width="100" height="10"></rect>'
        '<rect class="share-part" width="{}" height="10"></rect></svg>',
        f"{max(0.0, min(100.0, float(percent))):.2f}",
    )


@register.filter
def at_key(things: Mapping[str, Any], key: str) -> Any:
    """Return what a mapping has at a key, None where it has nothing."""
    return things.get(key)
