"""Who looks at the demo, and the states and pages of it that following links does not show."""

import base64
import csv
import hmac
import io
import re
import time
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tools.walk import PROOF, SECOND_FACTOR, SIGN_IN, Answer, Visitor, household, led, people

#: States of pages that no link leads to, or that look unlike the page which one does.
LOOKED_AT: Final = (
    "/estates?q=没有这个小区",
    "/estates?verdict=unknown&columns=name",
    "/search?q=里",
    "/search?q=没有这个小区",
    "/map?by=verdict",
    "/map?wall=1",
    "/map?within=500",
    "/map?demands-which=all&demands-kind=lift",
    "/map?q=没有这个小区",
    "/applications?mine=on&overdue=on",
    "/applications?q=没有这个小区",
    "/projects?q=没有这个小区",
    "/nowhere/at/all",
)
#: Pages that only some things of a kind lead to: where to begin, and the pages on the way.
TRAILS: Final = (
    ("/applications?mine=on", "projects:application", "projects:write"),
    ("/estates", "registry:estate", "projects:assign"),
    ("/estates", "registry:estate", "registry:building", "audit:open"),
    (
        "/gates?standing=overridden",
        "projects:project_gates",
        "projects:gate",
        "projects:withdraw_evidence",
    ),
    (
        "/gates?standing=overridden",
        "projects:project_gates",
        "projects:project",
        "projects:menu",
        "projects:drop_choice",
    ),
    ("/reviews", "projects:review", "projects:compare_designs"),
    ("/plans", "plans:studio", "plans:adopt"),
    ("/votes", "participation:vote", "participation:redraft_vote"),
    (
        "/votes",
        "participation:vote",
        "registry:estate",
        "participation:roll_imports",
        "participation:roll_import",
    ),
    ("/notices", "participation:notice", "participation:redraft_notice"),
    ("/surveys", "surveys:survey", "surveys:settle"),
    ("/record?subject=registry.estate", "audit:line", "registry:replay"),
)
#: Pages of one's own account, which look the same for everybody; one person shows them.
OWN_ACCOUNT: Final = (
    PROOF,
    "/account/logout/",
    "/account/password/none/",
    "/account/2fa/passkeys/",
)
SECURED: Final = "anquan"
ACTIVATE: Final = "/account/2fa/totp/activate/"
#: What is seen before coming in.
OUTSIDE: Final = (
    SIGN_IN,
    "/account/inactive/",
    "/account/office/cancelled/",
    "/account/office/failed/",
    "/r/in",
)
#: Names for who has no account.
NOBODY: Final = "nobody"
RESIDENT: Final = "household"
ELDER: Final = "household-elder"
HALF_WAY: Final = "half-way"
PERIOD: Final = 30  # seconds for which a code of an authenticator counts
IMPORTS: Final = "/imports"
WAITING: Final = "看看好了没有"
PATIENCE: Final = 120  # seconds for one job
HEADINGS: Final = ("小区名称", "区县", "街道", "建成年代", "楼栋数", "户数")
UNHEARD: Final = (*HEADINGS[:-1], "家数")
DOUBTFUL: Final = (
    ("示例新苑", "示范区", "示范甲街道", "1885年", "3栋", "一百二十"),
    ("示例旧苑", "示范区", "示范乙街道", "1984", "-2", "96"),
)
FRESH: Final = (("示例新苑", "示范区", "示范甲街道", "1985", "3", "120"),)


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who looks, as what, and where they begin."""

    title: str
    who: str
    visitor: Visitor
    starts: tuple[str, ...]


def visits(base: str, only: Container[str] = ()) -> Iterator[Visit]:
    """Yield everybody who looks at a demo, or only some of them.

    A household comes in large type before it has voted, and in usual type afterwards. Somebody
    half way in has given the password of who has a second factor, so not before that was set up.
    """
    slug, code = household()
    if not only or ELDER in only:
        elder = Visitor(base).come_in(slug, code)
        elder.post("/r/large", {"back": "/r/"}, page="/r/")
        yield Visit("住户 长辈版", ELDER, elder, ("/r/",))
    if not only or RESIDENT in only:
        resident = Visitor(base).come_in(slug, code)
        yield Visit("住户", RESIDENT, resident, ("/r/", *_taking_part(resident)))
    for title, username, password in people():
        if not only or username in only:
            visitor = Visitor(base).sign_in(username, password)
            yield Visit(title, username, visitor, _starts(username, visitor))
    if not only or HALF_WAY in only:
        yield Visit(
            "登录一半", HALF_WAY, _half_way(Visitor(base)), ("/account/2fa/authenticate/",)
        )
    if not only or NOBODY in only:
        door = f"/r/e/{slug}"
        starts = (*OUTSIDE, door, f"{door}/phone", f"{door}/once")
        yield Visit("未登录", NOBODY, Visitor(base), starts)


def _starts(username: str, visitor: Visitor) -> tuple[str, ...]:
    """Return the pages that no link leads to but that somebody sees."""
    own = _secured(visitor) if username == SECURED else ()
    played = _ledgers(visitor)
    found = [led(visitor, *trail) for trail in TRAILS]
    seen = [one for one in LOOKED_AT if visitor.get(one).status != 403]
    return ("/", *own, "/gallery", *seen, *played, *(one for one in found if one))


def _taking_part(visitor: Visitor) -> list[str]:
    """Let a household vote and answer a survey; return the pages that say so."""
    voted = led(visitor, "/r/", "participation:my_vote")
    asked = led(visitor, "/r/", "surveys:my_survey", "surveys:my_question")
    held = led(
        visitor,
        "/r/privacy",
        "participation:my_holding",
        "participation:erase_holding",
    )
    if voted is None or asked is None or held is None:
        raise RuntimeError("The household of the demo is asked for nothing, or holds nothing.")
    receipt = visitor.post(voted, {"mark": "1", "confirmed": "1"})
    screens = [visitor.get(asked)]
    while not screens[-1].path.endswith("/end"):
        if len(screens) > PATIENCE:
            raise RuntimeError(f"The survey does not end: {screens[-1].path}")
        answer = {"answer": _first_answer(screens[-1])}
        screens.append(visitor.post(screens[-1].path, answer))
    return [receipt.path, held, *(one.path for one in screens)]


def _first_answer(screen: Answer) -> str:
    """Return the first choice of a question, or a number that fits one without choices."""
    offered = re.search(r'name="answer"\s+value="([^"]*)"', screen.html)
    return offered[1] if offered else "12"


def _secured(visitor: Visitor) -> tuple[str, ...]:
    """Set up a second factor; return the pages about it."""
    secret = re.search(r'id="totp-secret" value="(\w+)"', visitor.get(ACTIVATE).html)
    if secret is None:
        raise RuntimeError("The page shows no secret for an authenticator.")
    answer = visitor.post(ACTIVATE, {"code": code_of(secret[1])}, page=SECOND_FACTOR)
    if answer.path.startswith(ACTIVATE):
        raise RuntimeError(f"The code of the authenticator was refused: {answer.status}")
    return OWN_ACCOUNT


def code_of(secret: str, *, ahead: int = 0) -> str:
    """Return what an authenticator shows now, or some periods ahead (RFC 6238)."""
    period = int(time.time()) // PERIOD + ahead  # noqa: TID251 - the clock of the phone
    digest = hmac.digest(base64.b32decode(secret), period.to_bytes(8), "sha1")
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def _half_way(visitor: Visitor) -> Visitor:
    """Give the right name and password of somebody of whom the site then asks a code."""
    for _title, username, password in people():
        if username == SECURED:
            visitor.post(SIGN_IN, {"login": username, "password": password})
    return visitor


def _ledgers(visitor: Visitor) -> list[str]:
    """Take ledgers into the demo as far as each screen of the import; return the screens."""
    if visitor.get(IMPORTS).status != 200:
        return []
    known = _known(visitor)
    screens = [
        _upload(visitor, "看列.csv", [UNHEARD, *FRESH]),
        _past_columns(visitor, "看单元格.csv", [HEADINGS, *DOUBTFUL]),
        _previewed(visitor, "看预览.csv", [HEADINGS, *known, *FRESH]),
        _upload(visitor, "指明列.csv", [("甲", "乙"), ("玉兰里", "示范区"), ("海棠里", "示范区")]),
        _upload(visitor, "读不成.csv", [HEADINGS]),
    ]
    done = _previewed(visitor, "看入库.csv", [HEADINGS, *known])
    visitor.post(f"{done}/store", {}, page=done)
    _wait(visitor, done)
    return [IMPORTS, *screens, done, "/conflicts"]


def _known(visitor: Visitor) -> Sequence[Sequence[str]]:
    """Return rows on estates of the register whose years another office has otherwise."""
    text = visitor.get("/estates").html
    names = re.findall(r'<a href="/estates/\d+"[^>]*>([^<]+)</a>', text)
    return [
        (name.strip(), "示范区", "", str(1961 + at), "", "") for at, name in enumerate(names[:8])
    ]


def _past_columns(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    screen = _upload(visitor, name, rows)
    visitor.post(f"{screen}/columns", {}, page=screen)
    _wait(visitor, screen)
    return screen


def _previewed(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    screen = _past_columns(visitor, name, rows)
    visitor.post(f"{screen}/go", {"to": "preview"}, page=screen)
    return screen


def _upload(visitor: Visitor, name: str, rows: Sequence[Sequence[str]]) -> str:
    """Hand a table in and return the address of its import once it has been read."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    answer = visitor.hand_in(IMPORTS, "files", name, text.getvalue().encode())
    _wait(visitor, answer.path)
    return answer.path


def _wait(visitor: Visitor, path: str) -> None:
    end = time.perf_counter() + PATIENCE
    while WAITING in visitor.get(path).html:
        if time.perf_counter() > end:
            raise RuntimeError(f"{path} is not done after {PATIENCE} seconds.")
        time.sleep(0.3)
