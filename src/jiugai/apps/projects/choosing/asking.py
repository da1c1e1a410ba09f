"""The survey in which residents choose: one question, with prices, sum and rule in its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jiugai.apps.projects.models import Choosing, ChoosingItem
from jiugai.asking.form import Choice, Form, Kind, Question, Words
from jiugai.consent.chosen_told import yuan
from jiugai.kernel.i18n import N_, in_every_language

#: What the question is called; answers to it are the ballots.
QUESTION: Final = "menu"
LIST: Final = "items"
_ASKED: Final = N_("下面这些里，您家赞成做哪些？可以选几项，也可以都不选。")
_HINT: Final = {
    Choosing.Rule.SHARES: N_(
        "一共有 {budget} 元，不一定都做得成。每户分到一样多的份额，只为自己赞成的项目出；"
        "一项由赞成它的住户凑齐就入选。多选不会吃亏。"
    ),
    Choosing.Rule.APPROVALS: N_(
        "一共有 {budget} 元，不一定都做得成。按赞成户数从多到少排，钱还够就入选。"
    ),
}
_PRICED: Final = N_("{title}（{cost} 元）")
_AT_BUILDING: Final = N_("{building} {title}（{cost} 元）")


def form_of(choosing: Choosing, items: Sequence[ChoosingItem]) -> Form:
    """Return the form that asks which items a household approves."""
    question = Question(
        QUESTION,
        Kind.MANY,
        _said(_ASKED),
        hint=_said(_HINT[Choosing.Rule(choosing.rule)], budget=yuan(choosing.budget_cents)),
        choices=LIST,
    )
    return Form(choosing.survey.title, (question,), {LIST: tuple(_choice(one) for one in items)})


def _choice(item: ChoosingItem) -> Choice:
    titles = _both(item.title)
    text = _AT_BUILDING if item.building else _PRICED
    more = {"building": str(item.building or ""), "cost": yuan(item.cost_cents)}
    said = {
        language: words.format(title=titles[language], **more)
        for language, words in _both(text).items()
    }
    return Choice(item.name, said)


def _said(text: str, **more: str) -> Words:
    return {language: words.format(**more) for language, words in _both(text).items()}


def _both(text: str) -> dict[str, str]:
    zh, *others = in_every_language(text)
    return {"zh": zh, "en": others[0] if others else zh}
