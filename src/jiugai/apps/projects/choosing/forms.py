"""Forms of a choice by residents: its sum and days, and the items with their prices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.projects.choosing.services import Priced
from jiugai.apps.projects.models import Choosing, Project
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.authoring.templates import menu_of
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.money import parse_amount
from jiugai.policy.entries import Where, Works

#: So many rows to fill in; who offers more than that offers too much to choose from.
ROWS: Final = 10
_DAY: Final = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class AmountField(forms.CharField):
    """An amount as offices write it, "36 万" or "360,000", in cents."""

    def clean(self, value: Any) -> Any:
        """Return the amount in cents, None where nothing was written."""
        text = super().clean(value)
        if not text:
            return None
        try:
            cents = parse_amount(text)
        except UsageError as error:
            raise ValidationError(str(error)) from error
        if not 0 < cents < 10**15:
            raise ValidationError(_("金额要大于 0。"))
        return cents


class ChoosingForm(forms.Form):
    """What is said of the choice as a whole."""

    title = forms.CharField(label=gettext_lazy("标题"), max_length=120)
    budget = AmountField(
        label=gettext_lazy("一共有多少钱（元）"),
        max_length=30,
        help_text=gettext_lazy("只写留给这些可选内容的钱，如 60 万。"),
    )
    source = forms.CharField(
        label=gettext_lazy("钱从哪里来"),
        max_length=200,
        help_text=gettext_lazy("如“区级补助文号、居民出资决议”。居民会看到。"),
    )
    rule = forms.ChoiceField(
        label=gettext_lazy("按哪种办法定"),
        choices=Choosing.Rule.choices,
        help_text=gettext_lazy("作答前就告诉居民，之后不能改。两种办法的结果会并列给出。"),
    )
    words = forms.CharField(
        label=gettext_lazy("给居民的话"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    opens_on = forms.DateField(label=gettext_lazy("开始"), widget=_DAY)
    closes_on = forms.DateField(label=gettext_lazy("截止"), widget=_DAY)

    @classmethod
    def first(cls, on: date) -> dict[str, Any]:
        """Return what stands in it first."""
        return {
            "title": _("居民点单"),
            "rule": Choosing.Rule.SHARES,
            "opens_on": on + timedelta(days=1),
            "closes_on": on + timedelta(days=15),
        }


class ItemForm(forms.Form):
    """One item, where, and what it costs."""

    item = forms.ChoiceField(label=gettext_lazy("内容"), required=False)
    building = forms.ChoiceField(label=gettext_lazy("楼栋"), required=False)
    cost = AmountField(label=gettext_lazy("价格（元）"), max_length=30, required=False)
    source = forms.CharField(label=gettext_lazy("价格依据"), max_length=200, required=False)

    def __init__(
        self, *args: Any, items: list[tuple[str, str]], buildings: dict[int, Building], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.buildings = buildings
        none = [("", "–")]
        whole = [("", _("全小区"))]
        self.fields["item"].choices = [*none, *items]  # type: ignore[attr-defined]
        self.fields["building"].choices = whole + [  # type: ignore[attr-defined]
            (str(pk), str(one)) for pk, one in buildings.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a price with its ground where an item was chosen."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("item") and "cost" in said and said["cost"] is None:
            self.add_error("cost", _("请写这一项的价格。"))
        if said.get("item") and not said.get("source"):
            self.add_error("source", _("请写价格从哪里来，如概算、询价单。"))
        return said

    def priced(self) -> Priced:
        """Return the item as it is offered."""
        said = self.cleaned_data
        building = self.buildings[int(said["building"])] if said["building"] else None
        return Priced(said["item"], building, said["cost"], said["source"])


if TYPE_CHECKING:
    _Rows = forms.BaseFormSet[ItemForm]
else:
    _Rows = forms.BaseFormSet


class BaseRows(_Rows):
    """The rows with items; empty ones are left out."""

    def offered(self) -> list[Priced]:
        """Return what is offered."""
        return [one.priced() for one in self.forms if one.cleaned_data.get("item")]


def rows_for(project: Project, data: Any, *, on: date) -> BaseRows:
    """Return the rows for the optional items of the menus in force at a project."""
    items = [
        (name, say(one.title))
        for name, one in menu_of(project.estate, on=on).items()
        if one.works is not Works.BASIC and one.where is not Where.GOVERNANCE
    ]
    buildings = {one.pk: one for one in project.estate.buildings.order_by("id")}
    made = forms.formset_factory(ItemForm, formset=BaseRows, extra=ROWS, max_num=ROWS)
    found: BaseRows = made(  # type: ignore[assignment] # the factory knows no formset of ours
        data, prefix="items", form_kwargs={"items": items, "buildings": buildings}
    )
    return found
