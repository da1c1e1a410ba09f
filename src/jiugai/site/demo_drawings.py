"""Drawings of the made-up designs: façades, plans of the ground and of a flat, as pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

WIDE: Final = (640, 400)
INK, PAPER, GREEN, BRICK, BLUE = "#33414e", "#fbfaf7", "#9cc29a", "#d9b8a0", "#a9c4dc"


def facade(colour: str = BRICK, *, insulated: bool = False) -> ContentFile[bytes]:
    """Return a façade of six storeys; an insulated one has a second line around it."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((0, 350, 640, 400), fill=GREEN)
        draw.rectangle((90, 40, 550, 350), fill=colour, outline=INK, width=3)
        if insulated:
            draw.rectangle((80, 30, 560, 350), outline=BLUE, width=6)
        for storey in range(6):
            for window in range(8):
                left, top = 110 + window * 55, 55 + storey * 48
                draw.rectangle((left, top, left + 32, top + 30), fill=BLUE, outline=INK)
        for door in (180, 400):
            draw.rectangle((door, 310, door + 40, 350), fill=INK)

    return _painted(paint, "立面.png")


def ground(*, ramp: bool = False) -> ContentFile[bytes]:
    """Return a plan of the ground between buildings; with a ramp where there is one."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        for at in (40, 230, 420):
            draw.rectangle((at, 40, at + 150, 120), fill=BRICK, outline=INK, width=2)
            draw.rectangle((at, 280, at + 150, 360), fill=BRICK, outline=INK, width=2)
        draw.rectangle((40, 180, 570, 220), fill="#dddddd", outline=INK)
        draw.ellipse((260, 140, 340, 260), fill=GREEN, outline=INK, width=2)
        if ramp:
            draw.polygon(((60, 120), (100, 120), (150, 180), (110, 180)), fill=BLUE, outline=INK)

    return _painted(paint, "总平面.png")


def flat() -> ContentFile[bytes]:
    """Return the plan of a flat with its pipes."""

    def paint(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((120, 60, 520, 340), outline=INK, width=6)
        draw.line((320, 60, 320, 220), fill=INK, width=4)
        draw.line((120, 220, 520, 220), fill=INK, width=4)
        draw.line((340, 240, 340, 320, 500, 320), fill="#2b6ea8", width=5)
        draw.ellipse((330, 230, 350, 250), fill="#2b6ea8")

    return _painted(paint, "户型.png")


def _painted(paint: Callable[[ImageDraw.ImageDraw], None], name: str) -> ContentFile[bytes]:
    picture = Image.new("RGB", WIDE, PAPER)
    paint(ImageDraw.Draw(picture))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return ContentFile(out.getvalue(), name=name)
