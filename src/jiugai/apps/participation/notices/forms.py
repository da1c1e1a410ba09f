"""Forms of notices and objections."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import Notice, Part


class NoticeForm(forms.Form):
    """What a notice says, part by part, and for how long."""

    title = forms.CharField(label=_("标题"), max_length=120)
    days = forms.IntegerField(
        label=_("公示天数"), min_value=1, max_value=90, initial=7, help_text=_("发出当天不算。")
    )
    answer_days = forms.IntegerField(
        label=_("几天内答复意见"),
        min_value=1,
        max_value=90,
        initial=7,
        help_text=_("文件没有规定天数，由办理单位自定。"),
    )
    places = forms.CharField(
        label=_("张贴地点"),
        max_length=200,
        required=False,
        help_text=_("如各楼门口、小区公告栏。"),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for part in Part:
            self.fields[part.value] = forms.CharField(
                label=part.label,
                max_length=5000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def said(self) -> dict[str, Any]:
        """Return what was said, by the names of a notice."""
        found = self.cleaned_data
        parts = {part.value: found[part.value] for part in Part}
        names = ("title", "days", "answer_days", "places")
        return {name: found[name] for name in names} | {"parts": parts}


def values_of(notice: Notice) -> dict[str, Any]:
    """Return a notice as its form shows it."""
    return {
        "title": notice.title,
        "days": notice.days,
        "answer_days": notice.answer_days,
        "places": notice.places,
        **notice.parts,
    }


class ObjectionForm(forms.Form):
    """What a household says against a notice."""

    text = forms.CharField(
        label=_("您的意见和理由"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5})
    )


class DeskForm(ObjectionForm):
    """What a household says at the desk or on the phone, and which flat it is."""

    building = forms.CharField(label=_("楼栋"), max_length=60)
    unit = forms.CharField(label=_("单元"), max_length=20, required=False)
    door = forms.CharField(label=_("户号"), max_length=20)
    field_order = ("building", "unit", "door", "text")


class AnswerForm(forms.Form):
    """What an objection is answered."""

    answer = forms.CharField(
        label=_("答复"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("采纳了什么、方案怎么改；不采纳的，为什么。提意见的住户会看到。"),
    )
