"""How a one-time code reaches a phone: a file, the console, or the office's own gateway."""

import fcntl
import json
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.request import Request, urlopen

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

#: Seconds to wait for a gateway.
PATIENCE: Final = 10


def send(*, to: str, code: str) -> None:
    """Hand a code to the channel that the office configured."""
    words = _("您的验证码是 {code}，10 分钟内有效。请勿告诉他人。").format(code=code)
    CHANNELS[settings.RESIDENT_CHANNEL](to, words)


def _outbox() -> Path:
    return Path(settings.MEDIA_ROOT).parent / "codes.jsonl"


def _to_file(to: str, words: str) -> None:
    """Add a line to a file that only the service can read; an office's own program sends it."""
    path = _outbox()
    line = {"at": timezone.now().isoformat(timespec="seconds"), "to": to, "text": words}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with path.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # nobody takes old lines out while we add one
        file.seek(0, 2)
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def forget_sent(*, before: datetime) -> int:
    """Take the lines of codes sent before a moment out of the file; return how many."""
    path = _outbox()
    if not path.exists():
        return 0
    with path.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        lines = file.readlines()
        kept = [one for one in lines if datetime.fromisoformat(json.loads(one)["at"]) >= before]
        if len(kept) < len(lines):
            file.seek(0)
            file.writelines(kept)
            file.truncate()
    return len(lines) - len(kept)


def _to_console(to: str, words: str) -> None:
    sys.stderr.write(f"{to}: {words}\n")


def _to_gateway(to: str, words: str) -> None:
    body = json.dumps({"to": to, "text": words}, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json"}
    if settings.RESIDENT_GATEWAY_KEY:
        headers["Authorization"] = f"Bearer {settings.RESIDENT_GATEWAY_KEY}"
    request = Request(settings.RESIDENT_GATEWAY, body, headers)  # noqa: S310 - the office's own
    urlopen(request, timeout=PATIENCE).close()  # noqa: S310 - as above


CHANNELS: Final[Mapping[str, Callable[[str, str], None]]] = {
    "file": _to_file,
    "console": _to_console,
    "gateway": _to_gateway,
}
