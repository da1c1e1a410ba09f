"""What is sensitive in an answer is sealed, hidden from the staff, and opened with a reason."""

import ast
import importlib
import io
from dataclasses import replace
from types import SimpleNamespace

import openpyxl
import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.seal import HIDDEN
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.services.documents import path_of
from jiugai.apps.surveys.models import Answer, AnswerFile, Submission
from jiugai.apps.surveys.results.counting import counted
from jiugai.apps.surveys.visits.views import Typed, _differences
from jiugai.asking.form import Kind, Question
from jiugai.asking.sensitive import CONSENT, NO, YES
from tests.apps.conftest import DISTRICT
from tests.apps.surveys.conftest import form
from tests.repo.files import modules, tree

pytestmark = pytest.mark.django_db
ILL = "奶奶卧床"
SAID = {"agrees": "yes", "wants": "xc18.menu.lift", CONSENT: YES, "ill": ILL, "proof": "p1"}


@pytest.fixture
def survey(asking):
    """Return a running survey that asks who is ill, and for a picture of it."""
    plain = form()
    more = (
        Question("ill", Kind.TEXT, {"zh": "家里谁有病？"}, sensitive=True),
        Question("proof", Kind.IMAGE, {"zh": "证明"}, sensitive=True),
    )
    return asking.running(asked=replace(plain, parts=(*plain.parts, *more)))


@pytest.fixture
def answer(asking, survey):
    """Return an answer that says who is ill."""
    return asking.answer(survey, 0, SAID, at=timezone.now())


@pytest.fixture
def sheet(survey, answer):
    """Return the address of the sheet of the flat."""
    return f"/surveys/{survey.pk}/homes/{answer.household_id}"


@pytest.fixture
def waiting(answer, people):
    """Return what a collector handed in besides, of the same flat."""
    with scope(DISTRICT):
        made = Submission(
            survey=answer.survey, version=answer.version, division=answer.division,
            household=answer.household, instance="uuid:2", digest="2", state="waiting",
            by=people["clerk"], received_at=timezone.now(),
        )  # fmt: skip
        made.keep(SAID | {"ill": "爷爷卧床"})
        made.save()
    return made


def now():
    """Return the only answer as it is kept now."""
    with scope(DISTRICT):
        return Answer.objects.select_related("version").get()


def opening(client, thing, reason="核对入户安排"):
    """Ask for what is sealed of an answer or a submission."""
    return client.post(f"/sealed/{thing._meta.label_lower}/{thing.pk}/sealed", {"reason": reason})


def test_in_the_database_nothing_sensitive_lies_open(answer):
    with scope(DISTRICT), connection.cursor() as cursor:
        cursor.execute("SELECT values::text, sealed FROM surveys_answer")
        ((values, sealed),) = cursor.fetchall()

    assert "ill" not in values
    assert "p1" not in values
    assert ILL.encode() not in bytes(sealed)
    assert now().said == answer.said
    assert now().said["ill"] == ILL
    assert str(now().sealed) == HIDDEN


def test_nothing_writes_answers_past_what_seals_them():
    made = {
        f"{name}:{node.lineno}"
        for name in modules("src")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Answer", "Submission")
        if any(one.arg in ("values", "sealed") for one in node.keywords)
    }
    written = {
        f"{name}:{node.lineno}"
        for name in modules("src")
        if name.startswith(("src/jiugai/apps/surveys/", "src/jiugai/site/"))
        if not name.startswith("src/jiugai/apps/surveys/migrations/")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Assign | ast.AugAssign)
        for target in ast.walk(node)
        if isinstance(target, ast.Attribute) and isinstance(target.ctx, ast.Store)
        if target.attr in ("values", "sealed")
        and ast.unparse(target.value) not in ("self", "typed")
    }

    assert not made | written, "Answers are taken over with `keep`."


def test_a_sheet_says_that_it_is_answered_and_not_how(signed_in, sheet):
    page = signed_in("clerk").get(sheet).text

    assert ILL not in page
    assert "已经填了，不在这里显示" in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({CONSENT: YES, "ill": ""}, ILL),
        ({CONSENT: YES, "ill": "爷爷"}, "爷爷"),
        ({CONSENT: NO, "ill": ""}, None),
        ({CONSENT: NO, "ill": "爷爷"}, None),
    ],
)
def test_a_blank_leaves_what_was_not_shown_and_refusing_erases_it(
    signed_in, sheet, answer, typed, kept
):
    said = {"agrees": "yes", "wants": "xc18.menu.lift", "revision": answer.revision, "do": "save"}
    assert signed_in("clerk").post(sheet, said | typed).status_code == 302

    assert now().said.get("ill") == kept
    assert (now().sealed is None) == (kept is None)


def test_what_was_typed_just_now_stays_where_the_sheet_is_refused(signed_in, sheet):
    said = {"agrees": "yes", CONSENT: YES, "ill": "爷爷", "revision": 0, "do": "save"}
    refused = signed_in("clerk").post(sheet, said)

    assert refused.status_code == 422
    assert "爷爷" in refused.text
    assert f"已存“{HIDDEN}”，您填“爷爷”" in refused.text
    assert ILL not in refused.text


def test_where_two_saved_at_once_only_what_was_typed_is_compared_in_words(survey):
    typed = Typed(SAID | {"agrees": "no"}, {}, {}, {"agrees"})
    with scope(DISTRICT):
        found = _differences(survey.current.form, SAID | {"ill": "爷爷卧床"}, typed)

    assert ("家里谁有病？", HIDDEN, HIDDEN) in found
    assert "卧床" not in str(found)


def test_it_is_opened_with_a_reason_in_words_and_the_record_says_so(signed_in, answer):
    client = signed_in("clerk")
    assert ILL not in opening(client, answer, "看").text
    page = opening(client, answer)

    assert "家里谁有病？：奶奶卧床" in page.text
    with scope(DISTRICT):
        line = Line.objects.get(action="accounts.sensitive_opened")
    assert (line.subject, line.subject_id, line.reason) == (
        "surveys.answer", str(answer.pk), "核对入户安排",
    )  # fmt: skip
    assert ILL not in str(line.detail)


@pytest.mark.parametrize("who", ["designer", "city_officer", "stranger"])
def test_who_may_not_open_sensitive_values_reads_nothing(signed_in, answer, who):
    refused = opening(signed_in(who), answer)

    assert refused.status_code in (403, 404)
    assert ILL not in refused.text


def test_who_decides_between_two_sheets_sees_that_they_differ(signed_in, waiting):
    client = signed_in("clerk")
    page = client.get(f"/submissions/{waiting.pk}").text
    assert f"≠ {HIDDEN}" in page
    assert "卧床" not in page
    assert "爷爷卧床" in opening(client, waiting).text

    client.post(f"/submissions/{waiting.pk}", {"do": "take"})
    assert now().said["ill"] == "爷爷卧床"
    assert "ill" not in now().values


def test_a_workbook_and_the_results_tell_that_it_is_answered_and_not_how(
    signed_in, survey, answer
):
    client = signed_in("clerk")
    page = client.get(f"/surveys/{survey.pk}/results").text
    file = client.post(f"/surveys/{survey.pk}/export")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(file.streaming_content)))
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row}

    assert ILL not in page
    assert HIDDEN in cells
    assert not any(ILL in cell for cell in cells)
    with scope(DISTRICT):
        (tally,) = (one for one in counted(survey).tallies if one.question.name == "ill")
    assert (tally.answered, tally.texts) == (1, ())


def test_a_picture_of_it_is_handed_out_once_the_answer_was_opened(signed_in, answer):
    digest = "a" * 64
    default_storage.save(path_of(digest), ContentFile(b"picture"))
    with scope(DISTRICT):
        found = AnswerFile.objects.create(
            answer=answer, household=answer.household, division=answer.division, said="p1",
            kind="image/png", sha256=digest, size=7,
        )  # fmt: skip
    client = signed_in("clerk")
    closed = client.get(found.get_absolute_url())
    assert closed.status_code == 403
    assert "先写明理由" in closed.text

    opening(client, answer)
    assert b"".join(client.get(found.get_absolute_url()).streaming_content) == b"picture"
    assert signed_in("district_officer").get(found.get_absolute_url()).status_code == 403


def test_answers_that_were_kept_open_before_are_sealed(survey, answer, asking):
    plain = asking.answer(survey, 1, {"agrees": "no", CONSENT: NO}, at=timezone.now())
    migration = importlib.import_module("jiugai.apps.surveys.migrations.0006_sealed")
    editor = SimpleNamespace(connection=SimpleNamespace(alias="default"))
    with scope(DISTRICT):
        Answer.objects.filter(pk=answer.pk).update(values=answer.said, sealed=None)
        migration.seal_what_is_sensitive(apps, editor)
        sealed = Answer.objects.get(pk=answer.pk)
        assert "ill" not in sealed.values
        assert sealed.said == answer.said
        assert Answer.objects.get(pk=plain.pk).sealed is None

        migration.open_again(apps, editor)
        assert Answer.objects.get(pk=answer.pk).values == answer.said
