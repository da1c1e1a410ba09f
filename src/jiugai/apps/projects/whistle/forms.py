"""Forms of whistles, of figures, and of good practice."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.projects.models import Whistle
from jiugai.apps.projects.whistle.queries import Sought


def _words(label: Any, *, required: bool = True, rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=2000, widget=widget, required=required)


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, required=False)


class BlowForm(forms.Form):
    """The problem, and the departments that it needs."""

    title = forms.CharField(label=_("问题"), max_length=120)
    words = _words(_("情况和诉求"), rows=4)
    departments = forms.ModelMultipleChoiceField(
        label=_("请哪些部门"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    asked = forms.CharField(
        label=_("请它们做什么"), max_length=300, required=False, help_text=_("不填就用问题的标题")
    )

    def __init__(self, data: Any = None, *, departments: QuerySet[Organisation]) -> None:
        super().__init__(data)
        field = self.fields["departments"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = departments


class CallForm(forms.Form):
    """One more department."""

    department = forms.ModelChoiceField(
        label=_("再请一个部门"), queryset=Organisation.objects.none()
    )
    asked = forms.CharField(label=_("请它做什么"), max_length=300)

    def __init__(self, data: Any = None, *, departments: QuerySet[Organisation]) -> None:
        super().__init__(data, auto_id="call_%s")
        field = self.fields["department"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = departments


class WordsForm(forms.Form):
    """What somebody says with what they do."""

    words = _words(_("说明"))


class FewWordsForm(forms.Form):
    """What somebody may say with what they do."""

    words = _words(_("说明"), required=False, rows=2)


class Filters(forms.Form):
    """Filters of the list of whistles; what cannot be read is left out."""

    q = forms.CharField(label=_("编号、问题或小区"), max_length=60, required=False)
    state = forms.ChoiceField(
        label=_("状态"), choices=[("", _("办理中的")), *Whistle.State.choices], required=False
    )
    department = forms.ModelChoiceField(
        label=_("部门"), queryset=Organisation.objects.none(), required=False
    )
    overdue = forms.BooleanField(label=_("已超期"), required=False)
    over = forms.BooleanField(label=_("含已办结"), required=False)

    def __init__(self, data: Any = None, *, departments: QuerySet[Organisation]) -> None:
        super().__init__(data)
        field = self.fields["department"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = departments

    def sought(self) -> Sought:
        """Return what is looked for."""
        self.is_valid()
        said = self.cleaned_data
        department = said.get("department")
        return Sought(
            words=said.get("q", "").replace("\x00", ""),
            state=said.get("state", ""),
            department=department.pk if department else None,
            overdue=said.get("overdue", False),
            over=said.get("over", False),
        )


class SpanForm(forms.Form):
    """Over which days figures are counted."""

    since = _day(_("自"))
    until = _day(_("至"))


class PracticeForm(forms.Form):
    """A good practice."""

    title = forms.CharField(label=_("标题"), max_length=120)
    words = _words(_("做法和效果"), rows=4)
    tags = forms.CharField(label=_("关键词"), max_length=120, required=False)
    whistle = forms.CharField(label=_("吹哨编号"), max_length=24, required=False)


class SearchForm(forms.Form):
    """What is looked for among good practices."""

    q = forms.CharField(label=_("找经验"), max_length=60, required=False)
