"""The form for another address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.hooks.kinds import CHOICES


class HookForm(forms.Form):
    """What an address is for, of what it is told, and where."""

    name = forms.CharField(
        label=_("用途"), max_length=60, help_text=_("哪个系统、做什么用，便于以后辨认")
    )
    address = forms.CharField(
        label=_("接收地址"),
        max_length=300,
        help_text=_("https:// 开头；不能是内部网络的地址，除非系统管理员放行"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    kinds = forms.MultipleChoiceField(
        label=_("推送哪些事件"), choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    division = forms.RegexField(
        r"^[0-9]*$",
        label=_("区划"),
        required=False,
        max_length=12,
        help_text=_("留空为您的区划；可填下级区划代码"),
    )
