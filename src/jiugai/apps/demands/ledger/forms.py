"""Forms of the ledger: what is written down, and what is done with it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.demands.ledger.queries import ORDERS, Sought
from jiugai.apps.demands.models import Channel, Contentment, Kind, Nature, State
from jiugai.apps.registry.models import Building, Estate

ANY = ("", _("不限"))
WHICH = [
    ("open", _("没有答复的")),
    ("overdue", _("已超期的")),
    ("raised", _("已上报的")),
    ("sorry", _("不满意或没解决的")),
    ("repeats", _("有重复的")),
    *((one.value, one.label) for one in State),
    ("all", _("全部")),
]
ORDER_NAMES = {"due": _("期限近的在前"), "newest": _("新的在前"), "oldest": _("旧的在前")}


def words_field(label: Any, *, rows: int = 3, most: int = 2000, help_text: Any = "") -> Any:
    """Return a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, help_text=help_text)


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, required=required)


def unit_field(*, required: bool = True, help_text: Any = "", empty: Any = "---------") -> Any:
    """Return a field for the responsible unit; its choices are set by the form."""
    return forms.ModelChoiceField(
        label=_("责任单位"),
        queryset=Organisation.objects.none(),
        required=required,
        empty_label=empty,
        help_text=help_text,
    )


class TakeForm(forms.Form):
    """What somebody says at the desk or on the phone."""

    channel = forms.ChoiceField(
        label=_("来源"),
        choices=[(one.value, one.label) for one in (Channel.DESK, Channel.PHONE, Channel.ROUND)],
    )
    text = words_field(_("诉求内容"), rows=4, help_text=_("什么事、在哪里、从什么时候起。"))
    kind = forms.ChoiceField(label=_("事项"), choices=Kind.choices, initial=Kind.OTHER)
    nature = forms.ChoiceField(label=_("类型"), choices=Nature.choices, initial=Nature.HELP)
    building = forms.ModelChoiceField(
        label=_("楼栋"),
        queryset=Building.objects.none(),
        required=False,
        empty_label=_("不涉及某一栋"),
    )
    unit = forms.CharField(
        label=_("单元"), max_length=20, required=False, help_text=_("知道住户才填，如 2单元。")
    )
    door = forms.CharField(label=_("户号"), max_length=20, required=False)
    asker = forms.CharField(
        label=_("诉求人"), max_length=60, required=False, help_text=_("加密保存，查看要写理由。")
    )
    phone = forms.CharField(
        label=_("联系电话"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    organisation = unit_field(
        required=False, empty=_("以后再分派"), help_text=_("现在不清楚就不填，登记后再分派。")
    )

    def __init__(self, data: Any = None, *, estate: Estate, units: QuerySet[Organisation]) -> None:
        super().__init__(data)
        _offer(self, "building", Building.objects.filter(estate=estate).order_by("id"))
        _offer(self, "organisation", units)


class AssignForm(forms.Form):
    """Who has to answer."""

    organisation = unit_field(empty=_("请选择"))
    kind = forms.ChoiceField(label=_("事项"), choices=Kind.choices)

    def __init__(self, data: Any = None, *, units: QuerySet[Organisation], **more: Any) -> None:
        super().__init__(data, auto_id="assign_%s", **more)
        _offer(self, "organisation", units)


class AnswerForm(forms.Form):
    """What was done, and how it came out."""

    words = words_field(
        _("答复"), rows=4, help_text=_("办了什么、结果怎样；办不了的写明原因。诉求人会看到。")
    )


class WordsForm(forms.Form):
    """What somebody says with what they do."""

    words = words_field(_("说明"))


class ExtendForm(forms.Form):
    """A later day, and why."""

    until = day_field(_("新的期限"))
    words = words_field(_("理由"), help_text=_("诉求人会看到。"))


class RateForm(forms.Form):
    """What who asked says of the answer."""

    is_solved = forms.TypedChoiceField(
        label=_("解决了吗"),
        choices=[("1", _("解决了")), ("0", _("没有解决"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        error_messages={"required": _("请先选一项。")},
    )
    contentment = forms.ChoiceField(
        label=_("对答复满意吗"),
        choices=Contentment.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请先选一项。")},
    )
    words = forms.CharField(
        label=_("还想说的"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LinkForm(forms.Form):
    """Which demand it repeats."""

    number = forms.CharField(label=_("编号"), max_length=24, help_text=_("如 SQ0000012。"))


class Filters(forms.Form):
    """Filters of the list; what cannot be read is left out."""

    q = forms.CharField(
        label=_("内容、小区、编号或工单号"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    which = forms.ChoiceField(label=_("哪些"), choices=WHICH, required=False)
    kind = forms.ChoiceField(label=_("事项"), choices=[ANY, *Kind.choices], required=False)
    channel = forms.ChoiceField(label=_("来源"), choices=[ANY, *Channel.choices], required=False)
    organisation = unit_field(required=False, empty=_("不限"))
    since = day_field(_("提出日期自"), required=False)
    until = day_field(_("至"), required=False)
    order = forms.ChoiceField(
        label=_("排序"), choices=[(one, ORDER_NAMES[one]) for one in ORDERS], required=False
    )
    estate = forms.IntegerField(required=False, widget=forms.HiddenInput)
    division = forms.RegexField(r"^\d{0,12}$", required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        units: QuerySet[Organisation],
        order: str,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix)
        _offer(self, "organisation", units)
        self.fields["order"].initial = order
        self._order = order

    def sought(self) -> Sought:
        """Return what is looked for."""
        self.is_valid()
        said = self.cleaned_data
        unit = said.get("organisation")
        return Sought(
            words=said.get("q", "").replace("\x00", ""),
            which=said.get("which") or "open",
            kind=said.get("kind", ""),
            channel=said.get("channel", ""),
            division=said.get("division") or "",
            estate=said.get("estate"),
            organisation=unit.pk if unit else None,
            since=said.get("since"),
            until=said.get("until"),
            order=said.get("order") or self._order,
        )


class SpanForm(forms.Form):
    """By what and over which days figures are counted."""

    by = forms.ChoiceField(
        label=_("按"),
        choices=[
            ("estate", _("小区")),
            ("unit", _("责任单位")),
            ("street", _("街道")),
            ("kind", _("事项")),
        ],
        required=False,
    )
    since = day_field(_("自"), required=False)
    until = day_field(_("至"), required=False)


def _offer(form: forms.Form, name: str, found: Any) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = found
