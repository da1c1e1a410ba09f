"""The second factor: its secrets are sealed, and nobody drops the last one where it is a duty."""

import base64
from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.seal import key_in_use, open_sealed, seal

#: What counts as a second factor; recovery codes only stand in for one.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(person: Person) -> bool:
    """Return whether somebody set up a second factor."""
    return bool(factors_of(person).exists())


def factors_of(person: Person) -> Any:
    """Return the second factors of a person, oldest first."""
    return Authenticator.objects.filter(user=person, type__in=FACTORS).order_by("created_at")


def is_required() -> bool:
    """Return whether everybody here must have a second factor."""
    return bool(settings.SECOND_FACTOR == "required")


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seals the secrets and keeps the last factor where the office asks for one."""

    error_messages: ClassVar[Mapping[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": gettext_lazy(
            "这是您唯一的第二因素，本站要求必须有一个；请先添加另一个，再停用它。"
        ),
        "cannot_generate_recovery_codes": gettext_lazy("请先设置验证器或通行密钥。"),
        "incorrect_code": gettext_lazy("验证码不对；请核对手机时间，用最新的一个。"),
    }

    def get_totp_label(self, user: Any) -> str:
        """Return the sign-in name, by which the app on the phone lists the code."""
        return str(user.get_username())

    def encrypt(self, text: str) -> str:
        """Seal a secret on its way to the database."""
        return base64.b64encode(seal(text, key=key_in_use())).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret that was read."""
        return open_sealed(base64.b64decode(encrypted_text))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return whether another factor is left, or none is asked for."""
        others = factors_of(authenticator.user).exclude(pk=authenticator.pk)
        return not is_required() or others.exists()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - allauth's
        """Return a name for the next passkey."""
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("通行密钥 {number}").format(number=known + 1)
