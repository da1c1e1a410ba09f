"""Forms of votes: what is asked, what stands on paper, why one is given up."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import Channel, Mark, Vote
from jiugai.apps.participation.votes.paper import Sheet
from jiugai.apps.registry.models import Building, Estate, Unit

_MOMENT: Final = "%Y-%m-%dT%H:%M"


def _moment(label: Any, hint: Any = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=hint,
        input_formats=[_MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
    )


class VoteForm(forms.Form):
    """What owners are asked, by whom it is decided, and until when."""

    question = forms.CharField(
        label=_("表决的问题"),
        max_length=200,
        help_text=_("一句话，能用同意或反对回答，如“是否同意按公示方案改造本小区？”"),
    )
    if_yes = forms.CharField(
        label=_("通过会怎样"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写清做什么、谁出钱、什么时候开始。"),
    )
    if_no = forms.CharField(
        label=_("不通过会怎样"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    matter = forms.ChoiceField(label=_("事项类别"), choices=Vote.Matter)
    is_on_works = forms.BooleanField(
        label=_("问的是是否同意改造（公示后可作“凝聚共识”门槛的证据）"), required=False
    )
    body = forms.ChoiceField(label=_("由谁一起决定"), choices=Vote.Body)
    building = forms.ModelChoiceField(
        Building.objects.none(), label=_("只限这栋楼"), required=False, empty_label=_("全部楼栋")
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("只限这个单元"), required=False, empty_label=_("全部单元")
    )
    noticed_on = forms.DateField(
        label=_("公示议题的日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("通知全体业主并在小区显著位置公示议题的那一天。"),
    )
    opens_at = _moment(_("开始收票"))
    closes_at = _moment(_("截止收票"))
    is_online = forms.BooleanField(label=_("可以网上投票"), required=False, initial=True)
    uses_city_system = forms.BooleanField(label=_("网上投票经市级电子投票系统"), required=False)
    area_total = forms.DecimalField(
        label=_("申报的专有部分总面积（㎡）"),
        required=False,
        min_value=0,
        max_digits=11,
        decimal_places=2,
        help_text=_("填了就与名册合计核对，不一致不能开始。"),
    )

    def __init__(self, *args: Any, estate: Estate, **more: Any) -> None:
        super().__init__(*args, **more)
        buildings = Building.objects.filter(estate=estate).order_by("id")
        units = Unit.objects.filter(building__estate=estate).select_related("building")
        self.fields["building"].queryset = buildings  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["unit"].label_from_instance = _unit_name  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, by the names of a vote."""
        found = dict(self.cleaned_data)
        area = found.pop("area_total")
        return found | {"area_total_dm2": None if area is None else int(area * 100)}


def _unit_name(unit: Unit) -> str:
    return f"{unit.building} {unit}"


def values_of(vote: Vote) -> dict[str, Any]:
    """Return a vote as its form shows it."""
    names = [name for name in VoteForm.base_fields if name != "area_total"]
    area = vote.area_total_dm2
    return {name: getattr(vote, name) for name in names} | {
        "area_total": None if area is None else f"{area / 100:.2f}"
    }


class PaperForm(forms.Form):
    """What stands on one paper ballot."""

    building = forms.CharField(
        label=_("楼栋"), max_length=60, help_text=_("如 3 号楼，写 3 也可以")
    )
    unit = forms.CharField(label=_("单元"), max_length=20, required=False)
    door = forms.CharField(label=_("户号"), max_length=20)
    mark = forms.TypedChoiceField(
        label=_("意见"),
        choices=Mark.choices,
        coerce=lambda value: Mark(int(value)),
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("怎样收到"),
        choices=[(one.value, one.label) for one in (Channel.PAPER, Channel.DOOR)],
    )
    handed_in_at = _moment(_("交票时间"), _("票上写的时间；只写了日期的，填收票人登记的时间。"))
    proxy = forms.CharField(label=_("代理人"), max_length=60, required=False)
    document = forms.CharField(
        label=_("委托书编号"), max_length=60, required=False, help_text=_("由代理人表决的必填。")
    )

    def sheet(self) -> Sheet:
        """Return what was typed."""
        said = self.cleaned_data
        return Sheet(
            mark=said["mark"],
            channel=Channel(said["channel"]),
            handed_in_at=said["handed_in_at"],
            proxy=said["proxy"],
            document=said["document"],
        )


class WhyForm(forms.Form):
    """Why a vote is given up."""

    why = forms.CharField(label=_("取消的理由"), max_length=300)
