"""One signed request to an address, to the machine that was looked at, following nothing."""

import hashlib
import hmac
import socket
import ssl
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.hooks.guests import PORTS, parts_of, reached_at
from jiugai.kernel.errors import Refusal

#: Seconds for the whole of connecting, and for each answer.
PATIENCE: Final = 10.0
#: So much of an answer is read and kept.
KEPT: Final = 200


def signature(secret: str, body: str, *, at: int) -> str:
    """Return what proves that we sent a body, and when: HMAC-SHA-256 over `at.body`."""
    said = hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256)
    return f"t={at},v1={said.hexdigest()}"


def send(address: str, body: str, headers: Mapping[str, str]) -> tuple[bool, str]:
    """Return whether an address took a body, and what it answered or why it did not."""
    try:
        status, said = _answer(address, body, headers)
    except Refusal as refusal:
        return False, str(refusal)
    except TimeoutError:
        return False, _("对方没有在 {n:g} 秒内应答。").format(n=PATIENCE)
    except (OSError, HTTPException) as error:
        return False, _("连接不上：{error}").format(error=error)
    words = " ".join(f"HTTP {status} {said}".split())
    return 200 <= status < 300, words


def _answer(address: str, body: str, headers: Mapping[str, str]) -> tuple[int, str]:
    parts, machine = parts_of(address), str(reached_at(address))
    host, port = str(parts.hostname), parts.port or PORTS[parts.scheme]
    kind = _Pinned if parts.scheme == "https" else _PinnedPlain
    line = kind(host, port, machine)
    path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    try:
        line.request("POST", path, body.encode(), dict(headers))
        answer = line.getresponse()
        return answer.status, answer.read(KEPT).decode("utf-8", "replace")
    finally:
        line.close()


class _PinnedPlain(HTTPConnection):
    """A connection to one machine, whatever the name of the host leads to by now."""

    def __init__(self, host: str, port: int, machine: str) -> None:
        super().__init__(host, port, timeout=PATIENCE)
        self._machine = machine

    def connect(self) -> None:
        """Connect to the machine."""
        self.sock = socket.create_connection((self._machine, self.port), PATIENCE)


class _Pinned(HTTPSConnection):
    """The same, encrypted: the certificate has to be that of the name."""

    def __init__(self, host: str, port: int, machine: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=PATIENCE, context=self._tls)
        self._machine = machine

    def connect(self) -> None:
        """Connect to the machine, and see that it proves to be the host."""
        plain = socket.create_connection((self._machine, self.port), PATIENCE)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
