"""The demo as tests see it: made once for all test processes, served to each as a copy."""

import os
import pickle
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass

from jiugai.site.config import DATABASE, DEMO, OWNER_DATABASE
from jiugai.site.locks import waiting
from tools.walk import SERVED, Visitor, household, people, serving_demo, walk

#: Who looks as a household, which has no account.
RESIDENT = "a household"
#: Keeps who owns a file; PostgreSQL's files may be another user's.
COPY = "/bin/cp"


@contextmanager
def served_copy(tmp_path_factory):
    """Serve a copy of the demo for the length of a block, and yield its address."""
    data = tmp_path_factory.mktemp("served") / "data"
    if SERVED not in os.environ:
        subprocess.run([COPY, "-a", made_once(tmp_path_factory), data], check=True)
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


def seen_once(tmp_path_factory):
    """Return what `pages_of` finds; whichever test process comes first walks, for minutes.

    It walks a copy of its own: what journeys made in another is not in everybody's.
    """
    common = common_to_all(tmp_path_factory)
    kept = common / "demo-seen"
    with waiting(common / "demo-seen.lock"):
        if not kept.exists():
            with served_copy(tmp_path_factory) as base:
                found = pickle.dumps(pages_of(base))
            kept.write_bytes(found)
    return pickle.loads(kept.read_bytes())  # noqa: S301 - our own


def pages_of(base):
    """Return every kind of page that each of the people can reach, and what visitors see."""
    slug, code = household()
    door = ("/account/login/", "/r/in", f"/r/e/{slug}", f"/r/e/{slug}/phone")
    found = [Seen("nobody", *one) for one in seen_by(Visitor(base), *door)]
    resident = Visitor(base).come_in(slug, code)
    found += [Seen(RESIDENT, *one) for one in seen_by(resident, "/r/")]
    for _title, username, password in people():
        visitor = Visitor(base).sign_in(username, password)
        found += [Seen(username, *one) for one in seen_by(visitor, "/gallery", "/nowhere/at/all")]
    return found


def seen_by(visitor, *starts):
    """Return path, status and text of each page that a visitor reaches."""
    return [(one.path, one.status, one.html) for one in walk(visitor, *starts)]
