"""Pictures that are handed in are painted anew, so that only what one sees is kept."""

from __future__ import annotations

import io
from typing import IO, Any, Final

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from jiugai.kernel.errors import Refusal

#: What each kind of picture is called by the painter.
FORMATS: Final = {"image/png": "PNG", "image/jpeg": "JPEG"}
#: More points than any scanner of an office makes; a bomb would fill the memory.
MOST_POINTS: Final = 120_000_000
QUALITY: Final = 90


def repainted(file: IO[Any] | File[Any], kind: str) -> ContentFile[bytes]:
    """Return the same picture without place, camera, thumbnails or anything behind it.

    Raises Refusal if it cannot be opened as what it says it is, or is too large to be.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=[FORMATS[kind]]) as found:
            if found.width * found.height > MOST_POINTS:
                raise Refusal(_("图片的尺寸过大，请缩小后再上传。"))
            return ContentFile(_painted(ImageOps.exif_transpose(found), FORMATS[kind]))
    except Image.DecompressionBombError as error:
        raise Refusal(_("图片的尺寸过大，请缩小后再上传。")) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refusal(_("图片打不开，可能已损坏；请重新导出后再上传。")) from error


def _painted(found: Image.Image, name: str) -> bytes:
    """Return the points of a picture in a fresh file; a profile of its colours is kept."""
    if name == "JPEG" and found.mode not in ("L", "RGB", "CMYK"):
        found = found.convert("RGB")
    fresh = io.BytesIO()
    clean = Image.new(found.mode, found.size)
    if found.mode == "P" and (palette := found.getpalette("RGBA")):
        clean.putpalette(palette, "RGBA")
    clean.paste(found)
    clean.save(fresh, name, quality=QUALITY, icc_profile=found.info.get("icc_profile"))
    return fresh.getvalue()
