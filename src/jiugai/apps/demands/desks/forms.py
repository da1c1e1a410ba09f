"""Forms of reception on site and of days for answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.demands.ledger.forms import day_field
from jiugai.apps.demands.models import Kind


class DeskForm(forms.Form):
    """Where, who, when."""

    place = forms.CharField(label=_("接待地点"), max_length=120)
    people = forms.CharField(
        label=_("接待人员"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("每行一人：姓名，负责什么，电话。会公示给居民。"),
    )
    hours = forms.CharField(
        label=_("接待时间"), max_length=120, help_text=_("如“周一至周六 9:00–17:00”。")
    )
    phone = forms.CharField(label=_("接待电话"), max_length=40, required=False)
    since = day_field(_("自"))
    until = day_field(_("至"), required=False)


class TermForm(forms.Form):
    """How many working days."""

    kind = forms.ChoiceField(
        label=_("事项"), choices=[("", _("所有事项")), *Kind.choices], required=False
    )
    days = forms.IntegerField(label=_("工作日数"), min_value=1, max_value=250)
