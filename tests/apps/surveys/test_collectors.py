"""Collectors fetch forms and hand in what they gathered, as ODK Collect sends it."""

import base64
import hashlib
import io
import re
from datetime import timedelta
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from pyxform.xls2xform import convert

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.registry.services.tokens import make_token
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.collect.xform import form_id, xform_of
from jiugai.apps.surveys.models import Answer, AnswerFile, Submission, Survey
from jiugai.asking.form import Choice, Form, Group, Kind, Question, with_parts
from jiugai.asking.workbook import xlsform_of
from jiugai.asking.xlsform import read_xlsform
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db
OPENROSA = "{http://openrosa.org/http/response}"


def forty():
    """Return a form of forty questions of every kind, some in groups, some repeated."""
    kinds = [Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.ONE, Kind.MANY]
    plain = [
        Question(
            f"q{n}",
            kinds[n % 6],
            {"zh": f"第 {n} 题", "en": f"Question {n}"},
            choices="l" if kinds[n % 6] in (Kind.ONE, Kind.MANY) else "",
        )
        for n in range(1, 31)
    ]
    rows = [Question(f"r{n}", kinds[n % 4], {"zh": f"行 {n}"}) for n in range(1, 6)]
    inner = [Question(f"g{n}", kinds[n % 4], {"zh": f"组 {n}"}) for n in range(1, 5)]
    parts = (
        *plain,
        Group("inner", {"zh": "一组"}, tuple(inner)),
        Group("rows", {"zh": "多行"}, tuple(rows), repeats=True),
        Question("photo", Kind.IMAGE, {"zh": "照片"}),
    )
    return Form("四十题", parts, {"l": tuple(Choice(f"c{n}", {"zh": f"项{n}"}) for n in range(5))})


GIVEN = {
    Kind.TEXT: "一段话 <&>",
    Kind.INTEGER: "42",
    Kind.DECIMAL: "1.25",
    Kind.DATE: "2026-11-20",
    Kind.ONE: "c1",
    Kind.MANY: "c0 c3",
}


def filled(form, survey, home, *, instance, version=1, photo="p.jpg", end=None):
    """Return the instance of a form that Collect fills in and sends."""
    instance = instance or f"uuid:{uuid4()}"
    end = end or timezone.now()

    def fields(questions):
        return "".join(
            f"<{q.name}>{GIVEN[q.kind].replace('&', '&amp;').replace('<', '&lt;')}</{q.name}>"
            for q in questions
            if q.kind in GIVEN
        )

    plain = [one for one in form.parts if isinstance(one, Question)]
    groups = {one.name: list(Form("", one.parts).questions()) for one in form.groups()}
    picture = f"<photo>{photo}</photo>" if photo else "<photo/>"
    return (
        f"<?xml version='1.0' ?><data xmlns:jr='http://openrosa.org/javarosa'"
        f" xmlns:orx='http://openrosa.org/xforms' id='{form_id(survey)}' version='{version}'>"
        f"<jiugai_start>{end.isoformat()}</jiugai_start><jiugai_end>{end.isoformat()}</jiugai_end>"
        f"<jiugai_household>{home}</jiugai_household>{fields(plain)}"
        f"<inner>{fields(groups['inner'])}</inner><rows>{fields(groups['rows'])}</rows>"
        f"<rows>{fields(groups['rows'])}</rows>{picture}"
        f"<orx:meta><orx:instanceID>{instance}</orx:instanceID></orx:meta></data>"
    )


def jpeg(kind="JPEG"):
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind)
    return file.getvalue()


class Collect:
    """A phone with ODK Collect on it."""

    def __init__(self, client, asking, username, key):
        self.client, self.asking = client, asking
        coded = base64.b64encode(f"{username}:{key}".encode()).decode()
        self.head = {"HTTP_AUTHORIZATION": f"Basic {coded}", "HTTP_X_OPENROSA_VERSION": "1.0"}

    def get(self, path):
        return self.client.get(path, **self.head)

    def send(self, xml, **files):
        """Send an instance as Collect does: HEAD first, then the parts."""
        head = self.client.head("/openrosa/submission", **self.head)
        assert head.status_code == 204
        assert int(head["X-OpenRosa-Accept-Content-Length"]) > 10_000_000
        parts = {
            "xml_submission_file": SimpleUploadedFile(
                "instance.xml", xml.encode(), content_type="text/xml"
            ),
            **{
                name.replace("_", "."): SimpleUploadedFile(name.replace("_", "."), content)
                for name, content in files.items()
            },
        }
        return self.client.post("/openrosa/submission", parts, **self.head)


@pytest.fixture
def survey(asking):
    return asking.running(purpose="visit", asked=forty())


@pytest.fixture
def collect(client, asking, people):
    """Return the phone of the clerk."""
    today = timezone.localdate()
    with scope(DISTRICT):
        _token, key = make_token(
            name="入户手机",
            scopes=["surveys.collect"],
            division=STREET,
            until=today + timedelta(days=30),
            by=viewer_of(people["clerk"], on=today),
            on=today,
        )
    return Collect(client, asking, "clerk", key)


def said(answer):
    """Return the sentence in an answer."""
    return ET.fromstring(answer.content).find(f"{OPENROSA}message").text  # noqa: S314 - our own


def sent(asking, survey, home, **more):
    form = forty()
    return filled(form, survey.pk, home.pk, instance=more.pop("instance", ""), **more)


def test_a_form_of_forty_questions_goes_out_and_comes_back_as_the_same_answers(
    collect, asking, survey
):
    listed = collect.get("/openrosa/formList")
    addresses = re.findall(r"<(downloadUrl|manifestUrl)>([^<]+)<", listed.content.decode())
    xform, manifest = (collect.get(url.partition("testserver")[2]) for _n, url in addresses)
    home = asking.home(0)
    flats = collect.get(
        re.search(r"testserver(/[^<]+)<", manifest.content.decode())[1]
    ).content.decode()

    answer = collect.send(sent(asking, survey, home), p_jpg=jpeg())

    assert listed["X-OpenRosa-Version"] == "1.0"
    assert hashlib.md5(xform.content).hexdigest() in listed.content.decode()  # noqa: S324
    assert hashlib.md5(flats.encode()).hexdigest() in manifest.content.decode()  # noqa: S324
    assert f"{home.pk},1号楼 1单元 101" in flats
    assert (answer.status_code, said(answer)) == (201, "已收到。")
    (kept,) = asking.kept(survey)
    row = {"r1": "42", "r2": "1.25", "r3": "2026-11-20", "r4": GIVEN[Kind.TEXT], "r5": "42"}
    expected = {f"q{n}": list(GIVEN.values())[n % 6] for n in range(1, 31)}
    expected |= {"g1": "42", "g2": "1.25", "g3": "2026-11-20", "g4": GIVEN[Kind.TEXT]}
    assert kept.values == expected | {"rows": [row, row], "photo": "p.jpg"}
    assert (kept.channel, kept.state) == ("collector", Answer.State.DONE)
    with scope(DISTRICT):
        assert AnswerFile.objects.get(answer=kept).kind == "image/jpeg"


def test_forty_questions_survive_a_workbook_and_pyxform_takes_them(tmp_path):
    path = tmp_path / "f.xlsx"
    path.write_bytes(xlsform_of(forty(), form_id="f", version="1"))
    reading = read_xlsform(path)

    assert reading.problems == []
    assert len(list(reading.form.questions())) == 40
    assert "/data/rows/r1" in convert(xlsform=str(path), validate=False).xform
    assert "households.csv" in xform_of(reading.form, survey=1, number=1)


def test_the_same_submission_sent_again_changes_nothing(collect, asking, survey):
    xml = sent(asking, survey, asking.home(0), photo="")
    answers = [collect.send(xml) for _time in range(3)]

    assert [one.status_code for one in answers] == [201, 201, 201]
    with scope(DISTRICT):
        assert Submission.objects.count() == 1
        assert Answer.objects.get().revision == 1


def test_pictures_may_come_in_a_second_part(collect, asking, survey):
    xml = sent(asking, survey, asking.home(0))
    collect.send(xml)
    collect.send(xml, p_jpg=jpeg())

    with scope(DISTRICT):
        assert AnswerFile.objects.get().answer == Answer.objects.get()


def test_other_answers_under_a_number_that_was_taken_are_refused(collect, asking, survey):
    number = f"uuid:{uuid4()}"
    collect.send(sent(asking, survey, asking.home(0), instance=number, photo=""))
    answer = collect.send(sent(asking, survey, asking.home(1), instance=number, photo=""))

    assert answer.status_code == 400
    assert "同一编号已交过另一份" in said(answer)


def test_a_second_visit_waits_until_somebody_decides(collect, asking, survey, signed_in):
    for _visit in range(2):
        assert collect.send(sent(asking, survey, asking.home(0), photo="")).status_code == 201
    with scope(DISTRICT):
        waiting = Submission.objects.get(state="waiting")
        assert Answer.objects.get().revision == 1
    client = signed_in("clerk")
    assert "新交来的" in client.get(f"/submissions/{waiting.pk}").content.decode()
    client.post(f"/submissions/{waiting.pk}", {"do": "take"})

    with scope(DISTRICT):
        assert Submission.objects.get(pk=waiting.pk).state == "taken"
        assert Answer.objects.get().revision == 2


def test_a_second_sheet_is_shown_beside_that_of_the_same_person(asking, signed_in, people):
    survey = asking.opened(per="person")
    first = asking.answer(survey, 0, {"agrees": "no"})
    asking.answer(survey, 0, {"agrees": "yes"}, person=2)
    with scope(DISTRICT):
        waiting = Submission.objects.create(
            survey=survey, version=first.version, division=survey.division,
            household=first.household, person=2, instance="uuid:2", digest="2",
            values={"agrees": "yes"}, state="waiting", by=people["clerk"],
            received_at=timezone.now(),
        )  # fmt: skip
    page = signed_in("clerk").get(f"/submissions/{waiting.pk}").content.decode()

    assert "≠" not in page


@pytest.mark.parametrize("days", [-400, 30])
def test_a_wrong_clock_is_noted_and_ours_counts(collect, asking, survey, days):
    end = timezone.now() + timedelta(days=days)
    answer = collect.send(sent(asking, survey, asking.home(0), photo="", end=end))

    assert answer.status_code == 201
    with scope(DISTRICT):
        kept = Submission.objects.get()
        assert kept.clock_is_off
        assert abs(kept.answer.done_at - kept.received_at) < timedelta(seconds=1)


def late(survey, days):
    today = timezone.localdate()
    with scope(DISTRICT):
        Survey.objects.filter(pk=survey.pk).update(
            opens_on=today - timedelta(days=30), closes_on=today - timedelta(days=days)
        )


@pytest.mark.parametrize(("closed", "done", "status"), [(2, 3, 201), (2, 1, 400), (9, 10, 400)])
def test_what_was_done_offline_in_time_may_come_a_week_late(
    collect, asking, survey, closed, done, status
):
    late(survey, closed)
    end = timezone.now() - timedelta(days=done)
    answer = collect.send(sent(asking, survey, asking.home(0), photo="", end=end))

    assert answer.status_code == status, said(answer)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda xml: xml.replace("version='1'", "version='7'"), "没有这一版问卷"),
        (lambda xml: xml.replace("jiugai-", "other-"), "不是本系统的问卷"),
        (lambda xml: re.sub("jiugai-[0-9]+", "jiugai-999999", xml), "没有这份问卷"),
        (lambda xml: xml[:-40], "不是完整的 XML"),
        (lambda xml: "<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml[21:], "不是完整的 XML"),
        (lambda xml: re.sub("<orx:meta>.*</orx:meta>", "", xml), "没有编号"),
        (lambda xml: re.sub("(jiugai_household>)[0-9]+", r"\g<1>999999999", xml), "没有这一户"),
        (lambda xml: xml.replace(">42<", ">many<"), "请填整数"),
        (lambda xml: xml.replace(">c1<", ">c9<"), "没有“c9”这个选项"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(collect, asking, survey, change, says):
    answer = collect.send(change(sent(asking, survey, asking.home(0), photo="")))

    assert answer.status_code == 400
    assert says in said(answer)
    assert asking.kept(survey) == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("p_jpg", b"<html><script>", "只收 PDF、PNG、JPG"),
        ("p_jpg", b"%PDF-1.7 disguised", "文件内容与扩展名不符"),
        ("p_jpg", b"\xff\xd8\xff" + b"0" * (10 * 2**20), "超过 10 MB"),
        ("other_jpg", jpeg(), "没有提到“other.jpg”"),
    ],
)
def test_disguised_oversized_and_unnamed_files_are_refused(
    collect, asking, survey, name, content, says
):
    answer = collect.send(sent(asking, survey, asking.home(0)), **{name: content})

    assert answer.status_code == 400
    assert says in said(answer)
    assert asking.kept(survey) == []


def test_who_brings_no_token_or_another_ones_name_is_asked_for_it(client, collect, asking, people):
    bare = client.get("/openrosa/formList")
    stranger = Collect(client, asking, "stranger", "jg_wrong").get("/openrosa/formList")
    coded = collect.head["HTTP_AUTHORIZATION"].split()[1]
    key = base64.b64decode(coded).decode().partition(":")[2]
    other = Collect(client, asking, "district_officer", key).get("/openrosa/formList")

    assert [one.status_code for one in (bare, stranger, other)] == [401, 401, 401]
    assert bare["WWW-Authenticate"].startswith("Basic")


def test_a_token_sees_only_surveys_of_its_division(collect, asking, survey):
    with scope(""):
        Survey.objects.filter(pk=survey.pk).update(division="110102001")

    assert form_id(survey.pk) not in collect.get("/openrosa/formList").content.decode()
    assert collect.get(f"/openrosa/forms/{survey.pk}.xml").status_code == 404


def test_a_new_version_does_not_turn_away_what_was_begun_with_the_old_one(collect, asking, survey):
    xml = sent(asking, survey, asking.home(0), photo="")
    with scope(DISTRICT):
        shorter = with_parts(forty(), forty().parts[1:])
        services.put_form(pk=survey.pk, form=shorter, by=asking.clerk, on=timezone.localdate())
        services.publish(pk=survey.pk, by=asking.clerk, at=timezone.now())

    assert collect.send(xml).status_code == 201


def test_where_each_person_answers_the_collector_says_which_one(collect, asking):
    asked = forty()
    survey = asking.running(purpose="other", asked=asked, per="person")
    with scope(DISTRICT):
        xform = survey.current.xform
    assert "jiugai_person" in xform
    home = asking.home(0)
    for person in (1, 2):
        xml = sent(asking, survey, home, photo="")
        whose = f"</jiugai_household><jiugai_person>{person}</jiugai_person>"
        assert collect.send(xml.replace("</jiugai_household>", whose)).status_code == 201
    assert [one.person for one in asking.kept(survey)] == [1, 2]
    far = sent(asking, survey, home, photo="").replace(
        "</jiugai_household>", "</jiugai_household><jiugai_person>99</jiugai_person>"
    )
    assert "1 到 20" in said(collect.send(far))


def test_where_a_household_answers_once_no_second_person_comes_in(collect, asking, survey):
    xml = sent(asking, survey, asking.home(0), photo="").replace(
        "</jiugai_household>", "</jiugai_household><jiugai_person>2</jiugai_person>"
    )
    assert "每户一份" in said(collect.send(xml))
    assert asking.kept(survey) == []
