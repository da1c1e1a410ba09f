"""QR codes as pictures within a page."""

from io import BytesIO

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def qr(text: str, *, label: str) -> SafeString:
    """Return a QR code as SVG with a label that says what it leads to."""
    code = segno.make(text, error="m", micro=False)
    lines = code.svg_inline(scale=4, border=4, omitsize=True, dark="#000", light="#fff")
    return format_html(
        '<div class="qr" role="img" aria-label="{}">{}</div>',
        label,
        mark_safe(lines),  # noqa: S308 - drawn by segno from modules, no text in it
    )


def qr_png(text: str) -> bytes:
    """Return a QR code as PNG, for documents."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="png", scale=12, border=4)
    return file.getvalue()
