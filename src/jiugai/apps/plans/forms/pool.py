"""The filters of the pool and of the rows of a plan."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.queries import pool, studio
from jiugai.apps.registry.models import Stage

ANY = ("", _("不限"))


class PoolFilter(forms.Form):
    """What somebody looks for in the pool."""

    q = forms.CharField(
        label=_("查找"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("名称或编号")}),
    )
    street = forms.ChoiceField(label=_("街道"), required=False)
    state = forms.ChoiceField(
        label=_("状态"),
        required=False,
        choices=[ANY, *((one.value, title) for one, title in pool.STATES.items())],
    )
    stage = forms.ChoiceField(
        label=_("阶段"),
        required=False,
        choices=[ANY, *((s.value, s.label) for s in (Stage.LEDGER, Stage.RESERVE, Stage.PLAN))],
    )
    first = forms.BooleanField(label=_("只看优先的"), required=False)

    def __init__(self, data: Any = None, *, streets: Iterable[str] = ()) -> None:
        super().__init__(data)
        self.fields["street"].choices = [  # type: ignore[attr-defined]
            ANY, *((one, one) for one in streets)
        ]  # fmt: skip

    def sought(self) -> pool.Sought:
        """Return what the valid filters ask for."""
        self.is_valid()
        said = self.cleaned_data
        return pool.Sought(
            words=said.get("q", ""),
            street=said.get("street", ""),
            state=said.get("state", ""),
            stage=said.get("stage", ""),
            first=bool(said.get("first")),
        )


class RowFilter(forms.Form):
    """What somebody looks for among the estates of a plan."""

    q = forms.CharField(
        label=_("查找"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("名称或编号")}),
    )
    which = forms.ChoiceField(
        label=_("去留"),
        required=False,
        choices=[ANY, ("in", _("列入")), ("out", _("未列入")), ("ordered", _("锁定或排除"))],
    )
    year = forms.TypedChoiceField(label=_("年度"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any = None, *, span: Iterable[int]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ANY, *((year, year) for year in span)
        ]  # fmt: skip

    def sought(self) -> studio.Sought:
        """Return what the valid filters ask for."""
        self.is_valid()
        said = self.cleaned_data
        return studio.Sought(
            words=said.get("q", ""), which=said.get("which", ""), year=said.get("year")
        )


class NominateForm(forms.Form):
    """Which scenario the ticked estates go into."""

    scenario = forms.ModelChoiceField(Scenario.objects.none(), label=_("提名进方案"))

    def __init__(self, data: Any = None, *, division: str) -> None:
        super().__init__(data)
        self.fields["scenario"].queryset = studio.scenarios_of(division)  # type: ignore[attr-defined]


class ScenarioForm(forms.Form):
    """A new scenario."""

    name = forms.CharField(label=_("名称"), max_length=60)
    day = forms.DateField(
        label=_("依据日期（首年为它所在的年份）"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    years = forms.IntegerField(label=_("计划年数"), min_value=1, max_value=10, initial=5)


class AdoptForm(forms.Form):
    """On what basis a plan is adopted."""

    name = forms.CharField(label=_("计划名称"), max_length=80)
    basis = forms.CharField(label=_("依据"), max_length=300, help_text=_("联席会纪要、批复文号等"))
    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        required=False,
        help_text=_("改了在用计划，或求解之后台账有变仍要采用时，写明为什么"),
    )
