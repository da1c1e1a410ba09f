"""How projects are looked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.models import Way
from jiugai.apps.projects.project.queries import Sought
from jiugai.apps.registry.models import Stage


class CloseForm(forms.Form):
    """Why a project is closed."""

    closed_why = forms.CharField(label=_("结束原因"), max_length=300, required=False)


class Filters(forms.Form):
    """Filters of the list of projects; what cannot be read is left out."""

    q = forms.CharField(label=_("编号或小区"), max_length=60, required=False)
    stage = forms.ChoiceField(
        label=_("阶段"), choices=[("", _("全部")), *Stage.choices], required=False
    )
    way = forms.ChoiceField(
        label=_("生成方式"), choices=[("", _("全部")), *Way.choices], required=False
    )
    closed = forms.BooleanField(label=_("含已结束"), required=False)

    def sought(self) -> Sought:
        """Return what is looked for."""
        self.is_valid()
        said = self.cleaned_data
        return Sought(
            words=said.get("q", "").replace("\x00", ""),
            stage=said.get("stage", ""),
            way=said.get("way", ""),
            closed=said.get("closed", False),
        )
