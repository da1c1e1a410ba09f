"""The consent that a survey asks for before its sensitive questions, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import Consent
from jiugai.apps.participation.privacy import consents
from jiugai.apps.participation.privacy.files import let_go
from jiugai.apps.participation.privacy.keeping import days_of
from jiugai.apps.surveys.models import Answer, AnswerFile, Purpose, Submission, Survey
from jiugai.apps.surveys.privacy.keys import ANSWERS
from jiugai.asking.answering import completed
from jiugai.asking.form import Form, Words, say
from jiugai.asking.sensitive import CONSENT, NO, YES, sensitive_of, with_consent, without_sensitive
from jiugai.kernel.i18n import listed

ABOUT: Final = "survey"
_LANGUAGES: Final = {"zh": "zh-hans", "en": "en"}
_ASKED: Final = gettext_lazy("下面要问{questions}，属于敏感信息。您同意回答吗？")
_WHY: Final = gettext_lazy(
    "只用于“{purpose}”，问卷截止 {days} 天后自动删除。不同意就跳过这些，别的照样答。"
    "同意了也可以随时在“我家的信息”里收回，收回就删去。"
)


def published(survey: Survey) -> Form:
    """Return the form of a survey as it is asked: before what is sensitive comes the consent."""
    form = survey.drafted
    return with_consent(
        form,
        label=_in_each(lambda tongue: str(_ASKED).format(questions=_questions(form, tongue))),
        hint=_in_each(
            lambda _tongue: str(_WHY).format(purpose=_purpose(survey), days=days_of(ANSWERS))
        ),
        choices=(_in_each(lambda _tongue: _("同意")), _in_each(lambda _tongue: _("不同意"))),
    )


def _purpose(survey: Survey) -> str:
    """Return what the answers are for; a survey that is none of the usual says it in its title."""
    is_usual = survey.purpose != Purpose.OTHER
    return str(survey.get_purpose_display()) if is_usual else survey.title


def _in_each(text: Any) -> Words:
    found = {}
    for tongue, language in _LANGUAGES.items():
        with override(language):
            found[tongue] = str(text(tongue))
    return found


def _questions(form: Form, tongue: str) -> str:
    """Return what the sensitive questions ask, in the language that is spoken just now."""
    found = (say(one.label, tongue) or one.name for one in sensitive_of(form))
    return listed(_("“{question}”").format(question=one) for one in found)


def with_consent_noted(
    answer: Answer, values: Mapping[str, Any], *, channel: str, by: Person | None, at: datetime
) -> dict[str, Any]:
    """Return answers as they may be kept, after writing down what was said to the consent.

    Answers to sensitive questions that nobody consented to are left out.
    """
    form = answer.version.form
    asked = form.question(CONSENT)
    said = values.get(CONSENT)
    if asked is None or said not in (YES, NO):
        return dict(values) if asked is None else without_sensitive(form, values)
    consents.say(
        about=consents.About(answer.household, ABOUT, answer.survey_id, answer.person),
        title=answer.survey.title,
        words=f"{say(asked.label, 'zh')}\n{say(asked.hint, 'zh')}",
        is_given=said == YES,
        channel=channel,
        by=by,
        at=at,
    )
    return dict(values) if said == YES else without_sensitive(form, values)


@consents.follows_revoking(ABOUT)
def forget_sensitive(consent: Consent, _at: datetime) -> None:
    """Erase the answers that rested on a consent, those of collectors too, with pictures."""
    own = {
        "survey": consent.about_id,
        "household": consent.household_id,
        "person": consent.person,
    }
    for answer in Answer.objects.select_for_update(of=("self",)).filter(**own):
        form = answer.version.form
        values = without_sensitive(form, answer.said)
        _drop_pictures(AnswerFile.objects.filter(answer=answer), form, answer.said)
        if answer.done_at is not None:
            values = completed(form, values, on=timezone.localdate(answer.done_at))
        answer.keep(values)
        answer.revision += 1
        answer.save(update_fields=["values", "sealed", "revision"])
    for one in Submission.objects.select_for_update(of=("self",)).filter(**own):
        form = one.version.form
        _drop_pictures(AnswerFile.objects.filter(submission=one), form, one.said)
        one.keep(without_sensitive(form, one.said))
        one.save(update_fields=["values", "sealed"])


def _drop_pictures(found: Any, form: Form, values: Mapping[str, Any]) -> None:
    names = {one.name for one in sensitive_of(form)}
    rows = [row for value in values.values() if isinstance(value, list) for row in value]
    said = [text for row in (values, *rows) for name, text in row.items() if name in names]
    gone = found.filter(said__in=[str(one) for one in said])
    digests = list(gone.values_list("sha256", flat=True))
    gone.delete()
    let_go(digests)
