"""Forms of contributions."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.owners.forms import choice_field, day_field, file_field, text_field
from jiugai.apps.owners.models import Contribution
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Building, Estate

_CENTS = 100


def money_field(label: Any, help_text: Any = "") -> forms.DecimalField:
    """Return a field for an amount in yuan."""
    return forms.DecimalField(
        label=label,
        min_value=Decimal("0.01"),
        max_digits=14,
        decimal_places=2,
        help_text=help_text,
    )


class GiveForm(forms.Form):
    """What was given, by whom, when and what it is worth."""

    kind = choice_field(_("形式"), Contribution.Kind.choices)
    yuan = money_field(_("金额或认定的价值（元）"), _("物和劳务写认定的价值，下面写由谁认定。"))
    given_on = day_field(_("日期"))
    building = forms.ModelChoiceField(
        Building.objects.none(), label=_("楼栋"), required=False, empty_label=_("全体业主")
    )
    unit_name = text_field(_("单元"), most=20, required=False)
    door = text_field(_("户号"), most=20, required=False, help_text=_("记在一户名下才填。"))
    quantity = forms.DecimalField(
        label=_("数量"),
        required=False,
        min_value=Decimal("0.01"),
        max_digits=10,
        decimal_places=2,
    )
    unit = text_field(_("单位"), most=20, required=False, help_text=_("如工日、株、㎡·年。"))
    agreed_by = text_field(
        _("价值由谁认定"), required=False, help_text=_("如业主委员会会议、议事协商会。")
    )
    agreed_on = day_field(_("认定日"), required=False)
    with_works = forms.NullBooleanField(
        label=_("与改造同步使用"),
        required=False,
        widget=forms.Select(
            choices=[("unknown", _("不清楚")), ("true", _("是")), ("false", _("否"))]
        ),
        help_text=_("公积金和维修资金要答。"),
    )
    vote = forms.ModelChoiceField(
        Vote.objects.none(),
        label=_("使用维修资金的表决"),
        required=False,
        empty_label=_("没有"),
    )
    words = text_field(_("说明"), most=300)
    file = file_field(_("凭证"))

    def __init__(self, *args: Any, estate: Estate, **more: Any) -> None:
        super().__init__(*args, **more)
        votes = Vote.objects.filter(
            estate=estate,
            state=Vote.State.PUBLISHED,
            matter__in=(Vote.Matter.USE_FUND, Vote.Matter.RAISE_FUND),
        )
        buildings = Building.objects.filter(estate=estate).order_by("id")
        self.fields["vote"].queryset = votes  # type: ignore[attr-defined]
        self.fields["building"].queryset = buildings  # type: ignore[attr-defined]


def cents_of(yuan: Decimal) -> int:
    """Return an amount in yuan in cents."""
    return int(yuan * _CENTS)


class PartForm(forms.Form):
    """What residents are to bear, and what says so."""

    yuan = money_field(_("居民应承担（元）"))
    words = text_field(_("依据"), most=300, help_text=_("如“费用分摊方案 2026-05-20 公示稿”。"))
    file = file_field(_("分摊方案"))

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="part_%s", **more)


class TakeBackForm(forms.Form):
    """Why an entry is taken back."""

    why = text_field(_("冲销的原因"), most=300)
