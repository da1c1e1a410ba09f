"""Serve the demo and walk through it as each of its people, along the links they see."""

import os
import re
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from http.cookiejar import Cookie, CookieJar
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener
from uuid import uuid4

if TYPE_CHECKING:
    from django.urls import ResolverMatch

#: The address of a demo that is served already.
SERVED: Final = "JIUGAI_DEMO_AT"
SIGN_IN: Final = "/account/login/"
SECOND_FACTOR: Final = "/account/2fa/"
#: Where the password is asked again before something about the account.
PROOF: Final = "/account/reauthenticate/"
SKIPPED: Final = re.compile(r"^/(static|api|tiles|account/logout)|/export")
PATIENCE: Final = 600  # seconds; a busy machine loads the demo slowly
MOST: Final = 400  # pages of one person
EACH: Final = 1  # pages of one kind; one estate looks like another
TRIED: Final = 8  # pages of one kind that may lead to what is looked for


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site said to a request."""

    path: str
    status: int
    kind: str
    html: str


class Links(HTMLParser):
    """Collects the addresses that a page links to, and those that its forms are sent to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.actions: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link that is not a download."""
        said = dict(attrs)
        if tag == "a" and said.get("href") and "download" not in said:
            self.found.append(str(said["href"]))
        elif tag == "form" and said.get("action"):
            self.actions.append(str(said["action"]))


@dataclass(slots=True)
class Visitor:
    """Somebody who uses the site over HTTP, with cookies, as a browser without scripts would."""

    base: str
    jar: CookieJar = field(default_factory=CookieJar)

    @property
    def opener(self) -> OpenerDirector:
        """Return what sends requests with our cookies."""
        return build_opener(HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> Answer:
        """Return what the site answers, redirects followed."""
        address = urljoin(self.base, quote(path, safe="/?&=%+,:;"))
        return self._ask(Request(address))  # noqa: S310 - our own server

    def post(self, path: str, said: dict[str, str], *, page: str | None = None) -> Answer:
        """Send a form with the token of the page that it stands on."""
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.get(page or path).html)
        data = urlencode(said | {"csrfmiddlewaretoken": token[1] if token else ""}).encode()
        address = urljoin(self.base, path)
        return self._ask(Request(address, data, {"Referer": address}))  # noqa: S310

    def hand_in(self, path: str, field: str, name: str, content: bytes) -> Answer:
        """Send one file with the form of a page, as a browser would."""
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.get(path).html)
        edge = uuid4().hex
        parts = [
            ('name="csrfmiddlewaretoken"', (token[1] if token else "").encode()),
            (f'name="{field}"; filename="{name}"', content),
        ]
        data = b"".join(
            f"--{edge}\r\nContent-Disposition: form-data; {said}\r\n\r\n".encode() + body + b"\r\n"
            for said, body in parts
        )
        address = urljoin(self.base, path)
        headers = {"Referer": address, "Content-Type": f"multipart/form-data; boundary={edge}"}
        return self._ask(Request(address, data + f"--{edge}--\r\n".encode(), headers))  # noqa: S310

    def sign_in(self, username: str, password: str) -> "Visitor":
        """Sign in; raises RuntimeError if the site would not have it, or asks for more."""
        answer = self.post(SIGN_IN, {"login": username, "password": password})
        if answer.path.startswith((SIGN_IN, SECOND_FACTOR)):
            raise RuntimeError(f"{username} could not sign in: {answer.status} {answer.path}")
        return self

    def come_in(self, slug: str, code: str) -> "Visitor":
        """Come in as a household; raises RuntimeError if its code did not open."""
        answer = self.post(f"/r/e/{slug}", {"code": code})
        if answer.path != "/r/":
            raise RuntimeError(f"{slug} did not open: {answer.status}")
        return self

    @property
    def cookies(self) -> dict[str, str]:
        """Return what the site asked the visitor to carry."""
        return {one.name: one.value or "" for one in self.jar}

    def carrying(self, cookies: Mapping[str, str]) -> "Visitor":
        """Carry the cookies of somebody who came in before."""
        host = urlsplit(self.base).hostname or ""
        for name, value in cookies.items():
            self.jar.set_cookie(
                Cookie(
                    0, name, value, None, False, host, False, False, "/", True, False, None, False,
                    None, None, {},
                )
            )  # fmt: skip
        return self

    def _ask(self, request: Request) -> Answer:
        try:
            with self.opener.open(request, timeout=60) as said:
                return self._answer(said.url, said.status, said.headers, said.read())
        except HTTPError as error:
            return self._answer(error.url, error.code, error.headers, error.read())

    @staticmethod
    def _answer(url: str | None, status: int, headers: object, body: bytes) -> Answer:
        parts = urlsplit(url or "")
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        kind = str(getattr(headers, "get_content_type", lambda: "")())
        return Answer(path, status, kind, body.decode("utf-8", "replace"))


def walk(visitor: Visitor, *starts: str) -> Iterator[Answer]:
    """Yield the pages named and one of each other kind that can be reached by links from them."""
    waiting, known, seen = deque(starts), set[str](), dict[str, int]()
    while waiting and len(known) < MOST:
        path = waiting.popleft()
        route = route_of(path)
        is_named = path in starts
        if path in known or (not is_named and (route is None or seen.get(route, 0) >= EACH)):
            continue
        known.add(path)
        answer = visitor.get(path)
        if answer.kind != "text/html" or (answer.path != path and answer.path in known):
            continue
        known.add(answer.path)
        if route is not None and not is_named:
            seen[route] = seen.get(route, 0) + 1
        yield answer
        waiting += links_of(answer)


def led(visitor: Visitor, start: str, *names: str) -> str | None:
    """Return an address of the last name, found along links through pages of the names before.

    A form's address counts as a link: what it answers to a GET is a page as well. Of each name
    a few addresses are tried.
    """
    name, *beyond = names
    answer = visitor.get(start)
    parser = _read(answer)
    leading = [one for one in _here(answer, parser.found + parser.actions) if name_of(one) == name]
    for path in leading[:TRIED]:
        found = led(visitor, path, *beyond) if beyond else path
        if found:
            return found
    return None


def links_of(answer: Answer) -> list[str]:
    """Return the paths on this site that a page links to."""
    return [one for one in _here(answer, _read(answer).found) if not SKIPPED.search(one)]


def _read(answer: Answer) -> Links:
    parser = Links()
    parser.feed(answer.html)
    return parser


def _here(answer: Answer, addresses: Iterable[str]) -> list[str]:
    """Return the paths, each once, of addresses that are on this site."""
    found = (urlsplit(urljoin(answer.path, one)) for one in addresses)
    return list(dict.fromkeys(one.path for one in found if not one.scheme and not one.netloc))


def name_of(path: str) -> str | None:
    """Return the name of the addresses that a path belongs to, or None."""
    match = _match(path)
    return None if match is None else match.view_name


def route_of(path: str) -> str | None:
    """Return the pattern of addresses that a path belongs to, or None."""
    match = _match(path)
    return None if match is None else match.route


def _match(path: str) -> "ResolverMatch | None":
    set_up()
    from django.urls import Resolver404, resolve

    try:
        return resolve(urlsplit(path).path)
    except Resolver404:
        return None


@contextmanager
def serving_demo(data: Path) -> Iterator[str]:
    """Serve the demo on a free port for the length of a block.

    What `data` has of it already is used. Where JIUGAI_DEMO_AT names one that is served, that is
    taken as it is.
    """
    if served := os.environ.get(SERVED):
        yield served
        return
    port = free_port()
    command = [sys.executable, "-m", "jiugai.site", "serve", "--demo", "--port", str(port)]
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "JIUGAI_OWNER_DATABASE_URL"}
    } | {"JIUGAI_DATA": str(data), "JIUGAI_SECOND_FACTOR": "optional"}
    log = data / "serve.log"
    with log.open("wb") as out:
        site = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            wait_for(f"http://127.0.0.1:{port}{SIGN_IN}", site, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            site.terminate()
            site.wait(timeout=60)


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(address: str, site: subprocess.Popen[bytes], log: Path) -> None:
    """Return once an address answers; raises RuntimeError if the site ends or takes too long."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end and site.poll() is None:
        try:
            build_opener().open(address, timeout=10).close()
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"The demo does not answer:\n{log.read_text()[-2000:]}")


@cache
def set_up() -> None:
    """Let this process know the addresses and the people of the site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jiugai.site.settings")
    import django

    django.setup()


def people() -> list[tuple[str, str, str]]:
    """Return title, sign-in name and password of everybody in the demo."""
    set_up()
    from jiugai.site.demo import sign_ins

    return sign_ins()


def household() -> tuple[str, str]:
    """Return the short address and the code of the household of the demo."""
    set_up()
    from jiugai.site.demo_votes import CODE, SLUG

    return SLUG, CODE
