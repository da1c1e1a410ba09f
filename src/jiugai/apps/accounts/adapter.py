"""How allauth behaves here: offices give accounts, nobody signs up, and it speaks our words."""

import time
from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes the sign-up, sends no mail, and asks for the password again only when it is due."""

    error_messages: ClassVar[Mapping[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("这个账号已停用；需要恢复请联系本单位的安全管理员。"),
        "enter_current_password": gettext_lazy("现用密码不对，请重新输入。"),
        "incorrect_code": gettext_lazy("验证码不对；请核对手机时间，用最新的一个。"),
        "incorrect_password": gettext_lazy("密码不对，请重新输入。"),
        "username_password_mismatch": gettext_lazy("登录名或密码不对；忘记密码请联系安全管理员。"),
        "too_many_login_attempts": gettext_lazy("试的次数太多，请五分钟后再试。"),
        "rate_limited": gettext_lazy("操作太频繁，请稍等一分钟再试。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody may sign up by themselves."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return the first page: whoever changed a password goes on with what they came for."""
        return str(settings.LOGIN_REDIRECT_URL)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Return whether somebody must prove again who they are.

        Who proved it within the last minutes need not, nor who has no means to: they came
        through the office's own sign-in and have neither password nor second factor here.
        """
        request = context.request
        if not self.get_reauthentication_methods(request.user):
            return False
        records = get_authentication_records(request, request.user)
        fresh = time.time() - app_settings.REAUTHENTICATION_TIMEOUT  # noqa: TID251 - as allauth
        if records and records[-1]["at"] > fresh:
            return False
        return bool(super().is_reauthentication_required(app=app, **more))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        """Return the ways to prove again who one is, in our words."""
        words = {
            "reauthenticate": _("用密码"),
            "mfa_reauthenticate": _("用验证器或恢复码"),
            "mfa_reauthenticate:webauthn": _("用通行密钥"),
        }
        found: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return [way | {"description": words.get(way["id"], way["description"])} for way in found]

    def send_notification_mail(self, *_args: Any, **_more: Any) -> None:
        """Send none: the record and the person's own page tell of every change."""
