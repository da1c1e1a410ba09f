"""A form that was written and filled in in English is read, whatever the language in use."""

import pytest

from jiugai.finance.lines import read_lines
from jiugai.finance.profit.rates import shipped_rates
from jiugai.finance.profit.read import read_models
from jiugai.finance.profit.template import write_template as write_profit_template
from jiugai.finance.profit.words import HEADINGS
from jiugai.finance.sharing.households import plain_part
from jiugai.finance.sharing.sharing import share_project
from jiugai.finance.sharing.template import write_template
from jiugai.finance.sharing.words import HOUSEHOLD_HEADINGS, WORKS_HEADINGS
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import use_language
from jiugai.policy.funding import Source
from tests.core.finance.project import BEIJING, project

HOUSEHOLDS = """Building,Unit,Flat number,Floor,Floor area(㎡),Provident fund withdrawn(yuan)
Building 1,Unit 1,Flat 101,1,50,
1,1,201,2,60,3000
Total,,,,110,
"""
WORKS = """Works,Class,"Amount(10,000 yuan)",Scope,Building,Stairwell unit,Basis of sharing
Lift,Improving works,90,Stairwell unit,Building 1,Unit 1,Floor
"""
SHARES = """Class or item,Payer,Share or amount
Lift,City,"640,000 yuan"
Lift,Residents,Rest
"""


@pytest.fixture
def english_forms(tmp_path):
    """Write the forms in English, then return to Chinese."""
    use_language("en")
    try:
        write_template(tmp_path / "share.xlsx")
        write_profit_template(tmp_path / "profit.xlsx")
    finally:
        use_language("zh")
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_amounts_in_yuan_are_read(tmp_path, language):
    use_language(language)
    try:
        found = share_project(
            project(tmp_path, households=HOUSEHOLDS, works=WORKS, shares=SHARES), law=BEIJING
        )
    finally:
        use_language("zh")
    assert found.cost == 90_000_000
    assert found.items[0].parties == {Source.CITY: 64_000_000, Source.RESIDENTS: 26_000_000}
    assert [bill.cash for bill in found.bills] == [0, 26_000_000 - 300_000]


def test_yuan_under_a_heading_in_10_000_yuan_is_a_mixed_unit(tmp_path):
    works = WORKS.replace("90,", "90 yuan,")
    with pytest.raises(InputError, match="单位不一致"):
        project(tmp_path, households=HOUSEHOLDS, works=works, shares=SHARES)


def test_headings_and_sheets_of_english_forms_are_known_in_chinese(english_forms):
    for file, sheet, headings in (
        ("share.xlsx", "Households", HOUSEHOLD_HEADINGS),
        ("share.xlsx", "Works", WORKS_HEADINGS),
        ("profit.xlsx", "Small-profit model", HEADINGS),
    ):
        needed = list(headings)
        read_lines(english_forms / file, headings, needed=needed, sheet=sheet, may_be_empty=True)


def test_choices_of_the_english_profit_form_are_known_in_chinese(tmp_path):
    file = tmp_path / "model.csv"
    file.write_text(
        'Class,Name,"Value(10,000 yuan)",Start year,VAT item\n'
        "Parameter,Start year,2020,,\nParameter,End year,2030,,\nParameter,Discount rate,5%,,\n"
        "Investment,works,100,2020,\nIncome,rent,20,2021,Service\n",
        encoding="utf-8",
    )
    (model,) = read_models(file, rates=shipped_rates())
    assert model.investments[0].cents == 100_000_000
    assert model.incomes[0].vat == shipped_rates().vat["服务"]


@pytest.mark.parametrize("written", ["Building 3", "building 03", "Unit 3", "Flat 3"])
def test_english_words_of_an_address_are_left_out(written):
    assert plain_part(written) == "3"
