"""Lines of templates fit; what breaks them changes nothing that anybody sees."""

import re

import pytest

from tests.repo.files import written
from tools.templates import WIDEST, is_long, templates, wrapped

LONG_TEXT = f"  <b>{{% blocktranslate %}}{'共' * 60} {'户' * 60}{{% endblocktranslate %}}</b>"
WRAPPED_TEXT = "\n".join(
    [
        "  <b>{% blocktranslate trimmed %}",
        f"  {'共' * 60}",
        f"    {'户' * 60}",
        "  {% endblocktranslate %}</b>",
    ]
)
CELL = '<td class="text-end">{{ one.n }}</td>'


def solid(text):
    """Return a template without blanks, and without the word that lets texts have lines."""
    return re.sub(r"\s+", "", text.replace(" trimmed", ""))


def test_no_template_has_a_long_line_that_can_be_broken():
    assert len(templates()) > 100
    assert not [path for path in templates() if is_long(path)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (f"<tr>{CELL * 4}</tr>", f"<tr>{CELL * 3}\n{CELL}</tr>"),
        (
            f'<a href="{{% url "a b" %}}" aria-label="{"长 " * 40}" title="x y">去</a>',
            f'<a href="{{% url "a b" %}}" aria-label="{"长 " * 40}"\n  title="x y">去</a>',
        ),
        (LONG_TEXT, WRAPPED_TEXT),
    ],
)
def test_lines_are_broken_between_elements_between_attributes_and_in_trimmed_texts(text, made):
    assert wrapped(text) == made
    assert solid(text) == solid(made)
    assert wrapped(made) == made


@pytest.mark.parametrize(
    "text",
    [
        "<pre>" + "一 " * 90 + "</pre>",
        "<b>字</b>" * 40,
        "{% comment %}" + "说 " * 90 + "{% endcomment %}",
    ],
)
def test_where_every_blank_counts_nothing_is_broken(text):
    assert wrapped(text) == text
    assert max(map(len, text.splitlines())) > WIDEST


#: What Django takes out of a template before a page is sent, or hands to the catalogues.
TAKEN = re.compile(
    r"{#.*?#}|{%\s*(comment|blocktranslate)\b.*?{%\s*end\1\s*%}|{%.*?%}|{{.*?}}", re.DOTALL
)
#: What a tag or a filter is given, unless it is marked for the catalogues.
TAG = re.compile(r"{%(?!\s*(?:translate|blocktranslate|trans)\b).*?%}|{{.*?}}", re.DOTALL)
QUOTED = re.compile(r"""(?<!_\()(?<!ngettext\()(?:"([^"]*)"|'([^']*)')""")
OWN_NAME = re.compile("简体中文|中文")  # of a language, in itself
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.mark.parametrize("name", [name for name in written() if "/templates/" in name])
def test_whatever_a_page_says_goes_through_the_catalogues(name):
    text = written()[name].read_text(encoding="utf-8")
    left = OWN_NAME.sub("", TAKEN.sub("", text))
    quoted = [said for tag in TAG.findall(text) for said in map("".join, QUOTED.findall(tag))]

    assert not CHINESE.findall(left), "Marks, too: an English page has its own."
    assert not [said for said in quoted if CHINESE.search(said)], 'Write _("…").'
