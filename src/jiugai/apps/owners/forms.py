"""Fields that forms of owners share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.demands.ledger.forms import day_field, words_field

__all__ = ["ListFilters", "choice_field", "day_field", "file_field", "text_field", "words_field"]
PLACE = r"^\d{0,12}$"


def text_field(
    label: Any, *, most: int = 120, required: bool = True, help_text: Any = ""
) -> forms.CharField:
    """Return a field for a line of text."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def file_field(label: Any = None, help_text: Any = "") -> forms.FileField:
    """Return a field for a file that may be left out."""
    named = label or _("文件或照片")
    return forms.FileField(label=named, required=False, help_text=help_text)


def choice_field(label: Any, choices: Any, *, empty: Any = None, help_text: Any = "") -> Any:
    """Return a field for one of some choices; `empty` names that none is meant."""
    named = list(choices)
    first = [] if empty is None else [("", empty)]
    return forms.ChoiceField(
        label=label, choices=[*first, *named], required=empty is None, help_text=help_text
    )


class ListFilters(forms.Form):
    """Filters of a list; what cannot be read is left out."""

    q = forms.CharField(
        label=_("小区"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    which = forms.ChoiceField(label=_("哪些"), required=False)
    division = forms.ChoiceField(label=_("街道（乡镇）"), required=False)

    def __init__(self, data: Any = None, *, which: Any, places: Any) -> None:
        super().__init__(data)
        self.fields["which"].choices = list(which)  # type: ignore[attr-defined]
        streets = [("", _("不限")), *((one.code, one.name) for one in places)]
        self.fields["division"].choices = streets  # type: ignore[attr-defined]

    def said(self) -> dict[str, str]:
        """Return what is looked for, as words, which and division."""
        self.is_valid()
        said = self.cleaned_data
        return {
            "words": said.get("q", "").replace("\x00", ""),
            "which": said.get("which", ""),
            "division": said.get("division", ""),
        }
