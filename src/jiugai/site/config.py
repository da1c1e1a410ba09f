"""What the environment says; the only place of the site that reads it."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from psycopg.conninfo import conninfo_to_dict

from jiugai.kernel.errors import UsageError
from jiugai.site.mail import Mail, mail
from jiugai.site.sign_in import SignIn, sign_in

#: Names of environment variables.
DATA: Final = "JIUGAI_DATA"
DATABASE: Final = "DATABASE_URL"
OWNER_DATABASE: Final = "JIUGAI_OWNER_DATABASE_URL"
SECRET: Final = "JIUGAI_SECRET_KEY"  # noqa: S105 - the name, not the secret
SEAL: Final = "JIUGAI_SEAL_KEY"
SEAL_BEFORE: Final = "JIUGAI_SEAL_KEYS_BEFORE"
SEAL_BEFORE_FILE: Final = "seal_keys_before"
HOSTS: Final = "JIUGAI_HOSTS"
PROXIES: Final = "JIUGAI_PROXIES"  # how many stand between people and us; they end TLS
DEMO: Final = "JIUGAI_DEMO"
RECORD_HASH: Final = "JIUGAI_RECORD_HASH"  # sha256 or sm3
CHANNEL: Final = "JIUGAI_RESIDENT_CHANNEL"  # how one-time codes go out: file, console, gateway
GATEWAY: Final = "JIUGAI_RESIDENT_GATEWAY"  # an address that takes JSON with `to` and `text`
GATEWAY_KEY: Final = "JIUGAI_RESIDENT_GATEWAY_KEY"
TIANDITU: Final = "JIUGAI_TIANDITU_KEY"
HOOK_NETWORKS: Final = "JIUGAI_HOOK_NETWORKS"  # our own that may be told: 10.2.0.0/16,…
HOOK_DAYS: Final = "JIUGAI_HOOK_DAYS"  # so long what arrived is kept
MOST_DAYS: Final = 3650


@dataclass(frozen=True, slots=True)
class Config:
    """Where the data lies, which database is used and how the site is reached."""

    data: Path
    database: str
    owner_database: str
    hosts: tuple[str, ...]
    proxies: int
    demo: bool
    tianditu: str
    record_hash: str
    sign_in: SignIn
    mail: Mail
    residents: tuple[str, str, str]
    hook_networks: tuple[str, ...] = ()
    hook_days: int = 90

    def secret(self, name: str) -> str:
        """Return a secret from the environment, else from a file that only we can read.

        The file is written once, so that sessions and sealed fields outlive a restart.
        """
        if given := os.environ.get(name):
            return given
        path = self.data / file_of(name)
        try:
            return path.read_text(encoding="ascii")
        except FileNotFoundError:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path, token_urlsafe(48), replace=False)
            return path.read_text(encoding="ascii")

    def seal_keys(self) -> tuple[str, ...]:
        """Return the key that seals, then those that only open what was sealed before."""
        before = os.environ.get(SEAL_BEFORE, "").split()
        with suppress(FileNotFoundError):
            before += (self.data / SEAL_BEFORE_FILE).read_text(encoding="ascii").split()
        return (self.secret(SEAL), *before)

    def replace_seal_key(self) -> None:
        """Make another sealing key; the one in use is kept to open what it sealed.

        Raises UsageError where the environment gives the key: it has to be changed there.
        """
        if os.environ.get(SEAL):
            raise UsageError(
                f"{SEAL} is set: give a new key there, the old one in {SEAL_BEFORE}, and run"
                " this again with --reseal."
            )
        old, path = self.secret(SEAL), self.data / file_of(SEAL)
        _write(self.data / SEAL_BEFORE_FILE, "".join(f"{key}\n" for key in self.seal_keys()))
        _write(path, token_urlsafe(48))
        assert old in self.seal_keys()  # noqa: S101 - nothing sealed may be lost


def file_of(name: str) -> str:
    """Return the name of the file that a secret is kept in."""
    return name.removeprefix("JIUGAI_").lower()


def _write(path: Path, text: str, *, replace: bool = True) -> None:
    """Write a secret so that it is whole or not there, and only we can read it.

    Without `replace`, the secret of whoever was first stays.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if replace:
        part.replace(path)
        return
    with suppress(FileExistsError):
        path.hardlink_to(part)
    part.unlink()


def config(environment: Mapping[str, str] = os.environ) -> Config:
    """Return the configuration that an environment gives; raises UsageError on what is none."""
    hosts = environment.get(HOSTS, "127.0.0.1,localhost,[::1]")
    return Config(
        data=Path(environment.get(DATA) or Path.home() / ".jiugai").expanduser().resolve(),
        database=environment.get(DATABASE, ""),
        owner_database=environment.get(OWNER_DATABASE, ""),
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        proxies=_count(environment, PROXIES),
        demo=(demo := environment.get(DEMO, "") == "1"),
        tianditu=environment.get(TIANDITU, ""),
        record_hash=environment.get(RECORD_HASH, "sha256"),
        sign_in=sign_in(environment, demo=demo),
        mail=mail(environment),
        residents=_residents(environment),
        hook_networks=_networks(environment),
        hook_days=_days(environment),
    )


def _residents(environment: Mapping[str, str]) -> tuple[str, str, str]:
    """Return channel, gateway and its key; raises UsageError where they do not fit together."""
    channel, gateway = environment.get(CHANNEL, "file"), environment.get(GATEWAY, "")
    if channel not in ("file", "console", "gateway"):
        raise UsageError(f"{CHANNEL} is {channel!r}; give file, console or gateway.")
    if channel == "gateway" and not gateway.startswith("https://"):
        raise UsageError(f"{GATEWAY} must be an https address where {CHANNEL} is gateway.")
    return channel, gateway, environment.get(GATEWAY_KEY, "")


def _networks(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return our own networks that may be told; raises UsageError if one is none."""
    said = [one.strip() for one in environment.get(HOOK_NETWORKS, "").split(",") if one.strip()]
    for one in said:
        try:
            ip_network(one)
        except ValueError as error:
            raise UsageError(
                f"{HOOK_NETWORKS} has {one!r}; give networks like 10.2.0.0/16."
            ) from error
    return tuple(said)


def _days(environment: Mapping[str, str]) -> int:
    """Return how many days tellings that arrived are kept; raises UsageError below one."""
    said = environment.get(HOOK_DAYS, "").strip() or "90"
    if not said.isdecimal() or not 1 <= int(said) <= MOST_DAYS:
        raise UsageError(f"{HOOK_DAYS} is {said!r}; give whole days from 1 to {MOST_DAYS}.")
    return int(said)


def _count(environment: Mapping[str, str], name: str) -> int:
    said = environment.get(name, "").strip() or "0"
    if not said.isdecimal():
        raise UsageError(f"{name} is {said!r}; give a whole number, 0 without a proxy.")
    return int(said)


def django_database(url: str) -> dict[str, object]:
    """Return a database address as Django wants to hear it; raises ProgrammingError if wrong."""
    said = conninfo_to_dict(url)
    known = {"dbname", "user", "password", "host", "port"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": said.get("dbname", "jiugai"),
        "USER": said.get("user", ""),
        "PASSWORD": said.get("password", ""),
        "HOST": said.get("host", ""),
        "PORT": str(said.get("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: value for name, value in said.items() if name not in known},
    }
