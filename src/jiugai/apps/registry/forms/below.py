"""Forms for what stands in an estate, and who is what for it."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.registry.models import DangerPlan, Party, Pipe, Resource
from jiugai.kernel.i18n import _ as say
from jiugai.policy.vocabulary import Resource as ResourceFacts

ANY = ("", gettext_lazy("不限"))


def _day() -> forms.DateField:
    return forms.DateField(
        required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class PipeForm(forms.ModelForm):  # type: ignore[type-arg] # as Django has it
    """One pipe or cable (A5)."""

    cost = forms.DecimalField(
        label=gettext_lazy("改造费用（元）"),
        required=False,
        min_value=0,
        decimal_places=2,
        max_digits=15,
    )
    laid_year = forms.IntegerField(
        label=gettext_lazy("敷设年份"), required=False, min_value=1900, max_value=2100
    )
    length_m = forms.DecimalField(
        label=gettext_lazy("长度（米）"),
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=1,
    )

    class Meta:
        """Which fields a person fills in."""

        model = Pipe
        fields: ClassVar = [
            "kind",
            "organisation",
            "length_m",
            "material",
            "laid_year",
            "condition",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cost"].initial = self.instance.cost_yuan

    @property
    def said(self) -> dict[str, Any]:
        """Return what the service takes."""
        found = {name: self.cleaned_data[name] for name in self.Meta.fields}
        cost: Decimal | None = self.cleaned_data["cost"]
        return found | {"cost_cents": None if cost is None else int(cost * 100)}


class ResourceForm(forms.ModelForm):  # type: ignore[type-arg] # as Django has it
    """A new idle resource; its facts are filled in afterwards."""

    area_m2 = forms.DecimalField(
        label=gettext_lazy("面积（㎡）"),
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
    )
    kind = forms.ChoiceField(required=False)
    owner_kind = forms.ChoiceField(required=False)

    class Meta:
        """Which fields a person fills in."""

        model = Resource
        fields: ClassVar = ["name", "area_m2"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for fact in (ResourceFacts.kind, ResourceFacts.owner_kind):
            field = self.fields[fact.name]
            field.label = say(fact.heading)
            if isinstance(field, forms.ChoiceField):
                field.choices = choices_of(fact.choices, _("不详"))

    @property
    def facts(self) -> dict[str, Any]:
        """Return the facts that were given."""
        said = {name: self.cleaned_data[name] for name in ("kind", "owner_kind")}
        return {name: value for name, value in said.items() if value}


class PartyForm(forms.ModelForm):  # type: ignore[type-arg] # as Django has it
    """Who is what for an estate (A7); an organisation is found by code or name, or made."""

    organisation = forms.CharField(
        label=gettext_lazy("单位名称"), max_length=120, help_text=gettext_lazy("写全称")
    )
    credit_code = forms.RegexField(
        r"^[0-9A-HJ-NP-RT-UW-Y]{18}$",
        label=gettext_lazy("统一社会信用代码"),
        required=False,
        error_messages={"invalid": gettext_lazy("应为 18 位，不含 I、O、S、V、Z。")},
    )
    since = _day()
    until = _day()

    class Meta:
        """Which fields a person fills in."""

        model = Party
        fields: ClassVar = ["kind", "duty", "since", "until"]

    field_order = ("kind", "organisation", "credit_code", "duty", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].label, self.fields["until"].label = _("自"), _("至（不含）")

    def clean(self) -> dict[str, Any]:
        """Return what was said; a span must not end before it starts."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and until <= since:
            self.add_error("until", _("应晚于开始日期 %(day)s。") % {"day": since})
        return said

    def found_organisation(self, division: str) -> Organisation:
        """Return the organisation with the code, or that name and no code, made where new."""
        code, name = self.cleaned_data["credit_code"], self.cleaned_data["organisation"].strip()
        known = {"credit_code": code} if code else {"name": name, "division": division}
        found = Organisation.objects.filter(**known).first()
        return found or Organisation(name=name, credit_code=code, division=division)


class DangerForm(forms.ModelForm):  # type: ignore[type-arg] # as Django has it
    """What is to become of a dangerous or simple building (A4)."""

    appraised_on = _day()
    due_on = _day()

    class Meta:
        """Which fields a person fills in."""

        model = DangerPlan
        fields: ClassVar = [
            "appraised_on",
            "appraiser",
            "responsible",
            "route",
            "scheme",
            "due_on",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appraised_on"].label = _("鉴定日期")
        self.fields["due_on"].label = _("完成期限")
        self.fields["scheme"].help_text = _("怎么做、谁来做、钱从哪里来；与规定不一致时写明理由")


class BelowFilter(forms.Form):
    """The filters of the lists across estates."""

    q = forms.CharField(label=gettext_lazy("小区"), required=False, max_length=60)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("状况"), required=False)

    def __init__(self, data: Any, *, kinds: Any, states: Any) -> None:
        super().__init__(data)
        for name, choices in (("kind", kinds), ("state", states)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [ANY, *choices]

    def said(self, name: str) -> str:
        """Return a filter that makes sense, or nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")


def choices_of(words: dict[str, str], nothing: str) -> list[tuple[str, str]]:
    """Return the choices of a fact for a form."""
    return [("", nothing), *((word, say(title)) for word, title in words.items())]
