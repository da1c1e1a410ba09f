"""The demo as tests see it: made once for all test processes, served to each as a copy."""

import os
import pickle
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jiugai.site.config import DATABASE, DEMO, OWNER_DATABASE
from jiugai.site.locks import waiting
from tools.scenes import visits
from tools.walk import PROOF, SERVED, Visitor, people, serving_demo, walk

#: Keeps who owns a file; PostgreSQL's files may be another user's.
COPY = "/bin/cp"


@contextmanager
def served_copy(tmp_path_factory, made=None):
    """Serve a copy of the demo, or of what became of one, for the length of a block.

    Yields its address.
    """
    data = tmp_path_factory.mktemp("served") / "data"
    if SERVED not in os.environ:
        subprocess.run([COPY, "-a", made or made_once(tmp_path_factory), data], check=True)
    with serving_demo(data) as base:
        yield base


def common_to_all(tmp_path_factory):
    """Return the folder that all test processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(tmp_path_factory):
    """Return a data folder with the demo; whichever test process comes first makes it."""
    common = common_to_all(tmp_path_factory)
    folder, done = common / "demo-made", common / "demo-made.done"
    with waiting(common / "demo-made.lock"):
        if not done.exists():
            environment = {
                name: value
                for name, value in os.environ.items()
                if name not in {DATABASE, OWNER_DATABASE}
            } | {"JIUGAI_DATA": str(folder), DEMO: "1"}
            command = [sys.executable, "-m", "jiugai.site", "prepare", "--demo"]
            subprocess.run(command, env=environment, check=True)
            done.touch()
    return folder


@dataclass(frozen=True)
class Seen:
    """A page, and who looked at it."""

    who: str
    path: str
    status: int
    html: str

    def __str__(self):
        return f"{self.path} as {self.who}"


@dataclass(frozen=True)
class Walked:
    """Every kind of page that somebody sees, who carries what, and the demo as they left it."""

    seen: list[Seen]
    cookies: dict[str, dict[str, str]]
    data: Path

    def visitor(self, base, who):
        """Return one of them again, at the address where a copy of that demo is served.

        Pages about one's account want the password again some minutes after signing in.
        """
        again = Visitor(base).carrying(self.cookies[who])
        for _title, username, password in people():
            if username == who:
                again.post(PROOF, {"password": password})
        return again


def walked_once(tmp_path_factory):
    """Return what everybody saw; whichever test process comes first walks, for minutes.

    They walk a copy of their own: what journeys made in another is not in everybody's, and what
    they leave is there for whoever opens these pages again.
    """
    common = common_to_all(tmp_path_factory)
    kept, data = common / "walked", common / "demo-walked"
    with waiting(common / "walked.lock"):
        if not kept.exists():
            if SERVED not in os.environ:
                made = made_once(tmp_path_factory)
                subprocess.run([COPY, "-a", made, data], check=True)
            with serving_demo(data) as base:
                walked = pickle.dumps(walked_in(base, data))
            kept.write_bytes(walked)
    return pickle.loads(kept.read_bytes())  # noqa: S301 - our own


def walked_in(base, data):
    """Return what everybody sees of a demo that is served."""
    seen, cookies = [], {}
    for visit in visits(base):
        pages = walk(visit.visitor, *visit.starts)
        seen += [Seen(visit.who, one.path, one.status, one.html) for one in pages]
        cookies[visit.who] = visit.visitor.cookies
    return Walked(seen, cookies, data)
