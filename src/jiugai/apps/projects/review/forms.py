"""Forms of a review: files, answers, remarks, handing in and handing over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.models import Answer, DesignFile, Hand, Opinion, Part, Remark
from jiugai.apps.projects.review.queries import Sought


def _words(label: Any, rows: int = 3, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=2000, widget=widget, help_text=hint)


class FileForm(forms.Form):
    """A file of the design."""

    part = forms.ChoiceField(label=_("部位"), choices=Part.choices)
    kind = forms.ChoiceField(label=_("类别"), choices=DesignFile.Kind.choices)
    title = forms.CharField(label=_("标题"), max_length=120, required=False)
    file = forms.FileField(
        label=_("文件"),
        help_text=_("PDF、图片、Word 或 Excel，不超过 20 MB。"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.docx,.xlsx"}),
    )


class SubmitForm(forms.Form):
    """What a version is about, when it is handed in."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = _words(_("方案要点，或者这一版改了什么"), 4)


class AnswerForm(forms.Form):
    """An answer to a remark."""

    kind = forms.ChoiceField(label=_("答复"), choices=Answer.Kind.choices)
    words = _words(_("怎样修改，或者为什么不改"), 2)


class RemarkForm(forms.Form):
    """A remark of the planner."""

    part = forms.ChoiceField(label=_("部位"), choices=Part.choices)
    weight = forms.ChoiceField(label=_("性质"), choices=Remark.Weight.choices)
    former = forms.TypedChoiceField(
        label=_("接着哪条意见"), required=False, coerce=int, empty_value=None
    )
    words = _words(_("意见"))

    def __init__(
        self, data: Any = None, *, parts: Sequence[Part] | None, given: Sequence[Remark]
    ) -> None:
        super().__init__(data)
        open_to = list(Part) if parts is None else list(parts)
        part, former = self.fields["part"], self.fields["former"]
        if isinstance(part, forms.ChoiceField) and parts is not None:
            # A remark that follows another is about the other's part, whatever stands here.
            part.required = bool(open_to)
            part.choices = [(one.value, one.label) for one in open_to]
        if isinstance(former, forms.ChoiceField):
            former.choices = [("", _("不接着，是新的")), *((one.pk, str(one)) for one in given)]
        if not given:
            del self.fields["former"]


class OpinionForm(forms.Form):
    """The planner's opinion, given with all remarks."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label=_("审查结论"), choices=Opinion.Outcome.choices)
    words = _words(_("总体意见"), 4)


class Filters(forms.Form):
    """Filters of the list of reviews; what cannot be read is left out."""

    q = forms.CharField(label=_("编号或小区"), max_length=60, required=False)
    hand = forms.ChoiceField(
        label=_("办理环节"), choices=[("", _("全部")), *Hand.choices], required=False
    )
    overdue = forms.BooleanField(label=_("已超期"), required=False)

    def sought(self) -> Sought:
        """Return what is looked for."""
        self.is_valid()
        said = self.cleaned_data
        return Sought(
            words=said.get("q", "").replace("\x00", ""),
            hand=said.get("hand", ""),
            overdue=said.get("overdue", False),
        )
