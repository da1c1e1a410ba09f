"""Where letters go out, as the environment says; without a server none are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from jiugai.kernel.errors import UsageError

#: Names of environment variables.
SMTP: Final = "JIUGAI_SMTP"  # smtp://name:password@host:25, smtps:// or smtp+starttls://
SENDER: Final = "JIUGAI_MAIL_FROM"
SITE: Final = "JIUGAI_SITE_ADDRESS"  # how people reach the site, for the links in letters

#: How each kind of address is secured, and its usual port.
KINDS: Final = {"smtp": ("", 25), "smtps": ("ssl", 465), "smtp+starttls": ("starttls", 587)}


@dataclass(frozen=True, slots=True)
class Mail:
    """The office's mail server, who letters come from, and where their links lead."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    security: str = ""
    sender: str = ""
    site: str = ""


def mail(environment: Mapping[str, str]) -> Mail:
    """Return the mail server that an environment names; raises UsageError on one that is none."""
    said = environment.get(SMTP, "")
    if not said:
        return Mail()
    parts = urlsplit(said)
    if parts.scheme not in KINDS or not parts.hostname:
        raise UsageError(f"{SMTP} must look like smtps://name:password@mail.example.org:465.")
    missing = [name for name in (SENDER, SITE) if not environment.get(name)]
    if missing:
        raise UsageError(f"{SMTP} is set, so {' and '.join(missing)} must be set, too.")
    security, port = KINDS[parts.scheme]
    return Mail(
        host=parts.hostname,
        port=parts.port or port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        security=security,
        sender=environment[SENDER],
        site=environment[SITE].rstrip("/"),
    )
