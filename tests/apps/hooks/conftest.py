"""A machine that is told, and somebody who has it told."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.hooks.kinds import CHOICES
from jiugai.apps.hooks.services import make_hook
from tests.apps.registry.api_cast import ON


class Receiver:
    """A server that keeps what it is told and answers as it is bidden."""

    def __init__(self):
        self.got = []
        self.status = 200
        self.headers = {}
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                receiver.got.append((self.path, dict(self.headers), body))
                self.send_response(receiver.status)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write("收到".encode())

            def log_message(self, *_said):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/told?from=jiugai"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def receiver(settings):
    """Return a machine of this network that the settings allow to be told."""
    settings.HOOK_NETWORKS = ("127.0.0.0/8",)
    made = Receiver()
    yield made
    made.stop()


@pytest.fixture
def hooked(receiver, people):
    """Return a function that has the machine told, and the secret of the last one."""

    def make(who="district_officer", *, kinds=None, division=""):
        asked = [kind for kind, _title in CHOICES] if kinds is None else kinds
        viewer = viewer_of(people[who], on=ON)
        with scope(viewer.division):
            return make_hook(
                name="数据平台",
                address=receiver.address,
                kinds=asked,
                division=division,
                by=viewer,
            )

    return make
