"""Forms of permits: facts of the works, and a filing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.models import Works
from jiugai.apps.registry.forms.facts import as_kept, as_text, as_written, field_for
from jiugai.kernel.i18n import _ as say
from jiugai.policy.vocabulary.fact import Fact


class WorksForm(forms.Form):
    """The facts of the works that permits depend on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, works: Works, facts: Sequence[Fact]) -> None:
        initial: dict[str, Any] = {"version": works.version}
        initial |= {one.name: as_written(one, works.facts.get(one.name)) for one in facts}
        super().__init__(data, initial=initial, auto_id="works_%s")
        self.facts = facts
        for one in facts:
            self.fields[one.name] = field_for(one)

    def texts(self) -> dict[str, str]:
        """Return the facts as the service takes them."""
        said = self.cleaned_data
        return {f.name: as_text(f, as_kept(f, said.get(f.name))) for f in self.facts}


class FilingForm(forms.Form):
    """A paper by which the works were filed with an office."""

    fact = forms.ChoiceField(label=_("报备部门"))
    words = forms.CharField(label=_("文件标题或回执编号"), max_length=120)
    said_on = forms.DateField(
        label=_("报备日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    file = forms.FileField(
        label=_("报备材料或回执"),
        help_text=_("PDF、图片、Word 或 Excel，不超过 20 MB。"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.docx,.xlsx"}),
    )

    def __init__(self, data: Any = None, files: Any = None, *, facts: Sequence[Fact]) -> None:
        super().__init__(data, files, auto_id="filing_%s")
        field = self.fields["fact"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.name, say(one.heading)) for one in facts]
