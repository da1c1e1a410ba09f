"""Forms of those who write surveys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.asking.editing import own_list, read_choices, write_choices
from jiugai.asking.form import CHOSEN, Choice, Form, Kind, Question
from jiugai.kernel.errors import Refusal

KINDS: Final = {
    Kind.ONE: _("单选"),
    Kind.MANY: _("多选"),
    Kind.TEXT: _("文字"),
    Kind.INTEGER: _("整数"),
    Kind.DECIMAL: _("小数"),
    Kind.DATE: _("日期"),
    Kind.IMAGE: _("照片"),
    Kind.NOTE: _("说明"),
    Kind.CALCULATE: _("计算"),
}


def _day(label: Any, hint: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, widget=widget)


class SurveyForm(forms.Form):
    """What a survey is called, what residents read first, from when until when."""

    title = forms.CharField(label=_("标题"), max_length=120)
    words = forms.CharField(
        label=_("给居民的话"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("为什么问、问来做什么、要几分钟；居民在第一页看到。"),
    )
    per = forms.ChoiceField(label=_("几份"), choices=Survey.Per)
    is_online = forms.BooleanField(label=_("居民可以在手机上答"), required=False, initial=True)
    opens_on = _day(_("开始"))
    closes_on = _day(_("截止"), _("这一天还可以答。"))

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order where they are typed."""
        said = super().clean() or {}
        if said.get("opens_on") and said.get("closes_on") and said["closes_on"] < said["opens_on"]:
            self.add_error("closes_on", _("截止日不能早于开始日。"))
        return said


def values_of(survey: Survey) -> dict[str, Any]:
    """Return a survey as its form shows it."""
    return {name: getattr(survey, name) for name in SurveyForm.base_fields}


class NewSurveyForm(SurveyForm):
    """A new survey also says what it is for, and which other estates get the same."""

    purpose = forms.ChoiceField(
        label=_("用途"),
        choices=Purpose,
        help_text=_("题目先按用途生成，发布前都可以改。"),
    )
    others = forms.ModelMultipleChoiceField(
        Estate.objects.none(),
        label=_("同时发给"),
        required=False,
        help_text=_("同一街道的其他小区，各自成一份，结果分开统计。"),
    )
    field_order = ("purpose", "title")

    def __init__(self, *args: Any, estate: Estate, **more: Any) -> None:
        super().__init__(*args, **more)
        near = Estate.objects.filter(division=estate.division, retired_on=None)
        self.fields["others"].queryset = near.exclude(pk=estate.pk)  # type: ignore[attr-defined]


class CopyForm(forms.Form):
    """Where a survey is asked again, under which title, from when until when."""

    estates = forms.ModelMultipleChoiceField(
        Estate.objects.none(),
        label=_("发给"),
        help_text=_("同一街道的小区，各自成一份。"),
    )
    title = forms.CharField(label=_("标题"), max_length=120)
    opens_on = _day(_("开始"))
    closes_on = _day(_("截止"), _("这一天还可以答。"))

    def __init__(self, *args: Any, survey: Survey, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial = {"estates": [survey.estate_id], "title": survey.title}
        near = Estate.objects.filter(division=survey.division, retired_on=None)
        self.fields["estates"].queryset = near  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order where they are typed."""
        said = super().clean() or {}
        if said.get("opens_on") and said.get("closes_on") and said["closes_on"] < said["opens_on"]:
            self.add_error("closes_on", _("截止日不能早于开始日。"))
        return said


class UploadForm(forms.Form):
    """A workbook of XLSForm."""

    file = forms.FileField(
        label=_("XLSForm（xlsx）"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("含 survey、choices、settings 三张表；会换掉现在的全部题目。"),
    )


class QuestionForm(forms.Form):
    """One question."""

    kind = forms.ChoiceField(label=_("题型"), choices=[(k.value, v) for k, v in KINDS.items()])
    zh = forms.CharField(label=_("题目"), max_length=300, required=False)
    en = forms.CharField(label=_("题目（英文）"), max_length=300, required=False)
    hint = forms.CharField(label=_("提示"), max_length=300, required=False)
    required = forms.BooleanField(label=_("必答"), required=False)
    sensitive = forms.BooleanField(
        label=_("敏感信息"),
        required=False,
        help_text=_(
            "健康、身份证件、行踪、不满十四岁的孩子等：先单独征得同意再问，不同意就跳过。"
        ),
    )
    choices = forms.CharField(
        label=_("选项"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("单选、多选用；一行一个：“名称 = 中文 | English”，名称和英文可以不写。"),
    )
    group = forms.ChoiceField(label=_("放在哪一组"), required=False)
    relevant = forms.CharField(
        label=_("什么时候问"),
        max_length=500,
        required=False,
        help_text=_("XLSForm 的 relevant，如 ${agrees} = 'no'；空着总是问。"),
    )
    constraint = forms.CharField(
        label=_("答案要符合"),
        max_length=500,
        required=False,
        help_text=_("XLSForm 的 constraint，如 . >= 1 and . <= 20。"),
    )
    refused = forms.CharField(label=_("不符合时说"), max_length=300, required=False)
    calculation = forms.CharField(label=_("怎样计算"), max_length=500, required=False)
    name = forms.RegexField(
        r"[A-Za-z_][A-Za-z0-9_.-]{0,63}",
        label=_("题名"),
        help_text=_("表达式里用的名字，字母开头，只用字母、数字、下划线。"),
    )

    def __init__(self, *args: Any, form: Form, is_new: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.form = form
        if is_new:
            groups = [(one.name, one.label.get("zh") or one.name) for one in form.groups()]
            self.fields["group"].choices = [("", _("不分组")), *groups]  # type: ignore[attr-defined]
        if not is_new or not any(form.groups()):
            del self.fields["group"]

    def said(self) -> tuple[Question, tuple[Choice, ...]]:
        """Return the question and its choices; raises Refusal for choices that cannot be read."""
        said = self.cleaned_data
        kind = Kind(said["kind"])
        old = self.form.question(said["name"])
        choices = read_choices(said["choices"]) if kind in CHOSEN else ()
        if kind in CHOSEN and not choices:
            raise Refusal(str(_("请写出选项，一行一个。")))
        question = Question(
            name=said["name"],
            kind=kind,
            label=_words(said["zh"], said["en"]),
            hint=_words(said["hint"], (old.hint if old else {}).get("en", "")),
            required=said["required"],
            relevant=said["relevant"].strip(),
            constraint=said["constraint"].strip(),
            refused=_words(said["refused"], (old.refused if old else {}).get("en", "")),
            calculation=said["calculation"].strip() if kind is Kind.CALCULATE else "",
            choices=old.choices if old and kind in CHOSEN else "",
            sensitive=said["sensitive"],
        )
        question = own_list(self.form, question, choices) if kind in CHOSEN else question
        return question, choices


def _words(zh: str, en: str) -> Mapping[str, str]:
    return {code: text.strip() for code, text in (("zh", zh), ("en", en)) if text.strip()}


def said_of(form: Form, question: Question) -> dict[str, Any]:
    """Return a question as its form shows it."""
    return {
        "kind": question.kind.value,
        "zh": question.label.get("zh", ""),
        "en": question.label.get("en", ""),
        "hint": question.hint.get("zh", ""),
        "required": question.required,
        "sensitive": question.sensitive,
        "choices": write_choices(form.choices_of(question)),
        "relevant": question.relevant,
        "constraint": question.constraint,
        "refused": question.refused.get("zh", ""),
        "calculation": question.calculation,
        "name": question.name,
    }
