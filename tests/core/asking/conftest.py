"""A visit sheet with windows, conditions and something computed."""

import pytest

from jiugai.asking.form import Choice, Form, Group, Kind, Question


def words(zh, en=""):
    return {"zh": zh, "en": en} if en else {"zh": zh}


@pytest.fixture
def sheet():
    """Return the form."""
    return Form(
        "入户调查",
        (
            Question(
                "home",
                Kind.ONE,
                words("有人在家吗？", "Anybody home?"),
                required=True,
                choices="yn",
            ),
            Question(
                "people",
                Kind.INTEGER,
                words("几口人？"),
                relevant="${home} = 'yes'",
                constraint=". >= 1 and . <= 20",
                refused=words("一户 1 到 20 人。", "1 to 20."),
            ),
            Group(
                "windows",
                words("外窗"),
                (
                    Question(
                        "width", Kind.DECIMAL, words("宽（米）"), required=True, constraint=". > 0"
                    ),
                    Question("grille", Kind.ONE, words("有护栏吗？"), choices="yn"),
                    Question("note", Kind.TEXT, words("护栏怎样？"), relevant="${grille} = 'yes'"),
                ),
                relevant="${home} = 'yes'",
                repeats=True,
            ),
            Question("total", Kind.CALCULATE, calculation="sum(${width})"),
            Question("wishes", Kind.MANY, words("最希望做什么？"), choices="items"),
        ),
        {
            "yn": (Choice("yes", words("有", "Yes")), Choice("no", words("没有", "No"))),
            "items": (Choice("roof", words("屋面")), Choice("lift", words("电梯"))),
        },
    )
