"""What the law says about the sources of a budget: classes they pay for, and what goes beyond."""

from collections.abc import Mapping

from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import class_titles
from jiugai.planning.money.budget import EVERY_CLASS, source_title
from jiugai.policy.entries import Works
from jiugai.policy.funding import Funding, Payer, Source

Payers = Mapping[Source, Payer]


def lawful_classes(source: Source, payers: Payers) -> frozenset[Works]:
    """Return the classes that a text lets a source pay; every class where none speaks of it."""
    payer = payers.get(source)
    return EVERY_CLASS if payer is None else payer.classes


def taken_from_law(source: Source, payers: Payers) -> str:
    """Return that a line which names no classes takes those of the law, or "" if none speaks."""
    payer = payers.get(source)
    if payer is None:
        return ""
    return _("{source}资金没有写明可用于哪类，按条文用于{classes}（{said}）。").format(
        source=source_title(source),
        classes=class_titles(payer.classes),
        said=_said(payer.said),
    )


def beyond_law(source: Source, classes: frozenset[Works], payers: Payers) -> str:
    """Return that a line names classes which no text gives to its source, or "" if all is well.

    No text forbids it, so that the line is used as it stands.
    """
    payer = payers.get(source)
    beyond = classes - lawful_classes(source, payers)
    if payer is None or not beyond:
        return ""
    return _(
        "{source}资金写明可用于{beyond}，但条文对{source}资金说的是：{said}；"
        "条文没有禁止，已照表使用，请核对。"
    ).format(
        source=source_title(source),
        beyond=class_titles(beyond),
        said=_said(payer.said),
    )


def _said(statements: tuple[Funding, ...]) -> str:
    return listed(
        (_("{says}，{clause}").format(says=_(one.says), clause=one.clause) for one in statements),
        "；",
    )
