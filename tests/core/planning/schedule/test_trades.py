"""The choices: every menu item is mapped, names hold, files may change what they name."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jiugai.kernel.errors import InputError
from jiugai.planning.schedule.trades import default_choices, read_choices
from jiugai.policy.rulebook import rulebook

MENU = sorted(item.id for document in rulebook().documents.values() for item in document.menu)


@pytest.mark.parametrize("item", MENU)
def test_every_menu_item_says_which_trades_it_brings(item):
    assert item in default_choices().menus


def test_a_menu_item_that_is_named_exists():
    assert set(default_choices().menus) <= set(MENU)


def test_rules_and_numbers_that_are_named_exist():
    choices, book = default_choices(), rulebook()
    numbers = {name for document in book.documents.values() for name in document.numbers}
    rules = {season.rule for season in choices.seasons.values() if season.rule}
    rules |= {rule for trade in choices.trades.values() for rule in trade.duties}

    assert rules <= set(book.rules)
    assert {name for s in choices.seasons.values() for name in s.numbers} <= numbers


def test_days_grow_with_quantity_and_quiet_hours():
    trade = default_choices().trades["insulation"]

    assert trade.days(Fraction(1000), Fraction(1)) == 7
    assert trade.days(Fraction(1000), Fraction(9, 8)) == 8


def test_no_window_stays_open_overnight():
    windows = default_choices().trades["windows"]

    # Six flats a day take the same days as five and a bit would: a flat is done or not begun.
    assert windows.days(Fraction(60), Fraction(9, 8)) == 12
    assert replace(windows, per=Fraction(1, 2)).days(Fraction(3), Fraction(1)) == 3


def test_a_file_changes_only_what_it_names(tmp_path):
    path = tmp_path / "工种.yaml"
    path.write_text("trades: {insulation: {each: 2}}\ncures: building\n", encoding="utf-8")
    choices = read_choices(path)

    assert choices.trades["insulation"].each == 2
    assert choices.trades["insulation"].crew == "保温队"
    assert not choices.cures_everywhere


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("nonsense: 1", "nonsense"),
        ("trades: {insulation: {colour: red}}", "colour"),
        ("trades: {insulation: {each: -1}}", "insulation.each"),
        ("trades: {mine: {title: 我的}}", "mine"),
        ("trades: {insulation: {after: [nowhere]}}", "nowhere"),
        ("trades: {insulation: {season: spring}}", "spring"),
        ("menus: {xc18.menu: {roof: [nowhere]}}", "nowhere"),
        ("cures: never", "never"),
        ("working: {noisy_hours: 20}", "noisy_hours"),
        ("working: {rest: [someday]}", "someday"),
        ("objective: {finish_first: perhaps}", "finish_first"),
        ("- a list", "工种文件"),
        ("{broken", "YAML"),
    ],
)
def test_a_wrong_file_is_refused_with_the_entry(tmp_path, text, word):
    path = tmp_path / "工种.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=word):
        read_choices(path)
