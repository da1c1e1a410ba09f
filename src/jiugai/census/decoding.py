"""The characters of a text ledger, whatever program wrote it."""

import codecs
import re
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE: Final = 1 << 16
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_REPLACED: Final = "\ufffd"


def decode(content: bytes, *, file: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030, with or without a byte order mark.

    Bytes that fit no encoding come out as U+FFFD, so that the cell can be named.
    Raises InputError if the content is no text.
    """
    text = _decoded(content)
    strange = len(_CONTROL.findall(text[:_SAMPLE])) + text.count(_REPLACED)
    if strange > max(2, len(text) // 50):
        raise InputError(
            _("内容不是文字，读不出来；请用 Excel 打开后另存为 xlsx 或“CSV UTF-8”。"), file=file
        )
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if encoding := _unmarked_utf16(content[:_SAMPLE]):
        return content.decode(encoding, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    damaged = [content.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    return min(damaged, key=lambda text: text.count(_REPLACED))


def _unmarked_utf16(sample: bytes) -> str:
    """Return the kind of UTF-16 without a mark: every ASCII character leaves a zero byte."""
    if len(sample) < 4 or (len(sample) % 2 and len(sample) < _SAMPLE):
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half // 10 and odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > half // 10 and even > 10 * odd else ""
