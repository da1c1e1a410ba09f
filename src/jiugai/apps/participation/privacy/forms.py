"""Forms on personal data: a household's request, the office's answer, a number of days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import PersonalRequest
from jiugai.apps.participation.privacy.holding import Holding, How
from jiugai.apps.participation.privacy.keeping import Setting
from jiugai.apps.participation.privacy.requests import LONGEST

Kind = PersonalRequest.Kind


class AskForm(forms.Form):
    """What a household wants: what holds now to be corrected, or to be erased."""

    kind = forms.ChoiceField(label=_("您要"), widget=forms.RadioSelect)
    value = forms.CharField(
        label=_("应当改成"),
        max_length=LONGEST,
        required=False,
        help_text=_("加密保存，办完就删；要求删除的不用填。"),
    )
    words = forms.CharField(
        label=_("说明（可不填）"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, holding: Holding, **more: Any) -> None:
        super().__init__(*args, **more)
        kinds = [Kind.CORRECT] if holding.corrected else []
        kinds += [Kind.ERASE] if holding.erasing.how is How.OFFICE else []
        field = self.fields["kind"]
        field.choices = [(one.value, one.label) for one in kinds]  # type: ignore[attr-defined]
        field.initial = kinds[0].value
        if not holding.corrected:
            del self.fields["value"]

    def clean(self) -> dict[str, Any]:
        """Ask what the value should be, where one is to be corrected."""
        said = super().clean() or {}
        if said.get("kind") == Kind.CORRECT and not str(said.get("value", "")).strip():
            self.add_error("value", _("请写明应当改成什么。"))
        return said


class DecideForm(forms.Form):
    """What the office answers."""

    words = forms.CharField(
        label=_("答复"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("居民在自己的页面上看得到。不照办的必须写明理由。"),
    )


class DaysForm(forms.Form):
    """For how many days something is kept."""

    days = forms.IntegerField(label=_("天数"))

    def __init__(self, *args: Any, setting: Setting, **more: Any) -> None:
        super().__init__(*args, **more)
        words = _("{least} 到 {most} 天，一般 {days} 天。")
        self.fields["days"].help_text = str(words).format(
            least=setting.least, most=setting.most, days=setting.days
        )
