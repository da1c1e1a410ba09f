"""Sensitive fields: sealed in the database, masked on every page, opened with a reason."""

import base64
import hashlib
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from jiugai.kernel.errors import JiugaiError

#: Sealed is: version, key id, nonce, cipher text with its tag. The head is authenticated, too.
_VERSION: Final = b"\x02"
_KEY_ID: Final = 4
_NONCE: Final = 12
_HEAD: Final = 1 + _KEY_ID


#: Stands where something is kept that nobody sees without opening it.
HIDDEN: Final = "••••"


class CannotOpen(JiugaiError):
    """A sealed value does not open: it was altered, or its key is not at hand."""


def key_id(key: str) -> bytes:
    """Return the few bytes by which a sealed value names its key."""
    return hashlib.sha256(b"id " + key.encode()).digest()[:_KEY_ID]


@cache
def _cipher(key: str) -> AESGCM:
    return AESGCM(hashlib.sha256(key.encode()).digest())


def seal(text: str, *, key: str) -> bytes:
    """Return a text encrypted and authenticated with AES-256-GCM under a fresh nonce."""
    head, nonce = _VERSION + key_id(key), os.urandom(_NONCE)
    return head + nonce + _cipher(key).encrypt(nonce, text.encode(), head)


def unseal(sealed: bytes, *, keys: Mapping[bytes, str]) -> str:
    """Return the text of a sealed value; `keys` are found by their ids.

    Raises CannotOpen if the value was altered or its key is not among them.
    """
    head, nonce, cipher = sealed[:_HEAD], sealed[_HEAD : _HEAD + _NONCE], sealed[_HEAD + _NONCE :]
    key = keys.get(head[1:])
    if head[:1] != _VERSION or key is None:
        raise CannotOpen(_("封存的信息打不开：缺少封存时的密钥，请检查 JIUGAI_SEAL_KEY。"))
    try:
        return _cipher(key).decrypt(nonce, cipher, head).decode()
    except (InvalidTag, ValueError) as error:  # the latter for a nonce that was cut off
        raise CannotOpen(_("封存的信息打不开：内容被改动过。")) from error


def key_in_use() -> str:
    """Return the key that seals from now on."""
    return str(next(iter(_ring().values())))


def is_current(sealed: bytes) -> bool:
    """Return whether a value is sealed with the key in use."""
    return sealed[:_HEAD] == _VERSION + key_id(key_in_use())


def open_sealed(sealed: bytes) -> str:
    """Return the text of a sealed value; looks once more for keys that came in the meantime."""
    if sealed[1:_HEAD] not in _ring():
        _ring.cache_clear()
    return unseal(sealed, keys=_ring())


def forget_keys() -> None:
    """Read the keys anew when the next value is sealed or opened."""
    _ring.cache_clear()


@cache
def _ring() -> dict[bytes, str]:
    """Return the key in use first, then those that were used before."""
    return {key_id(key): key for key in settings.CONFIG.seal_keys()}


class Sealed(str):
    """A text that shows itself masked wherever it is printed; `.opened` is the text."""

    __slots__ = ("opened",)
    opened: str

    def __new__(cls, text: str) -> "Sealed":
        """Make a masked text."""
        made = super().__new__(cls, cls.mask(text))
        made.opened = text
        return made

    @staticmethod
    def mask(text: str) -> str:
        """Return what is shown instead."""
        return masked(text)


class Hidden(Sealed):
    """A sealed text of which nothing is shown, not even its ends or its length."""

    __slots__ = ()

    @staticmethod
    def mask(text: str) -> str:
        """Return what is shown instead."""
        return HIDDEN if text else ""


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

    sort: type[Sealed] = Sealed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        """Seal a text on its way to the database."""
        if value is None or value == "":
            return None
        text = value.opened if isinstance(value, Sealed) else str(value)
        return seal(text, key=key_in_use())

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Hand the sealed bytes to the driver."""
        return value if prepared else self.get_prep_value(value)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        """Open a value that was read."""
        return None if value is None else self.sort(open_sealed(bytes(value)))

    def value_to_string(self, obj: models.Model) -> str:
        """Return the sealed bytes as text, for a backup."""
        sealed = self.get_prep_value(self.value_from_object(obj))
        return base64.b64encode(sealed or b"").decode()


class HiddenField(SealedField):
    """A text kept encrypted of which nothing is shown; it reads back as `Hidden`."""

    sort = Hidden
