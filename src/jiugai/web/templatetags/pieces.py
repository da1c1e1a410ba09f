"""Draw what other apps add to a page."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from jiugai.web.pieces import pieces_at

register = template.Library()


@register.simple_tag(takes_context=True)
def pieces(context: Context, place: str, thing: Any) -> SafeString:
    """Return the pieces of a place for the thing that the page is about."""
    request = context["request"]
    drawn = []
    for piece in pieces_at(place):
        filling = piece.fill(request, thing)
        if filling is not None:
            drawn.append((render_to_string(piece.template, {**filling}, request=request),))
    return format_html_join("", "{}", drawn)
