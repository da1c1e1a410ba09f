"""An office's own sign-in (OpenID Connect): only people who are known here get in."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person


class Adapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Finds the person whom the issuer names; makes no account and connects none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Return that nobody gets an account by signing in elsewhere."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Sign in as the known person, or say that the issuer's name is not known here."""
        person = known_person(sociallogin)
        if person is None:
            messages.error(
                request,
                _("单位已确认您的身份，但这里没有您的账号；请本单位安全管理员先添加您。"),
            )
            raise ImmediateHttpResponse(redirect("account_login"))
        if not person.is_active:
            raise ImmediateHttpResponse(redirect("account_inactive"))
        sociallogin.user = person

    def on_authentication_error(self, request: HttpRequest, *_args: Any, **_more: Any) -> None:
        """Say that the office's sign-in failed and what is left."""
        messages.error(
            request,
            _("单位统一登录没有成功；请再试一次，或用登录名和密码登录。"),
        )
        raise ImmediateHttpResponse(redirect("account_login"))


def known_person(sociallogin: Any) -> Person | None:
    """Return the person whom an issuer names, by sign-in name, else by a confirmed address."""
    username = sociallogin.user.username
    if username and (person := Person.objects.filter(username__iexact=username).first()):
        return person
    addresses = [one.email for one in sociallogin.email_addresses if one.verified]
    found = [
        person
        for address in addresses
        for person in Person.objects.filter(email__iexact=address)[:2]
    ]
    return found[0] if len(found) == 1 else None
