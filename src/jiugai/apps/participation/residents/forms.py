"""Forms of residents: codes, choices, receipts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import Entrance, Mark
from jiugai.apps.participation.residents.entering import Door
from jiugai.apps.registry.models import Building

_PLAIN = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class EntranceForm(forms.Form):
    """What a clerk says of an entrance: whom residents can call."""

    phone = forms.CharField(label=_("接待电话"), max_length=40, required=False)


class SlugForm(forms.Form):
    """The short address, typed by who has no camera."""

    slug = forms.CharField(
        label=_("小区编码"),
        max_length=8,
        help_text=_("在信件和楼门口的二维码下面。"),
        widget=forms.TextInput(attrs=_PLAIN),
    )


class CodeForm(forms.Form):
    """The code that was printed on the letter."""

    code = forms.CharField(
        label=_("信件上的户码"),
        max_length=20,
        help_text=_("10 个字母和数字，大小写都可以。"),
        widget=forms.TextInput(attrs=_PLAIN),
    )


class DoorForm(forms.Form):
    """Which flat, so that a code can be sent to the phone that is registered there."""

    building = forms.TypedChoiceField(label=_("楼栋"), coerce=int)
    unit = forms.CharField(
        label=_("单元"), max_length=20, required=False, help_text=_("如“2单元”，没有就不填。")
    )
    door = forms.CharField(label=_("户号"), max_length=20, help_text=_("如 301。"))

    def __init__(self, *args: Any, buildings: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["building"].choices = buildings  # type: ignore[attr-defined]

    def said(self) -> Door:
        """Return what was typed; "2" is read as 2单元."""
        unit = self.cleaned_data["unit"].strip()
        return Door(
            self.cleaned_data["building"],
            f"{unit}单元" if unit.isdecimal() else unit,
            self.cleaned_data["door"].strip(),
        )


class AskForm(DoorForm):
    """The flat and the phone, to have a code sent."""

    phone = forms.CharField(
        label=_("登记的手机号"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )


class OnceForm(DoorForm):
    """The flat and the code that was sent."""

    code = forms.CharField(
        label=_("收到的验证码"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


def buildings_of(entrance: Entrance) -> list[tuple[int, str]]:
    """Return the buildings that somebody behind an entrance may live in."""
    found = Building.objects.filter(estate=entrance.estate_id).order_by("id")
    if entrance.building_id:
        found = found.filter(pk=entrance.building_id)
    return [(one.pk, str(one)) for one in found]


class MarkForm(forms.Form):
    """What a household says to the question."""

    mark = forms.TypedChoiceField(
        label=_("您的意见"),
        choices=Mark.choices,
        coerce=lambda value: Mark(int(value)),
        widget=forms.RadioSelect,
        error_messages={"required": _("请先选一项：同意、反对或者弃权。")},
    )


class ReceiptForm(forms.Form):
    """The words of a receipt."""

    receipt = forms.CharField(
        label=_("回执的六个词，或者十二位编号"),
        max_length=60,
        widget=forms.TextInput(attrs=_PLAIN),
    )
