"""Official documents as PDF: where LibreOffice is, where it is not, and where it fails."""

from io import BytesIO

import pytest
from docx import Document

from jiugai.kernel.errors import Refusal
from jiugai.web import pdf
from jiugai.web.templatetags.papers import as_pdf


@pytest.fixture
def word():
    """Return a small Word document."""
    document, content = Document(), BytesIO()
    document.add_paragraph("关于示范区老旧小区综合整治的请示")
    document.save(content)
    return content.getvalue()


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Return a function that puts a shell script in the place of LibreOffice."""

    def make(script):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr(pdf, "converter", lambda: str(path))

    return make


@pytest.mark.slow
@pytest.mark.skipif(pdf.converter() is None, reason="LibreOffice is not installed")
def test_a_word_document_becomes_a_pdf(word):
    assert pdf.pdf_of(word).startswith(b"%PDF-")


def test_without_libreoffice_there_is_no_link_and_asking_says_what_to_do(word, monkeypatch):
    monkeypatch.setattr(pdf, "converter", lambda: None)
    monkeypatch.setattr("jiugai.web.templatetags.papers.converter", lambda: None)

    assert as_pdf("/x", "会议纪要") == ""
    with pytest.raises(Refusal, match="请下载 Word 版"):
        pdf.pdf_of(word)


def test_a_converter_that_makes_nothing_is_said_to_have_failed(word, program):
    program("exit 1")

    with pytest.raises(Refusal, match="没有转出 PDF"):
        pdf.pdf_of(word)


def test_a_converter_that_hangs_is_ended_with_all_it_started(word, program, tmp_path, monkeypatch):
    started = tmp_path / "started"
    program(f"sleep 300 & echo $! > {started}; wait")
    monkeypatch.setattr(pdf, "LONGEST", 1.0)

    with pytest.raises(Refusal, match="太长时间"):
        pdf.pdf_of(word)
    with pytest.raises(ProcessLookupError):
        _alive(int(started.read_text()))


def _alive(pid):
    """Raise ProcessLookupError once a process is gone or waits to be forgotten."""
    from pathlib import Path
    from time import sleep

    for _ in range(50):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().rsplit(") ", 1)[1][0] == "Z":
            raise ProcessLookupError
        sleep(0.1)


def test_each_conversion_has_a_profile_of_its_own_that_is_gone_afterwards(word, program, tmp_path):
    said = tmp_path / "said"
    program(f'echo "$1" >> {said}; exit 1')

    for _ in range(2):
        with pytest.raises(Refusal):
            pdf.pdf_of(word)

    first, second = said.read_text().split()
    assert first.startswith("-env:UserInstallation=file://")
    assert first != second
