"""The tool that collects the site's texts."""

import pytest

from tools.messages import by_text, complaint, merged, read, written
from tools.site_messages import as_python, in_source, packages, speaks_as_core


@pytest.fixture
def template(tmp_path):
    def write(text):
        path = tmp_path / "a.html"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def texts(path):
    return [text for _place, text in in_source(path, as_python(path).encode())]


def test_texts_are_found_in_django_templates_whatever_their_indent(template):
    path = template(
        "<div>\n    {% translate '小区' %}\n  <p>{% blocktranslate with n=page.n %}共 {{ n }} 户"
        '{% endblocktranslate %}</p>\n{% translate "街道" as street %}</div>'
    )
    assert texts(path) == ["小区", "共 %(n)s 户", "街道"]


def test_one_and_many_are_kept_together(template):
    path = template(
        "{% blocktranslate count n=n %}{{ n }} 处{% plural %}{{ n }} 处{% endblocktranslate %}"
    )
    assert texts(path) == [("%(n)s 处", "%(n)s 处")]


def test_lazy_texts_are_found_in_python(tmp_path):
    source = 'a = _("小区")\nb = gettext_lazy("户数")\nc = ngettext("一", "多", n)\nd = f("不")\n'
    found = [text for _place, text in in_source(tmp_path / "a.py", source.encode())]
    assert found == ["小区", "户数", ("一", "多")]


def test_a_module_that_speaks_as_the_core_is_left_to_the_core(tmp_path):
    path = tmp_path / "a.py"
    path.write_text("from jiugai.kernel.i18n import N_, _\n", encoding="utf-8")
    assert speaks_as_core(path)
    path.write_text("from jiugai.kernel.i18n import _ as in_words\n", encoding="utf-8")
    assert not speaks_as_core(path)


def test_a_catalogue_with_plurals_is_written_and_read_again(tmp_path):
    path = tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    catalogue = merged(read(path), by_text([("a.html", ("%(n)s 处", "%(n)s 处"))]))
    path.write_bytes(written(catalogue))

    assert b"Plural-Forms: nplurals=2" in path.read_bytes()
    assert written(merged(read(path), {("%(n)s 处", "%(n)s 处"): ["a.html"]})) == path.read_bytes()


def test_every_app_of_the_site_has_a_catalogue_of_its_own():
    assert {path.name for path in packages()} >= {"web", "accounts", "registry"}


def test_a_missing_word_is_complained_about():
    assert complaint("小区", "", is_fuzzy=False) == "not translated: '小区'"
