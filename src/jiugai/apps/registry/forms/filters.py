"""The filters above the list of estates."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.estates import ORDERS, Wanted
from jiugai.kernel.verdict import Verdict

ANY = ("", _("不限"))
VERDICTS = [
    (Verdict.MET.value, _("符合")),
    (Verdict.NOT_MET.value, _("不符合")),
    (Verdict.UNKNOWN.value, _("证据不足")),
]


class FilterForm(forms.Form):
    """What somebody looks for; a filter that makes no sense is shown and not used."""

    q = forms.CharField(label=_("查找"), required=False, max_length=60)
    stage = forms.ChoiceField(label=_("阶段"), required=False, choices=[ANY, *Stage.choices])
    verdict = forms.ChoiceField(label=_("结论"), required=False, choices=[ANY, *VERDICTS])
    built_from = forms.IntegerField(label=_("建成年代自"), required=False)
    built_to = forms.IntegerField(label=_("至"), required=False)
    order = forms.ChoiceField(
        label=_("排序"),
        required=False,
        choices=[
            ("name", _("名称")),
            ("year", _("建成年代")),
            ("households", _("户数")),
            ("area", _("建筑面积")),
        ],
    )
    backwards = forms.BooleanField(label=_("倒序"), required=False)

    def wanted(self) -> Wanted:
        """Return what the valid filters ask for."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            words=said.get("q", ""),
            stage=said.get("stage", ""),
            verdict=said.get("verdict", ""),
            built_from=said.get("built_from"),
            built_to=said.get("built_to"),
            order=said.get("order") or next(iter(ORDERS)),
            backwards=bool(said.get("backwards")),
        )
