"""Forms of owners' bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.owners.bodies.services import STEPS, Said
from jiugai.apps.owners.forms import choice_field, day_field, file_field, text_field
from jiugai.apps.owners.models import OwnersBody, Post, Seat, Side, Verb
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Estate

WHICH = [
    ("", _("全部小区")),
    ("none", _("没有业主组织")),
    ("forming", _("正在筹备")),
    ("formed", _("已组建")),
    ("unfiled", _("待备案")),
    ("over", _("任期已满")),
]


class FormBodyForm(forms.Form):
    """Which body was formed, when, and for how long."""

    kind = choice_field(_("种类"), OwnersBody.Kind.choices)
    name = text_field(_("名称"), required=False, help_text=_("不填就用小区名加种类。"))
    size = forms.IntegerField(
        label=_("组成人数"),
        min_value=1,
        max_value=99,
        help_text=_("不含候补委员。业委会五人以上单数，物管会七人以上单数。"),
    )
    formed_on = day_field(_("成立（选举产生）日"))
    term_until = day_field(_("任期届满日"), required=False)
    ground = choice_field(_("组建物管会的理由"), OwnersBody.Ground.choices, empty=_("不是物管会"))
    vote = forms.ModelChoiceField(
        Vote.objects.none(),
        label=_("选举的表决"),
        required=False,
        empty_label=_("不在本系统表决"),
        help_text=_("已公示通过的业主委员会选举。"),
    )
    words = text_field(_("说明"), most=300, required=False)
    file = file_field(_("会议记录、成立证明等"))

    def __init__(self, *args: Any, estate: Estate, **more: Any) -> None:
        super().__init__(*args, **more)
        elections = Vote.objects.filter(
            estate=estate, matter=Vote.Matter.ELECT, state=Vote.State.PUBLISHED
        )
        self.fields["vote"].queryset = elections  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    """Who sits on a body; the names are put up in the estate, as BPM has it."""

    name = text_field(_("姓名"), most=60, help_text=_("依法公示的姓名；不写电话和住址。"))
    post = choice_field(_("职务"), Post.choices)
    side = choice_field(_("身份"), Side.choices)
    since = day_field(_("自"))

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="seat_%s", **more)


class UnseatForm(forms.Form):
    """Who leaves, when and why (BPM 46)."""

    seat = forms.ModelChoiceField(Seat.objects.none(), label=_("谁"), empty_label=None)
    until = day_field(_("离任日"))
    why = choice_field(_("原因"), Seat.Why.choices)

    def __init__(self, data: Any = None, *, body: OwnersBody, **more: Any) -> None:
        super().__init__(data, auto_id="unseat_%s", **more)
        seats = Seat.objects.filter(body=body, until=None)
        self.fields["seat"].queryset = seats  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """A step of a body."""

    verb = forms.ChoiceField(label=_("事项"))
    day = day_field(_("日期"))
    number = text_field(_("备案号"), most=60, required=False, help_text=_("予以备案时填写。"))
    words = text_field(_("说明"), most=300, required=False)
    file = file_field()

    def __init__(
        self, data: Any = None, files: Any = None, *, body: OwnersBody, **more: Any
    ) -> None:
        super().__init__(data, files, auto_id="step_%s", **more)
        steps = [(verb.value, verb.label) for verb in STEPS[body.kind]]
        self.fields["verb"].choices = steps  # type: ignore[attr-defined]
        if body.due_verb in Verb.values:
            self.fields["verb"].initial = body.due_verb

    def said(self) -> Said:
        """Return what was said of the step."""
        said = self.cleaned_data
        return Said(said["day"], said["words"], said["file"], said["number"])


class EndForm(forms.Form):
    """Why and when a body ended."""

    why = choice_field(_("原因"), OwnersBody.End.choices)
    day = day_field(_("结束日"))
    words = text_field(_("说明"), most=300, required=False)
    file = file_field()

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="end_%s", **more)

    def said(self) -> Said:
        """Return what was said of the end."""
        said = self.cleaned_data
        return Said(said["day"], said["words"], said["file"])
