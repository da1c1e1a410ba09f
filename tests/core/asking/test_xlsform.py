"""Workbooks of XLSForm are read, written, and refused cell by cell."""

import pytest
import xlsxwriter

from jiugai.asking.form import Kind
from jiugai.asking.workbook import xlsform_of
from jiugai.asking.xlsform import read_xlsform
from jiugai.kernel.errors import InputError

HEAD = ("type", "name", "label", "required", "relevant", "constraint", "calculation")


@pytest.fixture
def book(tmp_path):
    """Return a function that writes a workbook and gives its path."""

    def written(survey, choices=(), head=HEAD, settings=()):
        path = tmp_path / "form.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as file:
            sheets = {"survey": [head, *survey]}
            if choices:
                sheets["choices"] = [("list_name", "name", "label"), *choices]
            if settings:
                sheets["settings"] = settings
            for name, rows in sheets.items():
                sheet = file.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return path

    return written


def test_a_form_that_is_written_is_read_again(sheet, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform_of(sheet, form_id="f", version="1"))

    reading = read_xlsform(path)

    assert reading.problems == []
    assert [one.name for one in reading.form.questions()] == [q.name for q in sheet.questions()]
    assert reading.form.question("people").refused["en"] == "1 to 20."
    assert reading.form.repeat_of("width") == "windows"
    assert reading.form.title == "入户调查"


def test_what_is_sensitive_is_written_and_read_again(book, tmp_path):
    head = ("type", "name", "label", "jiugai::sensitive")
    rows = [("text", "ill", "病", "yes"), ("text", "other", "别的", "")]
    form = read_xlsform(book(rows, head=head)).form
    path = tmp_path / "again.xlsx"
    path.write_bytes(xlsform_of(form, form_id="f", version="1"))

    again = read_xlsform(path)

    assert again.problems == []
    assert [one.sensitive for one in again.form.questions()] == [True, False]
    (problem,) = read_xlsform(book([("text", "ill", "病", "maybe")], head=head)).problems
    assert (problem.cell, problem.value) == ("D2", "maybe")


def test_a_plain_form_is_read(book):
    reading = read_xlsform(
        book(
            [("text", "a", "姓名", "yes"), ("select_one yn", "b", "同意吗")],
            [("yn", "y", "是"), ("yn", "n", "否")],
            settings=[("form_title", "form_id"), ("问需", "x")],
        )
    )

    assert reading.problems == []
    assert reading.form.title == "问需"
    assert reading.form.question("a").required
    assert reading.form.question("b").kind is Kind.ONE


@pytest.mark.parametrize(
    ("row", "cell", "says"),
    [
        (("geopoint", "a", "在哪"), "A2", "不支持这种题"),
        (("select_one yn or_other", "a", "哪个"), "A2", "不支持这种题"),
        (("select_one yn", "a", "哪个"), "A2", "没有“yn”这个选项表"),
        (("text", "1a", "什么"), "B2", "题名要以英文字母开头"),
        (("text", "a", ""), "A2", "请写出题目"),
        (("text", "a", "什么", "perhaps"), "D2", "required 请写 yes 或 no"),
        (("text", "a", "什么", "", "${b} = 1"), "E2", "没有叫“b”的题"),
        (("text", "a", "什么", "", "${a} = 1"), "E2", "在这一题之后才问"),
        (("text", "a", "什么", "", "", "pulldata(1)"), "F2", "不支持“pulldata”"),
        (("text", "a", "什么", "", "", "regex(., '(a+)+')"), "F2", "太费计算"),
        (("text", "a", "什么", "", "", "regex(., '[')"), "F2", "不是正则表达式"),
        (("calculate", "a", ""), "A2", "怎样计算"),
        (("begin group", "a", "组"), "A2", "这一组没有结束"),
        (("end group", "", ""), "A2", "前面没有开始的组"),
        (("", "a", "什么"), "B2", "请写出 type"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_cell(book, row, cell, says):
    problems = read_xlsform(book([row])).problems

    assert (problems[0].cell, problems[0].sheet) == (cell, "survey")
    assert says in problems[0].advice


def test_a_column_that_means_nothing_here_is_named(book):
    path = book([("text", "a", "什么", "x")], head=("type", "name", "label", "media::audio"))

    assert "media::audio" in read_xlsform(path).problems[0].advice


def test_names_may_not_repeat(book):
    problems = read_xlsform(book([("text", "a", "甲"), ("text", "a", "乙")])).problems

    assert [one.advice for one in problems] == ["“a”重名，请换一个名字。"]


def test_choices_may_not_repeat(book):
    path = book([("select_one l", "a", "哪个")], [("l", "x", "甲"), ("l", "x", "乙")])

    assert [one.sheet for one in read_xlsform(path).problems] == ["choices"]


def test_another_workbook_is_refused_as_a_whole(tmp_path):
    path = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(path) as file:
        file.add_worksheet("Sheet1").write(0, 0, "台账")

    with pytest.raises(InputError, match="没有名为 survey 的表"):
        read_xlsform(path)
