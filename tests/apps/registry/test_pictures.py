"""A picture that is handed in is kept as it looks, without what it hides."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Document
from jiugai.apps.registry.services import documents, pictures
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import STREET
from tests.apps.registry.api_cast import plant

pytestmark = pytest.mark.django_db
PLACE, TURNED = 0x8825, 0x0112


def photo(kind="JPEG", size=(40, 20), mode="RGB"):
    """Return a photo that knows where it was taken and lies on its side."""
    known = Image.Exif()
    known[PLACE] = {1: "N", 2: (39.0, 54.0, 0.0)}
    known[TURNED] = 6
    made = io.BytesIO()
    Image.new(mode, size).save(made, kind, exif=known)
    return made.getvalue()


@pytest.fixture
def handed_in(people, settings, tmp_path):
    """Return a function that keeps a file with an estate."""
    settings.MEDIA_ROOT = tmp_path
    estate = plant(STREET, "甲里")

    def hand_in(name, content):
        with scope(STREET):
            return documents.add_document(
                estate=estate,
                file=SimpleUploadedFile(name, content),
                title="照片",
                by=people["street_clerk"],
            )

    return hand_in


@pytest.mark.parametrize(("name", "kind"), [("照片.jpg", "JPEG"), ("照片.png", "PNG")])
def test_nobody_learns_from_a_picture_where_it_was_taken(handed_in, name, kind):
    kept = handed_in(name, photo(kind))

    with default_storage.open(documents.path_of(kept.sha256)) as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as seen:
        assert (seen.format, seen.size) == (kind, (20, 40))
        assert not dict(seen.getexif())
    assert kept.size == len(content)


@pytest.mark.parametrize("name", ["照片.jpg", "照片.png"])
def test_what_hides_behind_a_picture_is_gone(handed_in, name):
    kind = "JPEG" if name.endswith("jpg") else "PNG"

    kept = handed_in(name, photo(kind) + b"<script>alert(1)</script>PK\x03\x04")

    with default_storage.open(documents.path_of(kept.sha256)) as file:
        assert b"script" not in file.read()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("照片.jpg", b"\xff\xd8\xff<script>alert(1)</script>"),
        ("照片.png", b"\x89PNG\r\n\x1a\n<?php echo 1 ?>"),
        ("照片.png", photo("PNG")[:60]),
        ("照片.jpg", photo()[: len(photo()) // 2]),
    ],
)
def test_what_only_begins_like_a_picture_is_refused(handed_in, name, content):
    with pytest.raises(Refusal, match="打不开"):
        handed_in(name, content)
    with scope(STREET):
        assert not Document.objects.exists()


def test_a_picture_that_would_fill_the_memory_is_refused(handed_in, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_POINTS", 700)

    with pytest.raises(Refusal, match="尺寸过大"):
        handed_in("照片.jpg", photo())


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_looks_the_same_afterwards(mode):
    made = io.BytesIO()
    drawn = Image.linear_gradient("L").convert("RGBA").resize((16, 16))
    (drawn.convert(mode) if mode != "I;16" else Image.new(mode, (16, 16), 513)).save(made, "PNG")

    clean = pictures.repainted(io.BytesIO(made.getvalue()), "image/png").read()

    with Image.open(made) as before, Image.open(io.BytesIO(clean)) as after:
        assert after.mode == before.mode
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()
