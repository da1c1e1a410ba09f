"""Take every page of the demo for everybody who sees it, and lay the pictures on sheets."""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tools.browser import ARGUMENTS, find
from tools.walk import Answer, Visitor, people, serving_demo, walk

OUT: Final = Path(__file__).parents[1] / "out" / "shots"
#: Width, theme and language of each picture of a page.
LOOKS: Final = (
    (1440, "light", "zh"),
    (1440, "dark", "zh"),
    (390, "light", "zh"),
    (390, "dark", "zh"),
    (1440, "light", "en"),
)
TALLEST: Final = 2400
SHEET: Final = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:14px sans-serif;margin:16px;background:#888}}h1{{font-size:20px}}
section{{display:flex;gap:12px;align-items:start;margin:0 0 24px}}h2{{font-size:14px;width:160px;
overflow-wrap:anywhere;margin:0}}img{{height:420px;object-fit:contain;object-position:top;background:#fff}}
</style><h1>{title}</h1>{rows}"""


def main() -> int:
    """Take the pictures; names of people given on the command line limit them to these."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("names", nargs="*", help="sign-in names; everybody without one")
    wanted = parser.parse_args().names
    path = find()
    if path is None:
        sys.stderr.write("There is no Chromium; run python -m tools.browser.\n")
        return 1
    if not wanted:
        shutil.rmtree(OUT, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory(prefix="jiugai-shots-") as data,
        serving_demo(Path(data)) as base,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for title, username, visitor in visitors(base):
            if not wanted or username in wanted:
                sheet(browser, title, username, visitor)
    sys.stdout.write(f"{OUT}\n")
    return 0


def visitors(base: str) -> Iterator[tuple[str, str, Visitor]]:
    """Yield everybody with their role and sign-in name, first somebody who is not signed in."""
    yield "未登录", "nobody", Visitor(base)
    for title, username, password in people():
        yield title, username, Visitor(base).sign_in(username, password)


def sheet(browser: Browser, title: str, username: str, visitor: Visitor) -> None:
    """Take the pictures of one person and lay them on a sheet."""
    folder = OUT / username
    folder.mkdir(parents=True, exist_ok=True)
    answers = list(walk(visitor, "/account/login/" if username == "nobody" else "/gallery"))
    for look in LOOKS:
        context = context_of(browser, visitor, *look)
        for number, answer in enumerate(answers):
            take(context, visitor.base, answer, folder / name_of(number, answer, look))
        context.close()
    rows = "".join(row(number, answer) for number, answer in enumerate(answers))
    page = folder / "sheet.html"
    page.write_text(SHEET.format(title=escape(f"{title} {username}"), rows=rows), "utf-8")
    context = browser.new_context(viewport={"width": 2400, "height": 1000})
    shown = context.new_page()
    shown.goto(page.as_uri())
    shown.screenshot(path=str(OUT / f"{username}.png"), full_page=True)
    context.close()


def context_of(
    browser: Browser, visitor: Visitor, width: int, theme: str, language: str
) -> BrowserContext:
    """Return a browser's profile that is signed in and looks as wanted."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        locale="zh-CN" if language == "zh" else "en-GB",
    )
    kept = {one.name: one.value or "" for one in visitor.jar} | {"language": language}
    context.add_cookies(
        [{"name": name, "value": value, "url": visitor.base} for name, value in kept.items()]
    )
    return context


def take(context: BrowserContext, base: str, answer: Answer, path: Path) -> None:
    """Take one picture of a whole page, as tall as it is up to a limit."""
    page = context.new_page()
    page.goto(base + answer.path)
    page.wait_for_load_state("networkidle")
    width = (page.viewport_size or {"width": 1440})["width"]
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": max(900, min(height, TALLEST))})
    page.screenshot(path=str(path))
    page.close()


def name_of(number: int, answer: Answer, look: Sequence[object]) -> str:
    """Return the file name of a picture."""
    words = re.sub(r"\W+", "-", answer.path).strip("-") or "first"
    return f"{number:02}-{words}-{'-'.join(map(str, look))}.png"


def row(number: int, answer: Answer) -> str:
    """Return the row of a sheet that shows one page in every look."""
    pictures = "".join(f'<img src="{name_of(number, answer, look)}" alt="">' for look in LOOKS)
    return f"<section><h2>{escape(answer.path)} {answer.status}</h2>{pictures}</section>"


if __name__ == "__main__":
    sys.exit(main())
