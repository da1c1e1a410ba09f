"""What somebody looks for in the record, and why they open a sensitive value."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.queries import Sought
from jiugai.apps.audit.subjects import TITLES


class RecordFilter(forms.Form):
    """Filters of the record; what is wrong is left out."""

    person = forms.CharField(label=_("人员"), required=False, max_length=60)
    action = forms.ChoiceField(
        label=_("动作"), required=False, choices=[("", _("全部")), *Action.choices]
    )
    subject = forms.ChoiceField(
        label=_("对象"), required=False, choices=[("", _("全部")), *TITLES.items()]
    )
    division = forms.RegexField(
        r"^\d{0,12}$", label=_("区划代码"), required=False, max_length=12, strip=True
    )
    since = forms.DateField(
        label=_("自"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("至（含）"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    words = forms.CharField(label=_("名称或理由"), required=False, max_length=60)

    def sought(self) -> Sought:
        """Return what is looked for."""
        self.is_valid()
        said: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if value}
        return Sought(**said)
