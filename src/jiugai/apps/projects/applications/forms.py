"""Forms of applications: what is applied for, what a desk decides, what is looked for."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.applications.chain import Move
from jiugai.apps.projects.applications.menu import Part
from jiugai.apps.projects.models import Application, Body, Desk, Verb
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as in_words

Form = TypeVar("Form", bound=forms.Form)


def check(form: forms.Form) -> dict[str, Any]:
    """Return what was typed into a form; raises Refusal if some of it does not fit."""
    if not form.is_valid():
        raise Refusal(gettext("有内容不合要求，请按提示改正；其余内容都还在。"))
    return form.cleaned_data


def renewed(form: Form, version: int) -> Form:
    """Return a form with all that was typed and the newest version, for a second look."""
    if isinstance(form.data, QueryDict):
        form.data = form.data.copy()
        form.data["version"] = str(version)
    return form


def _homes(label: Any, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=hint, required=False, min_value=0, max_value=100_000
    )


class ApplicationForm(forms.Form):
    """What a body says when it applies; nothing must be filled in to keep it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    body = forms.ChoiceField(
        label=_("申请主体"), choices=[("", _("请选择")), *Body.choices], required=False
    )
    body_name = forms.CharField(
        label=_("申请主体名称"),
        max_length=120,
        required=False,
        help_text=_("如“玉兰里社区居民委员会”"),
    )
    asked_on = forms.DateField(
        label=_("征求意见截止日"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    asked_how = forms.CharField(
        label=_("征求意见的方式"),
        max_length=300,
        required=False,
        help_text=_("如入户、问卷、业主大会"),
    )
    households = _homes(_("总户数（户）"))
    answered = _homes(_("参与户数（户）"))
    agreeing = _homes(_("同意户数（户）"))
    wishes = forms.CharField(
        label=_("申请理由和居民诉求"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    items = forms.MultipleChoiceField(
        label=_("想改造的内容"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any = None, *, application: Application, menu: Sequence[Part]
    ) -> None:
        initial = {name: getattr(application, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        known = {item.id: in_words(item.title) for part in menu for item in part.items}
        kept = {one: one for one in application.items if one not in known}
        field = self.fields["items"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [*known.items(), *kept.items()]
        self.menu = menu

    @property
    def parts(self) -> list[tuple[Part, bool]]:
        """Return the parts of the menu, and whether each is open: the first, and those in use."""
        return [
            (part, at == 0 or any(item.id in self.chosen for item in part.items))
            for at, part in enumerate(self.menu)
        ]

    @property
    def chosen(self) -> set[str]:
        """Return the items that are ticked."""
        return set(self["items"].value() or ())

    @property
    def values(self) -> dict[str, Any]:
        """Return what was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class DecisionForm(forms.Form):
    """What a desk decides, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verb = forms.ChoiceField(label=_("办理结果"), choices=Verb.choices, required=False)
    to = forms.ChoiceField(label=_("退回给"), choices=Desk.choices, required=False)
    opinion = forms.CharField(
        label=_("意见"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self, data: Any = None, *, application: Application, moves: Sequence[Move] = ()
    ) -> None:
        super().__init__(data, initial={"version": application.version})
        back = [one.after for one in moves if one.verb == Verb.RETURN]
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(desk.value, desk.label) for desk in back]


class WithdrawForm(forms.Form):
    """Why an application is taken back."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("撤回的原因"), max_length=300, required=False)


class Filters(forms.Form):
    """Filters of the list of applications; what cannot be read is left out."""

    q = forms.CharField(label=_("编号、小区或申请主体"), max_length=60, required=False)
    desk = forms.ChoiceField(
        label=_("办理环节"), choices=[("", _("全部")), *Desk.choices], required=False
    )
    mine = forms.BooleanField(label=_("等我办理"), required=False)
    overdue = forms.BooleanField(label=_("已超期"), required=False)
    over = forms.BooleanField(label=_("含已办结"), required=False)
