"""Forms of the ways of doing it: what is compared, what is adopted, what was done."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.modes.catalogue import BY_ID, INCOMES, MODES, Income, Mode
from jiugai.apps.projects.modes.money import Given
from jiugai.apps.registry.models import Estate


def _wan(label: Any, initial: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=10_000_000, decimal_places=2, initial=initial
    )


def _percent(label: Any, initial: Any, most: int = 100) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=most, decimal_places=2, initial=initial
    )


class CompareForm(forms.Form):
    """What an office assumes; every value can be changed, and none stands in a text."""

    estates = forms.ModelMultipleChoiceField(
        label=_("小区"),
        queryset=Estate.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("选了小区，投资和收入按它们的面积、户数预填，再按实际改。"),
    )
    modes = forms.MultipleChoiceField(
        label=_("比较哪些模式"),
        choices=[(one.id, one.title) for one in MODES],
        widget=forms.CheckboxSelectMultiple,
        initial=[one.id for one in MODES],
    )
    investment = _wan(_("改造投资（万元）"), 3000)
    term = forms.IntegerField(label=_("运营期限（年）"), min_value=2, max_value=40, initial=20)
    discount = _percent(_("折现率（%）"), 5)
    interest = _percent(_("贷款年利率（%）"), 4)
    growth = _percent(_("收入每年增长（%）"), 2, 20)
    cost = _percent(_("运营成本占收入（%）"), 60)

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["estates"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            open_ones = Estate.objects.filter(projects__closed_on=None, projects__isnull=False)
            field.queryset = open_ones.distinct().order_by("name")
        for kind, title in INCOMES.items():
            label = _("{income}（万元/年）").format(income=title)
            self.fields[f"income_{kind.value}"] = _wan(label, 0)
        for mode in MODES:
            self.fields[f"subsidy_{mode.id}"] = _percent(
                _("{mode}：补助占投资（%）").format(mode=mode.title), int(mode.subsidy * 100)
            )
            self.fields[f"loan_{mode.id}"] = _percent(
                _("{mode}：贷款占投资（%）").format(mode=mode.title), int(mode.loan * 100)
            )

    def clean(self) -> dict[str, Any]:
        """Refuse shares that come to more than the whole."""
        said: dict[str, Any] = super().clean() or {}
        for mode in MODES:
            subsidy, loan = said.get(f"subsidy_{mode.id}"), said.get(f"loan_{mode.id}")
            if subsidy is not None and loan is not None and subsidy + loan > 100:
                self.add_error(f"loan_{mode.id}", _("补助和贷款合计不能超过投资。"))
        if said.get("investment") == 0:
            self.add_error("investment", _("请写改造投资。"))
        return said

    @property
    def assumptions(self) -> list[forms.BoundField]:
        """Return the fields of money."""
        names = ("investment", "term", "discount", "interest", "growth", "cost")
        return [self[name] for name in (*names, *(f"income_{one.value}" for one in Income))]

    @property
    def shares(self) -> list[forms.BoundField]:
        """Return the fields of each way's shares."""
        return [one for one in self.visible_fields() if one.name.startswith(("subsidy_", "loan_"))]

    def chosen(self) -> list[Mode]:
        """Return the ways that are compared."""
        return [BY_ID[one] for one in self.cleaned_data["modes"]]

    def given(self) -> Given:
        """Return what the model takes."""
        said = self.cleaned_data
        return Given(
            investment=said["investment"],
            term=said["term"],
            incomes={kind: said[f"income_{kind.value}"] for kind in Income},
            subsidy={one.id: _share(said[f"subsidy_{one.id}"]) for one in MODES},
            loan={one.id: _share(said[f"loan_{one.id}"]) for one in MODES},
            **{name: _share(said[name]) for name in ("discount", "interest", "growth", "cost")},
        )


def _share(percent: Decimal) -> Fraction:
    return Fraction(percent) / 100


#: What we assume where nobody says more: yuan for a square metre of works and a month of service,
#: parking spaces and rooms for a household. All of them are ours.
WORKS_YUAN, FEE_YUAN, COLLECTED = 800, Decimal("0.8"), Decimal("0.7")
SPACES, SPACE_YUAN, ROOMS_YUAN, SERVICE_YUAN = Decimal("0.3"), 150, 120, 200


def assumed(estates: Sequence[Estate]) -> dict[str, Any]:
    """Return what is assumed of some estates from their area and households."""
    area = sum((Decimal(str(one.floor_area_m2 or 0)) for one in estates), Decimal(0))
    homes = sum(one.household_count or 0 for one in estates)
    return {
        "estates": [one.pk for one in estates],
        "investment": _wan_of(area * WORKS_YUAN),
        "income_property": _wan_of(area * FEE_YUAN * 12 * COLLECTED),
        "income_parking": _wan_of(homes * SPACES * SPACE_YUAN * 12),
        "income_rooms": _wan_of(Decimal(homes * ROOMS_YUAN)),
        "income_services": _wan_of(Decimal(homes * SERVICE_YUAN)),
    }


def _wan_of(yuan: Decimal) -> Decimal:
    return (yuan / 10_000).quantize(Decimal("0.01"))


class AdoptForm(forms.Form):
    """Which way, and why."""

    mode = forms.ChoiceField(label=_("实施模式"), choices=[(one.id, one.title) for one in MODES])
    reason = forms.CharField(
        label=_("采用理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class StepForm(forms.Form):
    """How a step was taken, and when."""

    done_on = forms.DateField(
        label=_("完成日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    words = forms.CharField(label=_("怎样完成的"), max_length=300)


class EndForm(forms.Form):
    """Why a way is ended."""

    why = forms.CharField(label=_("终止的理由"), max_length=300)
