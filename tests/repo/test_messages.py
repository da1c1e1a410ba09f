"""The tool that keeps the catalogues in step."""

import ast
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import TemplateSyntaxError

from tests.repo.files import modules, tree
from tools.messages import (
    CHINESE,
    LOCALE,
    by_text,
    complaints_about,
    disagreements,
    in_python,
    in_template,
    merged,
    placeholders,
    read,
    without_doubles,
    written,
)


@pytest.fixture
def catalogue():
    """Return a catalogue with one translated text, one fuzzy and one that nothing uses."""
    found = Catalog(locale="en", fuzzy=False)
    found.add("小区", "estate", user_comments=["not a plot"])
    found.add("户数", "households", flags=["fuzzy"])
    found.add("旧词", "old word")
    return found


def file(folder, name, text):
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return path


def test_texts_are_found_in_python(tmp_path):
    path = file(tmp_path, "a.py", 'a = _("小区")\nb = _("长" "句")\nc = _(word)\nd = f("不")\n')
    assert list(in_python(path)) == [("a.py", "小区"), ("a.py", "长句")]


def test_an_f_string_is_refused_with_its_line(tmp_path):
    path = file(tmp_path, "a.py", 'x = 1\na = _(f"第 {x} 行")\n')
    with pytest.raises(ValueError, match=r"a\.py:2"):
        list(in_python(path))


def test_texts_are_found_in_templates(tmp_path):
    path = file(
        tmp_path,
        "a.html",
        "<p>{{ _('小区') }}</p>{% trans n=1 %}\n  共 {{ n }} 户\n{% endtrans %}",
    )
    assert list(in_template(path)) == [("a.html", "小区"), ("a.html", "共 %(n)s 户")]


def test_a_template_that_cannot_be_read_is_not_passed_over(tmp_path):
    path = file(tmp_path, "a.html", "{{ _('小区' }}")
    with pytest.raises(TemplateSyntaxError, match="unexpected"):
        list(in_template(path))


def test_merging_keeps_translations_and_drops_what_nothing_uses(catalogue):
    new = merged(catalogue, {"小区": ["a.py"], "户数": ["b.py"], "新词": ["a.py"]})
    assert {m.id: m.string for m in new if m.id} == {
        "小区": "estate",
        "新词": "",
        "户数": "households",
    }
    assert new.get("小区").user_comments == ["not a plot"]


def test_merging_twice_changes_nothing(catalogue):
    texts = {"小区": ["a.py", "b.py"], "户数": ["b.py"]}
    once = written(merged(catalogue, texts))
    assert written(merged(read_po(io.BytesIO(once), locale="en"), texts)) == once


@pytest.mark.parametrize(
    ("text", "translation", "flags", "complaint"),
    [
        ("小区", "", (), "not translated"),
        ("小区", "estate", ("fuzzy",), "fuzzy"),
        ("第 {line} 行", "row {row}", (), "other placeholders"),
        ("第 {line} 行", "row", (), "other placeholders"),
        ("小区", "小区", (), "still Chinese"),
        ("不能删。", 3 * "It cannot be erased.", (), "said more than once"),
    ],
)
def test_an_unsound_translation_is_named(text, translation, flags, complaint):
    found = Catalog(locale="en", fuzzy=False)
    found.add(text, translation, flags=flags)
    (said,) = complaints_about(found)
    assert said.startswith(complaint)
    assert repr(text) in said


def test_a_sound_translation_is_not_complained_about():
    found = Catalog(locale="en", fuzzy=False)
    found.add("第 {line} 行，第 {row:>3} 列", "column {row}, row {line:,}")
    assert not list(complaints_about(found))


def test_a_text_that_two_catalogues_translate_differently_is_named():
    first, second = Catalog(locale="en"), Catalog(locale="en")
    for catalogue, words in ((first, "Opinion"), (second, "Choice")):
        catalogue.add("意见", words)
        catalogue.add("同意", "Agree")
    said = {}

    assert not list(disagreements(first, said))
    (complaint,) = disagreements(second, said)
    assert "'意见' → 'Opinion', 'Choice'" in complaint


@pytest.mark.parametrize(
    ("text", "names"),
    [("", []), ("{b} {a:,} {a!r}", ["a", "a", "b"]), ("共 %(n)s 户", ["n"]), ("20 % 以上", [])],
)
def test_placeholders_are_compared_by_name(text, names):
    assert placeholders(text) == names


def test_no_english_text_has_a_chinese_letter_or_mark():
    path = LOCALE / "en" / "LC_MESSAGES" / "jiugai.po"
    found = [str(one.string) for one in read(path) if CHINESE.search(str(one.string))]
    assert not found


@pytest.mark.parametrize("name", modules("src"))
def test_lists_are_joined_as_the_language_writes_them(name):
    joins = (
        node.func.value.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "join"
        and isinstance(node.func.value, ast.Constant)
    )
    marks = [mark for mark in joins if isinstance(mark, str)]  # bytes are no language
    assert not [mark for mark in marks if CHINESE.search(mark)], "use kernel.i18n.listed"


def test_counted_texts_have_one_chinese_sentence_and_are_no_plain_texts_besides(tmp_path):
    path = tmp_path / "a.py"
    path.write_text('a = ngettext("{n} 户", n)\nb = _("{n} 户")\nc = _("户")\n', "utf-8")

    found = without_doubles(by_text(in_python(path)))

    assert set(found) == {("{n} 户", "{n} 户"), "户"}
