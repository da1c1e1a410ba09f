"""The form for a new key."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import ApiScope


class TokenForm(forms.Form):
    """What a new key is for, what it may read, where and until when."""

    name = forms.CharField(
        label=_("用途"), max_length=60, help_text=_("哪个系统、做什么用，便于以后辨认")
    )
    scopes = forms.MultipleChoiceField(
        label=_("范围"), choices=ApiScope.choices, widget=forms.CheckboxSelectMultiple
    )
    division = forms.RegexField(
        r"^[0-9]*$",
        label=_("区划"),
        required=False,
        max_length=12,
        help_text=_("留空为您的区划；可填下级区划代码"),
    )
    until = forms.DateField(
        label=_("有效期至（不含）"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = timezone.localdate() + timedelta(days=180)
