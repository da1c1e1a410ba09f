"""Words of the import's screens."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.census.issues import IssueKind

register = template.Library()

KINDS: dict[IssueKind, str | Promise] = {
    IssueKind.UNREADABLE: _("读不懂"),
    IssueKind.OUT_OF_RANGE: _("超出范围"),
    IssueKind.DOUBTFUL: _("可疑"),
    IssueKind.APPROXIMATE: _("约数"),
    IssueKind.SEVERAL: _("一格几个值"),
    IssueKind.SERIAL: _("日期写成序号"),
    IssueKind.FORMULA: _("公式没有算出"),
    IssueKind.BROKEN_TEXT: _("乱码"),
    IssueKind.MERGED: _("合并单元格"),
    IssueKind.PRECISION: _("编号被截短"),
    IssueKind.BLANK: _("空行"),
    IssueKind.ELSEWHERE: _("不在本区划"),
    IssueKind.NO_KEY: _("没有编号和名称"),
    IssueKind.FOOTER: _("合计行"),
    IssueKind.REMARK: _("说明文字"),
    IssueKind.EXAMPLE: _("示例行"),
    IssueKind.REPEATED_HEADING: _("重复的标题"),
    IssueKind.SHIFTED: _("错位的行"),
    IssueKind.QUOTES: _("引号不配对"),
    IssueKind.DUPLICATE: _("重复的行"),
    IssueKind.CONFLICT: _("前后不一致"),
    IssueKind.AMBIGUOUS: _("不知是哪个小区"),
    IssueKind.ORPHAN: _("楼栋找不到小区"),
    IssueKind.POSSIBLE_DUPLICATE: _("可能重复"),
    IssueKind.UNKNOWN_DIVISION: _("区划不认识"),
    IssueKind.NO_DIVISION: _("没有区划"),
    IssueKind.SWAPPED: _("经纬度写反"),
    IssueKind.OUTSIDE_DISTRICT: _("坐标不在本区"),
    IssueKind.DATUM: _("坐标系"),
    IssueKind.HEADING: _("标题"),
    IssueKind.UNMAPPED: _("没有认出的列"),
    IssueKind.SHEET_SKIPPED: _("没有读的工作表"),
}
PARTS: dict[str, str | Promise] = {
    "new": _("新增"),
    "changed": _("变更"),
    "conflicting": _("冲突"),
    "unchanged": _("不变"),
    "gone": _("这一版没有"),
}
SEVERITIES: dict[str, str | Promise] = {
    "error": _("【未读】"),
    "warning": _("【请核对】"),
    "note": _("【提示】"),
}


@register.filter
def issue_kind(kind: str) -> str:
    """Return what a kind of issue is called."""
    return str(KINDS[IssueKind(kind)])


@register.filter
def preview_part(part: str) -> str:
    """Return what a part of the preview is called."""
    return str(PARTS[part])


@register.filter
def severity(word: str) -> str:
    """Return what a severity is called."""
    return str(SEVERITIES[word])


@register.simple_tag
def chosen(typed: Mapping[str, str], what: str, field: str, found: str) -> str:
    """Return what was typed for a column, else what was found."""
    return typed.get(f"{what}-{field}", found)
