"""Links to official documents."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jiugai.web.papers import AS_PDF
from jiugai.web.pdf import converter

register = template.Library()


@register.simple_tag
def as_pdf(address: str, title: str, style: str = "") -> SafeString:
    """Return a link to a document as PDF; nothing where no converter is at hand."""
    if converter() is None:
        return SafeString("")
    words = _("{title}（PDF）").format(title=title)
    return format_html('<a class="{}" href="{}?{}" download>{}</a>', style, address, AS_PDF, words)
