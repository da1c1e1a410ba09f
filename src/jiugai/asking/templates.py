"""The forms that surveys begin with: demand for the menu, a visit sheet, a rating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from jiugai.asking.form import Choice, Form, Group, Kind, Part, Question, Words
from jiugai.kernel.i18n import N_, in_every_language
from jiugai.policy.entries import MenuItem, Where, Works

#: The list of grades; a question that uses it counts as a rating.
GRADES: Final = "satisfaction"
#: How a question about one item of the menu is called, before the item.
RATED: Final = "rate."
SATISFIED: Final = ("very", "rather")
#: The grade of who has no opinion.
UNSURE: Final = "unknown"

_YES_NO: Final = (("yes", N_("是")), ("no", N_("否")))
_GRADED: Final = (
    ("very", N_("很满意")),
    ("rather", N_("比较满意")),
    ("fair", N_("说得过去")),
    ("little", N_("不太满意")),
    ("not", N_("很不满意")),
    ("unknown", N_("说不清")),
)
_MONEY: Final = (
    ("yes", N_("愿意")),
    ("depends", N_("看出多少")),
    ("no", N_("不愿意")),
)
_FRAMES: Final = (
    ("steel", N_("钢窗")),
    ("wood", N_("木窗")),
    ("aluminium", N_("铝合金窗")),
    ("plastic", N_("塑钢窗")),
    ("broken_bridge", N_("断桥铝窗")),
    ("other", N_("其他")),
)
_PIPES: Final = (
    ("water", N_("给水管")),
    ("drain", N_("排水管")),
    ("heat", N_("暖气管")),
    ("gas", N_("燃气管")),
    ("power", N_("电线")),
    ("none", N_("都没有")),
)
_CARE: Final = (
    ("elder", N_("有 80 岁以上老人")),
    ("disabled", N_("有残疾人")),
    ("infant", N_("有婴幼儿")),
    ("none", N_("都没有")),
)


def _said(text: str) -> Words:
    zh, *others = in_every_language(text)
    return {"zh": zh, "en": others[0] if others else zh}


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(name, _said(text)) for name, text in pairs)


def _ask(name: str, kind: Kind, text: str, **more: object) -> Question:
    return Question(name, kind, _said(text), **more)  # type: ignore[arg-type]


_BUILDING: Final = (Where.BUILDING,)
_AREA: Final = (Where.PUBLIC_AREA,)
#: How the menus are asked: class of works, where, name of question and list, words.
_ASKED: Final = (
    (
        (Works.BASIC,),
        _BUILDING,
        "basic_building",
        N_("您家这栋楼里，下面哪些基础类内容最该先做？"),
    ),
    (
        (Works.BASIC,),
        _AREA,
        "basic_area",
        N_("小区公共部分里，下面哪些基础类内容最该先做？"),
    ),
    (
        (Works.IMPROVING, Works.OPTIONAL),
        (*_BUILDING, *_AREA),
        "more",
        N_("下面这些内容按居民意愿做，您家想要哪些？"),
    ),
    (
        (Works.UPGRADING,),
        (*_BUILDING, *_AREA),
        "upgrading",
        N_("小区里最缺哪些服务？"),
    ),
)
#: Letters name choices on paper, so a question has no more choices than there are letters.
MOST_CHOICES: Final = 26


def demand_form(title: str, items: Sequence[MenuItem]) -> Form:
    """Return a survey of what residents need of the menus; choices are named like their items."""
    lists: dict[str, tuple[Choice, ...]] = {}
    parts: list[Part] = []
    for classes, places, name, words in _ASKED:
        found = _without_twins(
            [one for one in items if one.works in classes and one.where in places]
        )
        for number, some in enumerate(_by_letters(found), start=1):
            key = name if number == 1 else f"{name}_{number}"
            lists[key] = tuple(Choice(one.id, _said(one.title)) for one in some)
            parts.append(_ask(key, Kind.MANY, words, hint=_said(_ANY), choices=key))
    parts += [
        _ask("agrees", Kind.ONE, N_("您家同意改造本小区吗？"), choices="yes_no", required=True),
        _ask("why_not", Kind.TEXT, N_("不同意的话，主要担心什么？"), relevant="${agrees} = 'no'"),
        _ask("pays", Kind.ONE, N_("想要的项目如果要居民出一部分钱，您家愿意吗？"), choices="pays"),
        _ask("care", Kind.MANY, N_("家里有需要关照的人吗？"), choices="care", sensitive=True),
        _ask("words", Kind.TEXT, N_("还有什么想说的？")),
    ]
    lists |= {"yes_no": _choices(_YES_NO), "pays": _choices(_MONEY), "care": _choices(_CARE)}
    return Form(title, tuple(parts), lists)


_ANY: Final = N_("可以选几项，也可以不选。")


def _without_twins(items: Sequence[MenuItem]) -> list[MenuItem]:
    """Return items of several texts, the first of those with the same title."""
    return list({one.title: one for one in reversed(items)}.values())[::-1]


def _by_letters(items: Sequence[MenuItem]) -> list[Sequence[MenuItem]]:
    return [items[at : at + MOST_CHOICES] for at in range(0, len(items), MOST_CHOICES)]


def visit_form(title: str) -> Form:
    """Return a visit sheet 一户一设计 with a record for each window."""
    windows = Group(
        "windows",
        _said(N_("外窗（每樘一行）")),
        (
            _ask("room", Kind.TEXT, N_("哪间屋"), required=True),
            _ask("width_cm", Kind.INTEGER, N_("宽（厘米）"), constraint=_SIZE, refused=_WRONG),
            _ask("height_cm", Kind.INTEGER, N_("高（厘米）"), constraint=_SIZE, refused=_WRONG),
            _ask("frame", Kind.ONE, N_("现在是什么窗"), choices="frames"),
            _ask("change", Kind.ONE, N_("是否更换"), choices="yes_no", required=True),
            _ask("grille", Kind.ONE, N_("有没有护栏"), choices="yes_no"),
            _ask("photo", Kind.IMAGE, N_("照片")),
        ),
        repeats=True,
    )
    parts = (
        _ask("people", Kind.INTEGER, N_("常住几口人"), constraint=". >= 0 and . <= 30"),
        _ask("care", Kind.MANY, N_("家里有需要关照的人吗？"), choices="care", sensitive=True),
        _ask("walls", Kind.ONE, N_("有没有拆改过承重墙"), choices="yes_no", required=True),
        _ask(
            "walls_where", Kind.TEXT, N_("拆改在哪里"), relevant="${walls} = 'yes'", required=True
        ),
        _ask("pipes", Kind.MANY, N_("哪些管线老化或渗漏"), choices="pipes"),
        _ask("enter", Kind.ONE, N_("同意施工时入户换管吗"), choices="yes_no", required=True),
        _ask("boxed", Kind.ONE, N_("管线是否包在装修里"), choices="yes_no"),
        _ask("risk", Kind.TEXT, N_("施工时要当心什么")),
        windows,
        Question("window_count", Kind.CALCULATE, calculation="count(${windows})"),
        _ask("wishes", Kind.TEXT, N_("这一户的特殊要求")),
    )
    lists = {
        "yes_no": _choices(_YES_NO),
        "care": _choices(_CARE),
        "pipes": _choices(_PIPES),
        "frames": _choices(_FRAMES),
    }
    return Form(title, parts, lists)


_SIZE: Final = ". >= 20 and . <= 600"
_WRONG: Final = _said(N_("一樘窗的宽和高在 20 到 600 厘米之间，请再量一次。"))


def rating_form(title: str, items: Sequence[MenuItem]) -> Form:
    """Return a rating after the works: of the whole, of each item, of how it was done."""
    parts: list[Part] = [_ask("overall", Kind.ONE, N_("对这次改造总的满意吗？"), choices=GRADES,
                              required=True)]  # fmt: skip
    parts += [
        Question(f"{RATED}{one.id}", Kind.ONE, _said(one.title), choices=GRADES)
        for one in _without_twins(items)[:MOST_RATED]
    ]
    parts += [_ask(f"{RATED}{name}", Kind.ONE, text, choices=GRADES) for name, text in _ASPECTS]
    unhappy = " or ".join(f"${{overall}} = '{grade}'" for grade in ("fair", "little", "not"))
    parts += [
        _ask("why", Kind.TEXT, N_("哪里不满意，想怎样改？"), relevant=unhappy),
        _ask("words", Kind.TEXT, N_("还有什么想说的？")),
    ]
    return Form(title, tuple(parts), {GRADES: _choices(_GRADED)})


_ASPECTS: Final = (
    ("quality", N_("施工质量")),
    ("notice", N_("施工前的告知")),
    ("dust", N_("扬尘和噪声控制")),
    ("repairs", N_("出现问题后的维修")),
    ("management", N_("改造后的物业管理")),
)
#: So many items of the works are asked about; more nobody answers.
MOST_RATED: Final = 12


def other_form(title: str) -> Form:
    """Return a survey with one open question."""
    return Form(title, (_ask("words", Kind.TEXT, N_("您有什么意见和建议？")),), {})


def where_words() -> Words:
    """Return how a collector asks for the flat."""
    return _said(N_("哪一户"))
