"""Take every page of the demo for everybody who sees it, and lay the pictures on sheets."""

import argparse
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.browser import ARGUMENTS, WITH_MAPS, find
from tools.scenes import Visit, visits
from tools.walk import PROOF, Answer, Visitor, people, serving_demo, walk

OUT: Final = Path(__file__).parents[1] / "out" / "shots"
#: Language, theme and width of each picture of a page; a page is opened once for each language.
LOOKS: Final = (
    ("zh", "light", 1440),
    ("zh", "dark", 1440),
    ("zh", "light", 390),
    ("zh", "dark", 390),
    ("en", "light", 1440),
)
SCHEMES: Final[dict[str, Literal["dark", "light"]]] = {"light": "light", "dark": "dark"}
TALLEST: Final = 2400
QUALITY: Final = 85  # of JPEG, which is taken in a quarter of the time of PNG
MAP: Final = re.compile(r'id="map"|class="map map-spot"')
#: Waits until a big map has nothing left to load or to move.
DRAWN: Final = """() => new Promise((done) => {
  const { chart } = document.querySelector("#map");
  chart.once("idle", () => done(true));
  chart.triggerRepaint();
})"""
PER_SHEET: Final = 4
SHEET: Final = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<style>body{{font:14px sans-serif;margin:16px;background:#888}}h1{{font-size:20px;margin:0 0 8px}}
section{{display:flex;gap:12px;align-items:start;margin:0 0 16px}}h2{{font-size:14px;width:110px;
overflow-wrap:anywhere;margin:0}}img{{height:700px;object-fit:cover;object-position:top;
background:#fff}}.wide{{width:560px}}.slim{{width:200px}}</style><h1>{title}</h1>{rows}"""


def main() -> int:
    """Take the pictures; names of people given on the command line limit them to these."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("names", nargs="*", help="sign-in names; everybody without one")
    parser.add_argument("--go-on", action="store_true", help="keep the pictures that are there")
    asked = parser.parse_args()
    path = find()
    if path is None:
        sys.stderr.write("There is no Chromium; run python -m tools.browser.\n")
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the site that is served ends, too
    if not asked.go_on:
        for one in asked.names or [""]:
            shutil.rmtree(OUT / one, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory(prefix="jiugai-shots-") as data,
        serving_demo(Path(data)) as base,
        sync_playwright() as playwright,
    ):
        plain, drawing = (
            playwright.chromium.launch(executable_path=path, args=arguments)
            for arguments in (ARGUMENTS, WITH_MAPS)
        )
        for visit in visits(base, asked.names):
            sys.stderr.write(f"{visit.who}: {take_all(plain, drawing, visit)}\n")
    sys.stdout.write(f"{OUT}\n")
    return 0


def take_all(plain: Browser, drawing: Browser, visit: Visit) -> int:
    """Take the pictures of one person, lay them on sheets, and return how many pages there are.

    A browser that can draw maps is slow at everything, so it is asked for pages with maps only.
    """
    folder = OUT / visit.who
    folder.mkdir(parents=True, exist_ok=True)
    answers = list(walk(visit.visitor, *visit.starts))
    for language, looks in groupby(LOOKS, key=lambda look: look[0]):
        usual, mapped = (context_of(one, visit.visitor, language) for one in (plain, drawing))
        wanted = tuple(looks)
        for number, answer in enumerate(answers):
            paths = {look: folder / name_of(number, answer, look) for look in wanted}
            context = mapped if MAP.search(answer.html) else usual
            take(context, visit.visitor.base + answer.path, paths)
        usual.close()
        mapped.close()
    for first in range(0, len(answers), PER_SHEET):
        some = list(enumerate(answers))[first : first + PER_SHEET]
        lay(
            plain,
            f"{visit.title} {visit.who}",
            folder,
            f"sheet-{first // PER_SHEET + 1:02}",
            some,
        )
    return len(answers)


def context_of(browser: Browser, visitor: Visitor, language: str) -> BrowserContext:
    """Return a browser's profile that is signed in and reads a language."""
    context = browser.new_context(locale="zh-CN" if language == "zh" else "en-GB")
    kept = visitor.cookies | {"language": language}
    context.add_cookies(
        [{"name": name, "value": value, "url": visitor.base} for name, value in kept.items()]
    )
    return context


def take(context: BrowserContext, address: str, paths: dict[tuple[str, str, int], Path]) -> None:
    """Take one page in every look whose picture is not there yet."""
    if all(path.exists() for path in paths.values()):
        return
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address)
    if PROOF in page.url and PROOF not in address:
        prove(page)
    page.wait_for_load_state("networkidle")
    for (_language, theme, width), path in paths.items():
        page.emulate_media(color_scheme=SCHEMES[theme], reduced_motion="reduce")
        picture(page, width, path)
    page.close()


def prove(page: Page) -> None:
    """Give the password again, which pages about one's account ask for after some minutes."""
    (password,) = {password for _title, _name, password in people()}
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: PROOF not in url)


def picture(page: Page, width: int, path: Path) -> None:
    """Take a whole page, as tall as it is up to a limit."""
    page.set_viewport_size({"width": width, "height": 900})
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": max(900, min(height, TALLEST))})
    if MAP.search(page.content()):
        draw_again(page)
    page.screenshot(path=str(path), type="jpeg", quality=QUALITY, animations="disabled")


def draw_again(page: Page) -> None:
    """Load a page with a map once more, at this width, and wait until it is drawn."""
    page.reload()
    page.wait_for_load_state("networkidle")
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-ready=true]")
        page.evaluate(DRAWN)
    page.wait_for_timeout(700)  # small maps paint after what they asked for has come


def lay(
    browser: Browser, title: str, folder: Path, name: str, some: Sequence[tuple[int, Answer]]
) -> None:
    """Lay the pictures of some pages on one sheet."""
    rows = "".join(row(number, answer) for number, answer in some)
    laid = folder / f"{name}.html"
    laid.write_text(SHEET.format(title=escape(title), rows=rows), "utf-8")
    context = browser.new_context(viewport={"width": 2290, "height": 1000})
    shown = context.new_page()
    shown.goto(laid.as_uri())
    shown.screenshot(
        path=str(folder / f"{name}.jpg"), type="jpeg", quality=QUALITY, full_page=True
    )
    context.close()


def name_of(number: int, answer: Answer, look: Sequence[object]) -> str:
    """Return the file name of a picture."""
    words = re.sub(r"\W+", "-", answer.path).strip("-")[:60] or "first"
    return f"{number:02}-{words}-{'-'.join(map(str, look))}.jpg"


def row(number: int, answer: Answer) -> str:
    """Return the row of a sheet that shows one page in every look."""
    pictures = "".join(
        f'<img class="{"wide" if look[2] > 1000 else "slim"}" '
        f'src="{name_of(number, answer, look)}" alt="">'
        for look in LOOKS
    )
    return f"<section><h2>{escape(answer.path)} {answer.status}</h2>{pictures}</section>"


if __name__ == "__main__":
    sys.exit(main())
