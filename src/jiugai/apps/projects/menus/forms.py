"""Forms of the menus."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.models import MenuChoice


class ChoiceForm(forms.Form):
    """What becomes of one item, and what residents said of it."""

    state = forms.ChoiceField(
        label=_("安排"), choices=[("", _("请选择")), *MenuChoice.State.choices]
    )
    words = forms.CharField(
        label=_("居民意愿或依据"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("谁、在哪次会上、多少户同意；不适用的写明为什么"),
    )
    file = forms.FileField(
        label=_("文件"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.docx,.xlsx"}),
    )

    def __init__(self, item: str, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, prefix=item.replace(".", "-"), **more)
        self.item = item

    def said(self) -> dict[str, Any]:
        """Return what the service takes."""
        given = self.cleaned_data
        return {
            "item": self.item,
            "state": MenuChoice.State(given["state"]),
            "words": given["words"],
            "file": given["file"],
        }
