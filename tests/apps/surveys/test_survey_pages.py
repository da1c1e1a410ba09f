"""Staff write, visit, type and read surveys; households answer them on a phone."""

import io
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.models import Answer, AnswerFile, Survey
from jiugai.apps.surveys.residents import views
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_home(client, asking):
    """Return a client at home in the first flat."""
    with scope(DISTRICT):
        client.cookies["household"] = _begin(asking.home(0), timezone.now())
    return client


def text(answer):
    return answer.content.decode()


def test_a_household_answers_one_question_a_screen_and_hands_in(at_home, asking):
    survey = asking.running()
    base = f"/r/s/{survey.pk}"
    assert "问需于民" in text(at_home.get("/r/"))
    assert f"{base}/1/q/first" in text(at_home.get(base))
    first = at_home.get(f"{base}/1/q/first", follow=True)
    assert "第 1 题，共 3 题" in text(first)

    wants = at_home.post(f"{base}/1/q/wants", {"answer": ["xc18.menu.lift"]})
    assert wants.url == f"{base}/1/q/agrees"
    why = at_home.post(f"{base}/1/q/agrees", {"answer": "no"})
    assert why.url == f"{base}/1/q/why"
    assert f"{base}/1/q/agrees" in text(at_home.get(why.url))  # back is always possible
    more = at_home.post(why.url, {"answer": "吵"})
    assert more.url == f"{base}/1/q/windows~more"
    width = at_home.post(more.url, {"more": "yes"})
    assert width.url == f"{base}/1/q/windows~0~width"
    photo = at_home.post(width.url, {"answer": "1.2"})
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    again = at_home.post(photo.url, {"answer": SimpleUploadedFile("a.png", file.getvalue())})
    assert again.url == f"{base}/1/q/windows~more"
    end = at_home.post(again.url, {"more": "no"})
    assert end.url == f"{base}/1/end"
    assert "吵" in text(at_home.get(end.url))
    assert at_home.post(end.url).url == base

    (kept,) = asking.kept(survey)
    assert kept.state == Answer.State.DONE
    assert kept.values["windows"][0]["width"] == "1.2"
    with scope(DISTRICT):
        assert AnswerFile.objects.get().said == kept.values["windows"][0]["photo"]
    assert "您家已作答" in text(at_home.get("/r/"))


def test_an_answer_that_does_not_fit_is_asked_again_and_kept_on_the_page(at_home, asking):
    survey = asking.running()
    at_home.post(f"/r/s/{survey.pk}/1/q/windows~more", {"more": "yes"})
    answer = at_home.post(f"/r/s/{survey.pk}/1/q/windows~0~width", {"answer": "宽"})

    assert answer.status_code == 422
    assert "请填数字" in text(answer)
    assert 'value="宽"' in text(answer)


def test_what_is_missing_is_named_before_it_is_handed_in(at_home, asking):
    survey = asking.running()
    at_home.post(f"/r/s/{survey.pk}/1/q/wants", {"answer": []})
    answer = at_home.post(f"/r/s/{survey.pk}/1/end")

    assert answer.status_code == 422
    assert "“同意吗？”：这一题要回答" in text(answer)


def test_a_household_reads_only_surveys_of_its_estate_that_are_published(at_home, asking):
    draft = asking.drafted()

    assert at_home.get(f"/r/s/{draft.pk}").status_code == 404
    assert at_home.get("/r/s/999999").status_code == 404
    assert at_home.get(f"/r/s/{asking.running().pk}/2/q/first").status_code == 404


def test_a_result_is_shown_to_households_once_it_is_announced(at_home, asking):
    survey = asking.opened()
    asking.answer(survey, 3, {"agrees": "no", "why": "别的家写的话"})
    asking.closed(survey)
    assert at_home.get(f"/r/s/{survey.pk}/result").status_code == 404
    with scope(DISTRICT):
        services.announce(pk=survey.pk, by=asking.clerk, on=survey.closes_on)

    page = text(at_home.get(f"/r/s/{survey.pk}/result"))
    assert "1/12 户作答（8.3%）" in page
    assert "别的家写的话" not in page


def test_haste_is_slowed_down(at_home, asking, monkeypatch):
    monkeypatch.setattr(views, "PACE", 1)
    survey = asking.running()
    answers = [at_home.post(f"/r/s/{survey.pk}/1/q/agrees", {"answer": "yes"}) for _n in range(2)]

    assert "太快了" in text(answers[-1])


def test_a_clerk_drafts_a_survey_from_a_template_and_publishes_it(signed_in, asking):
    client = signed_in("clerk")
    today = timezone.localdate()
    said = {
        "purpose": "visit", "title": "入户", "per": "household",
        "opens_on": today, "closes_on": today + timedelta(days=9),
    }  # fmt: skip
    made = client.post(f"/estates/{asking.estate.pk}/surveys/new", said)
    published = client.post(f"{made.url}/publish", follow=True)

    assert "常住几口人" in text(published)
    assert "第 1 版" in text(published)
    with scope(DISTRICT):
        assert Survey.objects.get().state == "open"


def test_questions_are_added_changed_moved_and_removed_by_plain_forms(signed_in, asking):
    survey, client = asking.drafted(), signed_in("clerk")
    base = f"/surveys/{survey.pk}/questions"
    said = {
        "kind": "select_one",
        "zh": "几层？",
        "name": "floor",
        "choices": "一层\n二层 | Second",
    }
    assert client.post(f"{base}/new", said).url == base
    client.post(f"{base}/floor", said | {"zh": "住几层？", "choices": "low = 低\nhigh = 高"})
    client.post(f"{base}/floor/do", {"do": "up"})
    client.post(f"{base}/why/do", {"do": "remove"})

    form = asking.now(survey).drafted
    assert [one.name for one in form.parts] == ["wants", "agrees", "floor", "windows"]
    assert form.question("floor").label["zh"] == "住几层？"
    assert [one.name for one in form.choices_of(form.question("floor"))] == ["low", "high"]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"name": "agrees"}, "重名"),
        ({"relevant": "${nobody} = 1"}, "没有叫“nobody”的题"),
        ({"kind": "select_one"}, "请写出选项"),
        ({"constraint": "pulldata(1)"}, "不支持“pulldata”"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_what_was_typed(
    signed_in, asking, said, says
):
    survey, client = asking.drafted(), signed_in("clerk")
    first = {"kind": "text", "zh": "什么？", "name": "what"}
    answer = client.post(f"/surveys/{survey.pk}/questions/new", first | said)

    assert answer.status_code == 422
    assert says in text(answer)
    assert "什么？" in text(answer)


def workbook(*rows):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("survey")
        for number, row in enumerate([("type", "name", "label"), *rows]):
            sheet.write_row(number, 0, row)
    return SimpleUploadedFile("form.xlsx", file.getvalue())


def test_an_uploaded_workbook_takes_the_place_of_the_questions(signed_in, asking):
    survey, client = asking.drafted(), signed_in("clerk")
    answer = client.post(f"/surveys/{survey.pk}/upload", {"file": workbook(("text", "a", "姓名"))})

    assert answer.status_code == 302
    assert [one.name for one in asking.now(survey).drafted.questions()] == ["a"]


def test_a_workbook_that_cannot_be_used_is_refused_by_cell(signed_in, asking):
    survey, client = asking.drafted(), signed_in("clerk")
    answer = client.post(
        f"/surveys/{survey.pk}/upload", {"file": workbook(("geopoint", "a", "在哪"))}
    )

    assert answer.status_code == 422
    assert "survey A2 “geopoint” 不支持这种题" in text(answer)
    assert asking.now(survey).drafted == survey.drafted


def test_a_clerk_saves_a_visit_adds_a_window_and_finishes(signed_in, asking):
    survey, client = asking.running(), signed_in("clerk")
    path = f"/surveys/{survey.pk}/homes/{asking.home(0).pk}"
    client.post(path, {"revision": "0", "agrees": "yes", "do": "more:windows"})
    page = text(client.get(path))
    revision = page.partition('name="revision" value="')[2].partition('"')[0]
    done = client.post(
        path,
        {"revision": revision, "agrees": "yes", "windows~0~width": "1.5", "do": "finish"},
    )

    assert done.url.startswith(f"/surveys/{survey.pk}/homes?building=")
    (kept,) = asking.kept(survey)
    assert kept.values == {"agrees": "yes", "windows": [{"width": "1.5"}]}
    assert "1/4 户已完成" in text(client.get(done.url))


def test_two_clerks_at_one_flat_see_what_the_other_wrote(signed_in, asking):
    survey, client = asking.running(), signed_in("clerk")
    path = f"/surveys/{survey.pk}/homes/{asking.home(0).pk}"
    client.post(path, {"revision": "0", "agrees": "yes", "do": "save"})
    answer = client.post(path, {"revision": "0", "agrees": "no", "do": "save"})

    assert answer.status_code == 422
    assert "同意吗？：已存“同意”，您填“不同意”" in text(answer)
    assert asking.kept(survey)[0].values["agrees"] == "yes"


def test_paper_is_typed_by_codes_and_wrong_ones_are_named(signed_in, asking):
    survey, client = asking.running(), signed_in("clerk")
    path = f"/surveys/{survey.pk}/typing"
    said = {"building": "1", "unit": "1", "door": "101", "codes": "1A 2Z"}
    wrong = client.post(path, said)
    assert "“2Z”：这一题没有选项 Z" in text(wrong)
    assert asking.kept(survey) == []

    assert client.post(path, said | {"codes": "1A 2A"}).status_code == 302
    (kept,) = asking.kept(survey)
    assert (kept.channel, kept.values["agrees"]) == ("paper", "yes")
    twice = client.post(path, said | {"codes": "1A 2B"})
    assert "要代替的，勾选" in text(twice)
    client.post(path, said | {"codes": "1A 2B 3=吵", "replaces": "on"})
    assert asking.kept(survey)[0].values["why"] == "吵"


def test_the_results_can_be_taken_as_a_workbook_by_who_may(signed_in, asking):
    survey = asking.running()
    asking.answer(survey, 0, at=timezone.now())
    client = signed_in("clerk")
    assert "100.0%" in text(client.get(f"/surveys/{survey.pk}/results"))
    answer = client.post(f"/surveys/{survey.pk}/export")

    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_another_district_finds_nothing(signed_in, asking):
    survey, client = asking.running(), signed_in("stranger")

    assert client.get(f"/surveys/{survey.pk}").status_code == 404
    assert client.get(f"/surveys/{survey.pk}/results").status_code == 404


def test_the_satisfaction_after_the_works_stands_on_the_estates_page(signed_in, asking):
    with scope(DISTRICT):
        form = services.form_for("rating", asking.estate, title="评价", on=timezone.localdate())
    survey = asking.running(purpose="rating", title="评价", asked=form)
    grades = ["very", "rather", "not"]
    for number, grade in enumerate(grades):
        asking.answer(survey, number, {"overall": grade}, at=timezone.now())

    page = text(signed_in("clerk").get(f"/estates/{asking.estate.pk}"))
    assert "改后满意率" in page
    assert "66.7%" in page
