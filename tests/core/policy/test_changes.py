"""Law whose shape changes on a day."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from jiugai.kernel.errors import RulebookError
from jiugai.kernel.source import Clause
from jiugai.policy.arithmetic import truth_of
from jiugai.policy.bind import bind
from jiugai.policy.conditions import Dated, Holds, changes, number
from jiugai.policy.leaves import walk
from tests.core.policy.toy import Toy

REFORM = date(2021, 1, 1)


@dataclass(frozen=True)
class Frame:
    day: date
    value: object = REFORM
    readings: dict[str, str] = field(default_factory=dict)

    @property
    def numbers(self):
        return {"toy.reform": Dated("toy.reform", self.value, Clause("toy", "9"))}


CONDITION = changes(
    number("toy.reform"), before=Toy.done, since=Toy.built_year < number("toy.later")
)


def test_the_old_shape_holds_up_to_the_day_before():
    bound = bind(CONDITION, Frame(REFORM - timedelta(days=1)))

    assert truth_of(bound)({"done": True}) is True
    assert truth_of(bound)({"done": False}) is False


def test_the_new_shape_holds_from_the_day_itself():
    shape = changes(number("toy.reform"), before=Toy.done, since=~Toy.done)

    assert bind(shape, Frame(REFORM)) == ~Toy.done


def test_numbers_of_the_shape_not_asked_need_no_value():
    bind(CONDITION, Frame(REFORM - timedelta(days=1)))

    with pytest.raises(RulebookError, match=r"toy\.later"):
        bind(CONDITION, Frame(REFORM))


def test_what_is_not_a_day_cannot_divide_the_law():
    with pytest.raises(RulebookError, match="must be a day"):
        bind(CONDITION, Frame(REFORM, value=2021))


def test_both_shapes_are_walked():
    facts = {getattr(part, "fact", None) for part in walk(CONDITION)}

    assert {Toy.done, Toy.built_year} <= facts
    assert any(isinstance(part, Holds) for part in walk(CONDITION))
