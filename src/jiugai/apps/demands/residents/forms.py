"""Forms of a household on its demands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.demands.ledger.forms import words_field
from jiugai.apps.demands.models import Kind


class AskForm(forms.Form):
    """What a household wants to be done."""

    text = words_field(
        _("有什么事要我们办？"),
        rows=5,
        most=1000,
        help_text=_("什么事、在哪里、从什么时候起。会有人答复。"),
    )
    kind = forms.ChoiceField(label=_("关于什么"), choices=Kind.choices, initial=Kind.OTHER)
    where = forms.ChoiceField(
        label=_("在哪里"),
        choices=[("building", _("我住的这栋楼")), ("estate", _("小区里别的地方"))],
        widget=forms.RadioSelect,
        initial="building",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        # A phone scrolls a list of fourteen more easily than it shows fourteen buttons.
        self.fields["kind"].widget.attrs["class"] = "form-select"
