"""Forms of duties: what is looked for, what a unit says, who answers for it."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.conference.assignments.queries import organisations_for
from jiugai.apps.conference.models import DutyReport
from jiugai.policy.rulebook import Document

KIND_NAMES: Final = {
    "department": _("部门职责"),
    "mechanism": _("机制"),
    "reform": _("改革措施"),
    "step": _("工作步骤"),
    "obligation": _("义务"),
    "encouragement": _("鼓励事项"),
}


class Filters(forms.Form):
    """Filters of the list; what cannot be read is left out."""

    document = forms.ChoiceField(label=_("文件"), required=False)
    kind = forms.ChoiceField(
        label=_("类别"),
        choices=[("", _("职责、机制、改革措施")), *KIND_NAMES.items()],
        required=False,
    )
    unit = forms.CharField(label=_("单位"), max_length=60, required=False)
    state = forms.ChoiceField(
        label=_("进展"),
        choices=[("", _("全部")), ("none", _("还没有更新")), *DutyReport.State.choices],
        required=False,
    )
    mine = forms.BooleanField(label=_("本单位的"), required=False)

    def __init__(self, data: Any, *, documents: Sequence[Document]) -> None:
        super().__init__(data)
        field = self.fields["document"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("全部")),
                *((one.id, one.id.upper()) for one in documents),
            ]


class UpdateForm(forms.Form):
    """How far a unit is with a duty."""

    unit = forms.ChoiceField(label=_("单位"))
    state = forms.ChoiceField(label=_("进展"), choices=DutyReport.State.choices)
    words = forms.CharField(
        label=_("做了什么、成果是什么"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    due_on = forms.DateField(
        label=_("计划完成日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    file = forms.FileField(label=_("成果文件（PDF、图片、docx、xlsx）"), required=False)
    last = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, data: Any = None, files: Any = None, *, units: Sequence[str], last: int = 0
    ) -> None:
        super().__init__(data, files, initial={"last": last})
        field = self.fields["unit"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one, one) for one in units]


class UnitForm(forms.Form):
    """Which organisation answers for a unit of the texts."""

    name = forms.ChoiceField(label=_("文件里的单位"))
    organisation = forms.ModelChoiceField(
        label=_("由谁负责"), queryset=Organisation.objects.none()
    )

    def __init__(self, data: Any = None, *, division: str, names: Sequence[str]) -> None:
        super().__init__(data)
        field = self.fields["name"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one, one) for one in names]
        self.fields["organisation"].queryset = organisations_for(division)  # type: ignore[attr-defined]
