"""Forms on people, their appointments and organisations."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.roles import Role
from jiugai.apps.people.queries import role_choices
from jiugai.kernel.division import LEVELS, divisions, shortest

ANY = ("", gettext_lazy("全部"))


def division_choices(within: str) -> list[tuple[str, str]]:
    """Return the divisions that are known within one, itself first."""
    start = shortest(within)
    return [(code, str(one)) for code, one in divisions().items() if code.startswith(start)]


class DivisionInput(forms.CharField):
    """A division by its code; those that are known by name are offered."""

    widget = forms.TextInput(attrs={"list": "divisions", "autocomplete": "off"})

    def clean(self, value: Any) -> str:
        """Return the shortest form of a code; raises ValidationError on what is none."""
        said = str(super().clean(value))
        code = "" if said in ("全国", _("全国")) else shortest(said)
        if code and (not re.fullmatch(r"\d+", code) or len(code) not in LEVELS):
            raise ValidationError(
                _("“{code}”不是区划代码；请填 2、4、6、9 或 12 位数字。").format(code=said)
            )
        return code


class Search(forms.Form):
    """Which people are wanted."""

    q = forms.CharField(label=gettext_lazy("姓名、登录名或单位"), required=False)
    role = forms.ChoiceField(
        label=gettext_lazy("角色"), required=False, choices=lambda: [ANY, *role_choices()]
    )
    active = forms.ChoiceField(
        label=gettext_lazy("状态"),
        required=False,
        choices=[ANY, ("yes", gettext_lazy("在用")), ("no", gettext_lazy("已停用"))],
    )


class PersonForm(forms.Form):
    """Somebody's details."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("单位"), queryset=Organisation.objects.all(), required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("电子邮箱"),
        required=False,
        help_text=gettext_lazy("与单位统一登录里的一致，即可用它登录。"),
    )
    phone = forms.RegexField(
        r"^1\d{10}$",
        label=gettext_lazy("手机"),
        required=False,
        help_text=gettext_lazy("加密保存，列表里只显示首尾；留空表示不改。"),
        error_messages={"invalid": gettext_lazy("手机号是 11 位数字，以 1 开头。")},
    )


class NewPersonForm(PersonForm):
    """Somebody new."""

    username = forms.RegexField(
        r"^[\w.@-]+$",
        label=gettext_lazy("登录名"),
        max_length=60,
        help_text=gettext_lazy("字母、数字、汉字和 . - _ @；以后不能改。"),
        error_messages={"invalid": gettext_lazy("登录名只能用字母、数字、汉字和 . - _ @。")},
    )
    division = DivisionInput(
        label=gettext_lazy("账号归属区划"),
        help_text=gettext_lazy("由哪一级的安全管理员管这个账号；填区划代码。"),
    )
    field_order = ("username", "name", "organisation", "division", "email", "phone")


class AppointmentForm(forms.Form):
    """What somebody becomes, where and how long."""

    role = forms.ChoiceField(label=gettext_lazy("角色"), choices=role_choices)
    division = DivisionInput(
        label=gettext_lazy("区划"), help_text=gettext_lazy("能看到这个区划和它下面的全部。")
    )
    since = forms.DateField(
        label=gettext_lazy("自"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=gettext_lazy("至（不含）"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("留空表示没有定期。"),
    )

    def clean_role(self) -> Role:
        """Return the role."""
        return Role(self.cleaned_data["role"])


class ReasonForm(forms.Form):
    """Why something is done that others will ask about."""

    reason = forms.CharField(label=gettext_lazy("理由"), max_length=300)


class OrganisationForm(forms.Form):
    """An organisation's details."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=Kind.choices)
    credit_code = forms.CharField(
        label=gettext_lazy("统一社会信用代码"),
        required=False,
        max_length=18,
        help_text=gettext_lazy("18 位，照营业执照填；末位自动核对。"),
    )
    division = DivisionInput(label=gettext_lazy("所在区划"))
    address = forms.CharField(label=gettext_lazy("地址"), max_length=200, required=False)
    contact = forms.CharField(
        label=gettext_lazy("联系人"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("加密保存；留空表示不改。"),
    )
    phone = forms.CharField(
        label=gettext_lazy("联系电话"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("加密保存；留空表示不改。"),
    )

    def clean_kind(self) -> Kind:
        """Return the kind."""
        return Kind(self.cleaned_data["kind"])


class OrganisationSearch(forms.Form):
    """Which organisations are wanted."""

    q = forms.CharField(label=gettext_lazy("名称或代码"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("类别"), required=False, choices=[ANY, *Kind.choices]
    )
