"""What an office says about an open place of the texts."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.kernel.i18n import _ as say
from jiugai.policy.entries import Reading
from jiugai.policy.rulebook import Document

#: Which open places are listed.
ONLY: Final = (
    ("", gettext_lazy("全部")),
    ("chosen", gettext_lazy("本地另选的")),
    ("turning", gettext_lazy("影响判定的")),
)


class FilterForm(forms.Form):
    """Which open places are listed."""

    document = forms.ChoiceField(label=gettext_lazy("文件"), required=False)
    only = forms.ChoiceField(label=gettext_lazy("只看"), choices=ONLY, required=False)

    def __init__(self, data: Any = None, *, documents: Sequence[Document]) -> None:
        super().__init__(data)
        choices = [("", _("全部文件")), *((one.id, say(one.title)) for one in documents)]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]


class TryForm(forms.Form):
    """Which option, and from which day on."""

    option = forms.ChoiceField(label=gettext_lazy("改用哪个选项"), widget=forms.RadioSelect)
    since = forms.DateField(
        label=gettext_lazy("自哪天起"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    leave_open = forms.BooleanField(
        label=gettext_lazy("下级可以另定（不勾选则下级须照此）"), required=False
    )

    def __init__(
        self, data: Any = None, *, reading: Reading, running: str, day: date, has_below: bool
    ) -> None:
        super().__init__(data, initial={"since": day})
        own = [(name, say(says)) for name, says in reading.options.items() if name != running]
        back = [(BACK, _("收回本地的选择，回到没有另选时的口径"))] if running else []
        self.fields["option"].choices = [*own, *back]  # type: ignore[attr-defined]
        if not has_below:
            del self.fields["leave_open"]

    @property
    def asked(self) -> dict[str, Any]:
        """Return what a valid form asks to try."""
        said = self.cleaned_data
        option = "" if said["option"] == BACK else said["option"]
        return {
            "option": option,
            "since": said["since"],
            "is_binding": not said.get("leave_open", False),
        }


#: The option of a form that takes the own choice back; options are words in Latin letters.
BACK: Final = "-"


class ConfirmForm(forms.Form):
    """Why it is read so, and on what paper that rests."""

    reason = forms.CharField(
        label=gettext_lazy("理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    basis = forms.CharField(
        label=gettext_lazy("依据的文件或会议"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("文号、会议纪要等；没有可以不填。"),
    )
