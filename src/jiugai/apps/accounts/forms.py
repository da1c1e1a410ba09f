"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateWithCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

Texts = dict[str, tuple[Any, Any]]  # texts, most of them lazy


def _say(form: forms.Form, texts: Texts) -> None:
    """Give fields their label and hint; placeholders are no labels and go."""
    for name, (label, hint) in texts.items():
        field = form.fields[name]
        field.label, field.help_text = label, hint
        field.widget.attrs.pop("placeholder", None)


CODE: Texts = {"code": (_("验证码"), _("验证器上的六位数字；手机不在身边时用一个恢复码。"))}


class SignIn(LoginForm):  # type: ignore[misc]
    """Sign-in name and password."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, {"login": (_("登录名"), ""), "password": (_("密码"), "")})


class PasswordAgain(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, {"password": (_("密码"), "")})


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]
    """The password in use and the new one, twice."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(
            self,
            {
                "oldpassword": (_("现用密码"), ""),
                "password1": (_("新密码"), " ".join(password_validators_help_texts())),
                "password2": (_("再输一遍新密码"), ""),
            },
        )


class Code(AuthenticateForm):  # type: ignore[misc]
    """A code of the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, CODE)


class CodeAgain(ReauthenticateWithCodeForm):  # type: ignore[misc]
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, CODE)


class ActivateApp(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app that was just set up."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, {"code": (_("验证码"), _("扫码后验证器上显示的六位数字。"))})


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A name for a new passkey, and whether it may sign in alone."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        hint = _("以后只用这把密钥就能登录，不必输密码；设备须有指纹、面容或 PIN。")
        _say(
            self,
            {
                "name": (_("名称"), _("便于区分，例如“办公电脑”。")),
                "passwordless": (_("可单独登录"), hint),
            },
        )


class RenamePasskey(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _say(self, {"name": (_("名称"), "")})
