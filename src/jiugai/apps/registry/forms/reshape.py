"""Forms to rename, split and merge an estate."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import Building, Estate
from jiugai.kernel.i18n import listed


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("依据"), max_length=300, help_text=_("批复文号、会议纪要或地名公告")
    )


class RenameForm(forms.Form):
    """Another name."""

    name = forms.CharField(label=_("新名称"), max_length=120)
    reason = _reason()


class SplitForm(forms.Form):
    """Some buildings become an estate of their own."""

    buildings = forms.ModelMultipleChoiceField(
        Building.objects.none(), label=_("分出的楼栋"), widget=forms.CheckboxSelectMultiple
    )
    code = forms.CharField(label=_("新小区编号"), max_length=40)
    name = forms.CharField(label=_("新小区名称"), max_length=120)
    reason = _reason()

    def __init__(self, data: Any = None, *, estate: Estate) -> None:
        super().__init__(data)
        field = self.fields["buildings"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = estate.buildings.order_by("code")


class MergeForm(forms.Form):
    """Other estates become part of this one; they are named by code."""

    codes = forms.CharField(
        label=_("并入的小区编号"),
        max_length=400,
        help_text=_("多个编号用空格或顿号分开；并入后这些编号仍能查到本小区"),
    )
    reason = _reason()

    def __init__(self, data: Any = None, *, estate: Estate) -> None:
        super().__init__(data)
        self.estate = estate
        self.others: list[Estate] = []

    def clean_codes(self) -> str:
        """Find the estates of the district with these codes."""
        text: str = self.cleaned_data["codes"]
        codes = list(dict.fromkeys(text.replace("、", " ").replace(",", " ").split()))
        found = Estate.objects.filter(
            district=self.estate.district, code__in=codes, retired_on=None
        ).exclude(pk=self.estate.pk)
        self.others = list(found)
        if lost := [code for code in codes if code not in {one.code for one in self.others}]:
            raise forms.ValidationError(
                _("本区没有这些编号的其他小区：%(codes)s。请到小区页核对编号。"),
                params={"codes": listed(lost)},
            )
        return text
