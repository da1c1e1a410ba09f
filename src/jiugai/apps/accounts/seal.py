"""Sensitive fields: sealed in the database, masked on every page, opened with a reason."""

import base64
import hashlib
import os
from functools import cache
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

from jiugai.kernel.errors import JiugaiError

_VERSION: Final = b"\x01"
_NONCE: Final = 12


class CannotOpen(JiugaiError):
    """A sealed value does not open with this key: it was altered, or the key is another."""


@cache
def _cipher(key: str) -> AESGCM:
    return AESGCM(hashlib.sha256(key.encode()).digest())


def seal(text: str, *, key: str) -> bytes:
    """Return a text encrypted and authenticated with AES-256-GCM under a fresh nonce."""
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + _cipher(key).encrypt(nonce, text.encode(), _VERSION)


def unseal(sealed: bytes, *, key: str) -> str:
    """Return the text of a sealed value; raises CannotOpen if it was altered."""
    from cryptography.exceptions import InvalidTag

    nonce, cipher = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return _cipher(key).decrypt(nonce, cipher, _VERSION).decode()
    except InvalidTag as error:
        raise CannotOpen("A sealed value does not open; check JIUGAI_SEAL_KEY.") from error


class Sealed(str):
    """A text that shows itself masked wherever it is printed; `.opened` is the text."""

    __slots__ = ("opened",)
    opened: str

    def __new__(cls, text: str) -> "Sealed":
        """Make a masked text."""
        made = super().__new__(cls, masked(text))
        made.opened = text
        return made


def masked(text: str) -> str:
    """Return a text of which only the ends can be read: 张*, 138****5678, 1101**********0011."""
    if not text:
        return ""
    keep = 4 if len(text) >= 15 else 3 if len(text) >= 11 else 1
    tail = 4 if len(text) >= 11 else 0
    hidden = max(1, len(text) - keep - tail)
    return text[: max(1, keep)] + "*" * hidden + (text[-tail:] if tail else "")


class SealedField(models.BinaryField):  # type: ignore[type-arg] # as Django has it
    """A text kept encrypted; it reads back as `Sealed`, which prints masked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        """Seal a text on its way to the database."""
        if value is None or value == "":
            return None
        text = value.opened if isinstance(value, Sealed) else str(value)
        return seal(text, key=settings.SEAL_KEY)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Hand the sealed bytes to the driver."""
        return value if prepared else self.get_prep_value(value)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        """Open a value that was read."""
        return None if value is None else Sealed(unseal(bytes(value), key=settings.SEAL_KEY))

    def value_to_string(self, obj: models.Model) -> str:
        """Return the sealed bytes as text, for a backup."""
        sealed = self.get_prep_value(self.value_from_object(obj))
        return base64.b64encode(sealed or b"").decode()
