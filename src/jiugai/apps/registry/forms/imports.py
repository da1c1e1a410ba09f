"""Forms of the import: files, settling."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.registry.services.settle import KEPT, OFFERED, OTHER


class SeveralFiles(forms.FileField):
    """A field that takes one or more files."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the files as a list."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFiles, self).clean(one, initial) for one in files]


class FilesInput(forms.ClearableFileInput):
    """An input for several files."""

    allow_multiple_selected = True


class UploadForm(forms.Form):
    """Ledgers and, if there are any, outlines of districts."""

    files = SeveralFiles(  # type: ignore[assignment] # Django keeps fields apart
        label=_("台账文件"),
        widget=FilesInput(
            attrs={"class": "form-control", "accept": ".xlsx,.xls,.csv,.json,.geojson"}
        ),
        help_text=_(
            "xlsx、xls 或 csv，可一次选几个；另有区界（GeoJSON）也可一起选。每个不超过 512 MB。"
        ),
        error_messages={"required": _("请选择至少一个台账文件。")},
        max_length=300,
        allow_empty_file=True,
    )


class SettleForm(forms.Form):
    """Which value holds, and why."""

    take = forms.ChoiceField(
        label=_("以哪个为准"),
        choices=[(KEPT, _("保留现值")), (OFFERED, _("采用新值")), (OTHER, _("另填一个值"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择保留、采用或另填一个值。")},
    )
    other = forms.CharField(label=_("另填的值"), required=False, max_length=300)
    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        error_messages={"required": _("请写明理由，比如核对了哪份原件。")},
    )
